import { findExecutable } from './find-executable.mjs';
import { withProgress } from './progress.mjs';
import { runCommand, runCommandOrThrow } from './run-command.mjs';

/** @returns {boolean} Whether this process may install Debian packages. */
export function canInstallDebianPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findExecutable('apt-get') !== undefined;
}

/**
 * Installs Debian packages without a question, waiting for another installation that holds the lock.
 *
 * @param {string[]} packages
 * @throws {Error} When a package cannot be installed even after the package lists were refreshed.
 */
export async function installDebianPackages(packages) {
  const install = ['install', '-y', '--no-install-recommends', ...lockOptions, ...packages];
  await withProgress(`apt-get install ${packages.join(' ')}`, async () => {
    if ((await runCommand('apt-get', install, { env: quietEnvironment })).code === 0) return;
    // A fresh image has no package lists yet.
    await runCommandOrThrow('apt-get', ['update', ...lockOptions], { env: quietEnvironment });
    await runCommandOrThrow('apt-get', install, { env: quietEnvironment });
  });
}

const lockOptions = ['-o', 'DPkg::Lock::Timeout=600'];
const quietEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
