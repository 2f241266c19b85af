import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from './folders.mjs';
import { packagedFiles } from './packaged-files.mjs';

/**
 * Copies what the package would hold into a folder of its own, so that tests run what users get and nothing else.
 *
 * @param {string} folder Emptied first.
 * @param {{ main?: boolean }} [options] Without `main` in the manifest VS Code runs the extension in the web-worker host.
 * @returns {string[]} The files, relative to the folder.
 * @throws {Error} When the extension is not built.
 */
export function stageExtension(folder, { main = true } = {}) {
  const files = packagedFiles();
  if (!files.includes('dist/extension.js')) throw new Error('dist/extension.js is missing: run npm run build first.');
  rmSync(folder, { recursive: true, force: true });
  for (const path of [...files, '.vscodeignore']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(projectFolder, path), join(folder, path));
  }
  if (!main) removeMain(join(folder, 'package.json'));
  return files;
}

/** @param {string} manifestFile */
function removeMain(manifestFile) {
  const { main: _main, ...manifest } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
}
