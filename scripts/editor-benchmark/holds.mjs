import { profileSamples } from './profile-samples.mjs';

/** How often, in milliseconds, the extension host is asked whether it is free. */
const resolution = 5;

/** Runs in the extension host: notes from when to when, in microseconds, nothing else could run. */
export const watchHolds = `(() => {
  const now = () => Number(process.hrtime.bigint() / 1000n);
  const holds = [];
  let last = now();
  const timer = setInterval(() => {
    const time = now();
    if (time - last > ${resolution * 2_000}) holds.push([last, time]);
    last = time;
  }, ${resolution});
  globalThis.kanoHolds = () => (clearInterval(timer), JSON.stringify({ holds, end: now() }));
  return now();
})()`;

/** Ends what `watchHolds` began, and gives it as JSON: `holds` and the `end` of the watch. */
export const readHolds = 'kanoHolds()';

/**
 * The longest time that the extension host was held, by anything in it, and the most that we took of one hold. While we
 * pause others may go on working: what we did before and after a pause is not counted together.
 *
 * @param {any} profile The CPU profile of the same time.
 * @param {readonly [number, number][]} holds From and to, in microseconds.
 * @param {string} bundle The end of the address of our bundle.
 * @returns {{ longest: number, ours: number }} Milliseconds.
 */
export function longestHold(profile, holds, bundle) {
  const samples = profileSamples(profile, bundle).filter(({ isOurs }) => isOurs);
  const inHold = holds.map(([from, to]) =>
    samples.reduce((sum, { at, milliseconds }) => (at >= from && at < to ? sum + milliseconds : sum), 0),
  );
  return { longest: Math.max(0, ...holds.map(([from, to]) => (to - from) / 1000)), ours: Math.max(0, ...inHold) };
}
