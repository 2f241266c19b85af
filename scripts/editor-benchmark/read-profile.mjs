import { profileSamples } from './profile-samples.mjs';

/** @typedef {{ line: number, column: number, milliseconds: number }} FunctionTime Where a function begins in the bundle, counted from 0. */
/** @typedef {{ busy: number, ours: number, functions: FunctionTime[] }} ProfileSummary
 * Milliseconds: `busy` of the whole extension host, `ours` in and below functions of our bundle; `functions` are ours, the dearest first. */

/**
 * Sums up a CPU profile of the extension host.
 *
 * @param {any} profile As the inspector gives it.
 * @param {string} bundle The end of the address of our bundle.
 * @returns {ProfileSummary}
 */
export function readProfile(profile, bundle) {
  /** @type {Map<string, FunctionTime>} */
  const functions = new Map();
  let [busy, ours] = [0, 0];
  for (const { milliseconds, frame, isOwn, isOurs, isIdle } of profileSamples(profile, bundle)) {
    if (isIdle) continue;
    busy += milliseconds;
    if (!isOurs) continue;
    ours += milliseconds;
    if (!isOwn) continue;
    const { lineNumber: line, columnNumber: column } = frame;
    const key = `${line}:${column}`;
    const known = functions.get(key) ?? { line, column, milliseconds: 0 };
    known.milliseconds += milliseconds;
    functions.set(key, known);
  }
  return { busy, ours, functions: [...functions.values()].sort((a, b) => b.milliseconds - a.milliseconds) };
}
