/** @typedef {{ at: number, milliseconds: number, frame: any, isOwn: boolean, isOurs: boolean, isIdle: boolean }} Sample
 * `at` counts microseconds on the clock of `process.hrtime`; `isOwn` is a function of our bundle, `isOurs` is in or below one. */

/**
 * The samples of a CPU profile, each with the time until the next one.
 *
 * @param {{ nodes: any[], samples: number[], timeDeltas: number[], startTime: number }} profile As the inspector gives it.
 * @param {string} bundle The end of the address of our bundle.
 * @returns {Sample[]}
 */
export function profileSamples({ nodes, samples, timeDeltas, startTime }, bundle) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((/** @type {number} */ child) => [child, id])));
  const own = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url.endsWith(bundle)]));
  const ours = new Map(nodes.map(({ id }) => [id, isBelow(id)]));
  let at = startTime;
  return samples.map((id, index) => {
    at += timeDeltas[index] ?? 0;
    const frame = frames.get(id);
    const milliseconds = (timeDeltas[index + 1] ?? 0) / 1000;
    return {
      at,
      milliseconds,
      frame,
      isOwn: own.get(id) === true,
      isOurs: ours.get(id) === true,
      isIdle: frame.functionName === '(idle)',
    };
  });

  /** @param {number} id */
  function isBelow(id) {
    for (let node = id; node !== undefined; node = parents.get(node)) if (own.get(node)) return true;
    return false;
  }
}
