import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../vscode/folders.mjs';
import { npm } from '../vscode/npm.mjs';
import { withProgress } from '../vscode/progress.mjs';

const folder = join(projectFolder, 'test');

/**
 * Installs the large packages that only tests use, as test/package-lock.json names them, where some are missing or of another version. They are apart, because
 * whoever installs the command from Git installs the packages of the project to build it.
 *
 * @throws {Error} When npm fails.
 */
export async function ensureTestPackages() {
  /** @type {{ devDependencies: Record<string, string> }} */
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (Object.entries(devDependencies).every(([name, version]) => installedVersion(name) === version)) return;
  await withProgress('npm ci in test', () => npm(['ci', '--ignore-scripts', '--include=dev', '--global=false'], folder));
}

/**
 * The version of a package as files in the folder of tests find it.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
function installedVersion(name) {
  const file = [folder, projectFolder].map((each) => join(each, 'node_modules', name, 'package.json')).find((path) => existsSync(path));
  return file && JSON.parse(readFileSync(file, 'utf8')).version;
}
