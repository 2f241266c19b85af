import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { projectFolder } from './folders.mjs';

/**
 * What belongs into the package: the exceptions (`!…`) of `.vscodeignore`, which ignores all else, and the manifest. Read here
 * because the packager's own listing walks through every file of every downloaded VS Code first.
 *
 * @param {string} [folder] The project's by default.
 * @returns {string[]} Paths relative to the folder, with forward slashes, sorted.
 */
export function packagedFiles(folder = projectFolder) {
  const patterns = readFileSync(join(folder, '.vscodeignore'), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1).trim());
  return [...new Set(['package.json', ...patterns.flatMap((pattern) => filesLike(folder, pattern))])].sort();
}

/**
 * @param {string} folder
 * @param {string} pattern `folder/**` for everything below, else at most stars in the last part.
 */
function filesLike(folder, pattern) {
  const parent = dirname(pattern);
  if (!existsSync(join(folder, parent))) return [];
  const last = pattern.slice(pattern.lastIndexOf('/') + 1);
  const entries = readdirSync(join(folder, parent), { withFileTypes: true, recursive: last === '**' });
  const expression = new RegExp(`^${last.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')}$`);
  return entries
    .filter((entry) => entry.isFile() && expression.test(entry.name))
    .map((entry) => join(parent, relativeTo(join(folder, parent), entry.parentPath ?? entry.path), entry.name));
}

/**
 * @param {string} folder
 * @param {string} path
 */
function relativeTo(folder, path) {
  return path.replaceAll('\\', '/').slice(folder.length).replace(/^\//, '');
}
