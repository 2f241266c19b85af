import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onEnd } from './clean-up.mjs';
import { cacheFolder } from './folders.mjs';

const runsFolder = join(cacheFolder, 'runs');

/**
 * Makes a folder that only this process uses, so that two runs at the same time do not disturb each other.
 *
 * @param {string} name
 * @returns {{ folder: string, remove: () => Promise<void> }} It is removed with the process at the latest.
 */
export function makeRunFolder(name) {
  removeLeftovers();
  const folder = join(runsFolder, `${name}-${process.pid}`);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  removeFolder();
  mkdirSync(folder, { recursive: true });
  return { folder, remove: onEnd(removeFolder) };
}

/** Runs that were killed could not clean up. */
function removeLeftovers() {
  if (!existsSync(runsFolder)) return;
  for (const name of readdirSync(runsFolder)) {
    const owner = Number(name.slice(name.lastIndexOf('-') + 1));
    if (!isRunning(owner)) rmSync(join(runsFolder, name), { recursive: true, force: true });
  }
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
