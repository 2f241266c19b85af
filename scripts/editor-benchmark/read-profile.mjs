/** @typedef {{ line: number, column: number, milliseconds: number }} FunctionTime Where a function begins in the bundle, counted from 0. */
/** @typedef {{ busy: number, ours: number, functions: FunctionTime[] }} ProfileSummary
 * Milliseconds: `busy` of the whole extension host, `ours` in and below functions of our bundle; `functions` are ours, the dearest first. */

/**
 * Sums up a CPU profile of the extension host.
 *
 * @param {{ nodes: any[], samples: number[], timeDeltas: number[] }} profile As the inspector gives it; times in microseconds.
 * @param {string} bundle The end of the address of our bundle.
 * @returns {ProfileSummary}
 */
export function readProfile({ nodes, samples, timeDeltas }, bundle) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((/** @type {number} */ child) => [child, id])));
  const own = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url.endsWith(bundle)]));
  const isOurs = (/** @type {number} */ id) => {
    for (let node = id; node !== undefined; node = parents.get(node)) if (own.get(node)) return true;
    return false;
  };
  /** @type {Map<string, FunctionTime>} */
  const functions = new Map();
  let [busy, ours] = [0, 0];
  for (const [index, id] of samples.entries()) {
    // The time until the next sample was spent where this one was taken.
    const time = (timeDeltas[index + 1] ?? 0) / 1000;
    const frame = frames.get(id);
    if (frame.functionName === '(idle)') continue;
    busy += time;
    if (!isOurs(id)) continue;
    ours += time;
    if (!own.get(id)) continue;
    const { lineNumber: line, columnNumber: column } = frame;
    const key = `${line}:${column}`;
    const known = functions.get(key) ?? { line, column, milliseconds: 0 };
    known.milliseconds += time;
    functions.set(key, known);
  }
  return { busy, ours, functions: [...functions.values()].sort((a, b) => b.milliseconds - a.milliseconds) };
}
