import { canInstallDebianPackages, installDebianPackages } from './debian-packages.mjs';
import { findExecutable } from './find-executable.mjs';

/**
 * Makes sure that the tools that compile VS Code's one native module are there. npm cannot bring them.
 *
 * @throws {Error} When some are missing and cannot be installed from here; the message names them and the command to run.
 */
export async function ensureSystemTools() {
  const missing = missingTools();
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) throw new Error(howToInstall(missing));
  await installDebianPackages(missing.map((tool) => tool.debianPackage));
  const stillMissing = missingTools();
  if (stillMissing.length > 0) throw new Error(howToInstall(stillMissing));
}

/** @typedef {{ program: string, debianPackage: string }} Tool */

/** @type {Tool[]} */
const tools = [
  { program: 'python3', debianPackage: 'python3' },
  { program: 'make', debianPackage: 'make' },
  { program: 'g++', debianPackage: 'g++' },
];

function missingTools() {
  return tools.filter((tool) => findExecutable(tool.program) === undefined);
}

/** @param {Tool[]} missing */
function howToInstall(missing) {
  const names = missing.map((tool) => tool.program).join(', ');
  return `Missing on this machine: ${names} (VS Code's web server compiles one native module).\nInstall with: ${installCommand(missing)}`;
}

/** @param {Tool[]} missing */
function installCommand(missing) {
  if (process.platform === 'darwin') return 'xcode-select --install';
  if (process.platform === 'win32') return 'winget install Python.Python.3.12 Microsoft.VisualStudio.2022.BuildTools';
  const packages = missing.map((tool) => tool.debianPackage).join(' ');
  if (findExecutable('dnf')) return `sudo dnf install ${packages.replace('g++', 'gcc-c++')}`;
  return `sudo apt-get install ${packages}`;
}
