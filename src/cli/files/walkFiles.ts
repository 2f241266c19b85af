import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isKanoPath } from '../../document/product.ts';
import { findGitRoot } from '../git/gitFiles.ts';
import { isWithin, shownPath } from './shownPath.ts';

/** The rules of one `.gitignore`, for paths below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The `*.kano.yaml` and `*.kano.yml` files in a folder and below, as absolute paths, for folders that Git cannot tell about: without what
 * the `.gitignore` files in it (and above it, up to the root of a repository) ignore, `node_modules` and `.git`.
 */
export async function walkFiles(folder: string): Promise<readonly string[]> {
  const root = (await findGitRoot(folder)) ?? folder;
  const above: IgnoreFile[] = [];
  for (const ancestor of ancestors(root, folder)) above.push(...(await readIgnoreFile(ancestor)));
  return walk(folder, above);
}

async function walk(folder: string, inherited: readonly IgnoreFile[]): Promise<readonly string[]> {
  const ignoreFiles = [...inherited, ...(await readIgnoreFile(folder))];
  // A folder that may not be looked into has no files to show; a file in it can still be named.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === '.git' || isIgnored(`${path}/`, ignoreFiles)) continue;
      found.push(...(await walk(path, ignoreFiles)));
    } else if (isKanoPath(entry.name) && !isIgnored(path, ignoreFiles)) found.push(path);
  }
  return found;
}

/** The last file that has an opinion wins, and deeper ones come last. */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignoreFiles.toReversed()) {
    const { ignored, unignored } = rules.test(shownPath(folder, path) + (path.endsWith('/') ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function readIgnoreFile(folder: string): Promise<readonly IgnoreFile[]> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined);
  return text === undefined ? [] : [{ folder, rules: ignore().add(text) }];
}

/** From `root` down to the folder above `folder`. */
function ancestors(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  for (let current = dirname(folder); isWithin(root, current) && current !== found[0]; current = dirname(current)) found.unshift(current);
  return folder === root ? [] : found;
}
