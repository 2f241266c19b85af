import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './folders.mjs';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

/**
 * Installs the project's packages when some are missing or not of the version that the lock file names. No package needs its
 * install script, so none runs. Whatever an npm that runs this was called with, such as --global, is not meant for them.
 *
 * @throws {Error} When npm fails.
 */
export async function ensureDependencies() {
  if (isUpToDate()) return;
  await withProgress('npm ci', () => npm(['ci', '--ignore-scripts', '--include=dev', '--global=false'], projectFolder));
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} LockFile */

function isUpToDate() {
  // npm's own record of what it installed.
  const recordFile = join(projectFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  /** @type {LockFile} */
  const wanted = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  /** @type {LockFile} */
  const installed = JSON.parse(readFileSync(recordFile, 'utf8'));
  return Object.entries(wanted.packages).every(
    // Optional packages may be for other platforms.
    ([path, { version, optional }]) => path === '' || optional || installed.packages[path]?.version === version,
  );
}
