import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../vscode/folders.mjs';
import { runCommandOrThrow } from '../vscode/run-command.mjs';
import { makeRunFolder } from '../vscode/run-folder.mjs';
import { stageExtension } from '../vscode/stage-extension.mjs';
import { listZip } from './list-zip.mjs';

/**
 * Packages the built extension. The packager is shown a folder with nothing but what belongs into the package, and the result is
 * checked against that list.
 *
 * @param {string} targetFolder
 * @returns {Promise<{ file: string, files: string[], bytes: number }>} The .vsix, the extension's files in it, and its size.
 * @throws {Error} When something is missing from the package, or in it and not needed.
 */
export async function makePackage(targetFolder) {
  const { folder: stage, remove } = makeRunFolder('package');
  const files = stageExtension(stage);
  const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'));
  const file = join(targetFolder, `${manifest.name}-${manifest.version}.vsix`);
  await runCommandOrThrow(
    process.execPath,
    [
      join(projectFolder, 'node_modules', '@vscode', 'vsce', 'vsce'),
      ...['package', '--out', file, '--no-dependencies', '--allow-missing-repository'],
      // Pictures in the README are rewritten to addresses below the repository; without one there is nothing to rewrite them to.
      ...(manifest.repository === undefined ? ['--no-rewrite-relative-links'] : []),
    ],
    { cwd: stage },
  );
  await remove();
  checkContents(files, listZip(readFileSync(file)));
  return { file, files, bytes: statSync(file).size };
}

/**
 * @param {string[]} expected
 * @param {string[]} entries
 */
function checkContents(expected, entries) {
  // The packager gives the licence a name ending, and the texts small letters.
  const plain = (/** @type {string} */ path) => path.toLowerCase().replace(/^license\.txt$/, 'license');
  const packaged = new Set(entries.filter((path) => path.startsWith('extension/')).map((path) => plain(path.slice('extension/'.length))));
  const wanted = new Set(expected.map(plain));
  const missing = [...wanted].filter((path) => !packaged.has(path));
  const needless = [...packaged].filter((path) => !wanted.has(path));
  if (missing.length > 0) throw new Error(`Missing from the package: ${missing.join(', ')}`);
  if (needless.length > 0) throw new Error(`In the package, but not needed: ${needless.join(', ')}`);
}
