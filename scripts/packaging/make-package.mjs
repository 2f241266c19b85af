import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../vscode/folders.mjs';
import { runCommandOrThrow } from '../vscode/run-command.mjs';
import { makeRunFolder } from '../vscode/run-folder.mjs';
import { stageExtension } from '../vscode/stage-extension.mjs';
import { listZip } from './list-zip.mjs';

/** @typedef {{ repository: string, tag: string }} Origin Where the sources are: the address of a GitHub repository, and a tag in it. */

/**
 * Packages the built extension. The packager is shown a folder with nothing but what belongs into the package, and the result is
 * checked against that list.
 *
 * @param {string} targetFolder
 * @param {Origin} [origin]
 * @returns {Promise<{ file: string, files: string[], bytes: number }>} The .vsix, the extension's files in it, and its size.
 * @throws {Error} When something is missing from the package, or in it and not needed.
 */
export async function makePackage(targetFolder, origin) {
  const { folder: stage, remove } = makeRunFolder('package');
  const files = stageExtension(stage);
  const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8'));
  const file = join(targetFolder, `${manifest.name}-${manifest.version}.vsix`);
  await runPackager(stage, file, origin);
  await remove();
  checkContents(files, listZip(readFileSync(file)));
  return { file, files, bytes: statSync(file).size };
}

/**
 * Lets the packager make a package of a folder. With an origin, links and pictures in the README and the changelog lead there, because what they
 * name is not in the package; without one they stay as they are.
 *
 * @param {string} stage
 * @param {string} file
 * @param {Origin} [origin]
 */
export async function runPackager(stage, file, origin) {
  const links = origin
    ? ['--baseContentUrl', `${origin.repository}/blob/${origin.tag}`, '--baseImagesUrl', `${origin.repository}/raw/${origin.tag}`]
    : ['--no-rewrite-relative-links'];
  await runCommandOrThrow(
    process.execPath,
    [
      join(projectFolder, 'node_modules', '@vscode', 'vsce', 'vsce'),
      ...['package', '--out', file, '--no-dependencies', '--allow-missing-repository', ...links],
    ],
    { cwd: stage },
  );
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
