import { canInstallDebianPackages, installDebianPackages } from '../vscode/debian-packages.mjs';
import { findExecutable } from '../vscode/find-executable.mjs';

/**
 * Finds pre-commit, installing Debian's package where that is possible.
 *
 * @returns {Promise<string>} The path of its executable.
 * @throws {Error} When there is none; the message says what to install.
 */
export async function ensurePreCommit() {
  if (!findExecutable('pre-commit') && canInstallDebianPackages()) await installDebianPackages(['pre-commit']);
  const found = findExecutable('pre-commit');
  if (found) return found;
  throw new Error(
    'Missing on this machine: pre-commit, in which the hooks are tested. ' +
      'Install it (Debian, Ubuntu: sudo apt-get install pre-commit; anywhere: pipx install pre-commit).',
  );
}
