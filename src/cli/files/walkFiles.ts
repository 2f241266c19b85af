import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isKanoPath } from '../../document/product.ts';
import { findGitRoot } from '../git/gitRoot.ts';
import { escaped, notUtf8Name } from '../git/pathNames.ts';
import { Failure } from '../terminal/failure.ts';
import { isWithin, shownPath } from './shownPath.ts';

/** The rules of one `.gitignore`, for paths below its folder. */
interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The `*.kano.yaml` and `*.kano.yml` files in a folder and its subfolders, as absolute paths, for use without Git. Leaves out `node_modules`,
 * `.git`, and what `.gitignore` files ignore, those in parent folders up to the root of the repository included.
 */
export async function walkFiles(folder: string): Promise<readonly string[]> {
  const root = (await findGitRoot(folder)) ?? folder;
  const above: IgnoreFile[] = [];
  for (const ancestor of ancestors(root, folder)) above.push(...(await readIgnoreFile(ancestor)));
  return walk(folder, above);
}

async function walk(folder: string, inherited: readonly IgnoreFile[]): Promise<readonly string[]> {
  const ignoreFiles = [...inherited, ...(await readIgnoreFile(folder))];
  // A folder without read permission shows no files, but a file in it can still be named.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules' || entry.name === '.git' || isIgnored(`${path}/`, ignoreFiles)) continue;
      for (const below of await walk(path, ignoreFiles)) found.push(below);
    } else if (isKanoPath(entry.name) && !isIgnored(path, ignoreFiles)) {
      await refuseOtherNames(folder, entry.name);
      found.push(path);
    }
  }
  return found;
}

/** Fails where a name is not UTF-8: by the text that it becomes no file is found. */
async function refuseOtherNames(folder: string, name: string): Promise<void> {
  if (!name.includes('\uFFFD')) return;
  const names = await readdir(folder, 'buffer');
  const faulty = names.filter((each) => each.toString() === name && !Buffer.from(name).equals(each));
  if (faulty.length > 0) throw new Failure(...faulty.map((each) => notUtf8Name(escaped(each))));
}

/** The deepest `.gitignore` with a matching rule decides. */
function isIgnored(path: string, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { folder, rules } of ignoreFiles.toReversed()) {
    const { ignored, unignored } = rules.test(shownPath(folder, path) + (path.endsWith('/') ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function readIgnoreFile(folder: string): Promise<readonly IgnoreFile[]> {
  const location = join(folder, '.gitignore');
  // Like Git, it follows no link; a pipe would be waited for.
  const isFile = await lstat(location).then(
    (found) => found.isFile(),
    () => false,
  );
  const text = isFile ? await readFile(location, 'utf8').catch(() => undefined) : undefined;
  return text === undefined ? [] : [{ folder, rules: ignore().add(text) }];
}

/** From `root` down to the folder above `folder`. */
function ancestors(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  for (let current = dirname(folder); isWithin(root, current) && current !== found[0]; current = dirname(current)) found.unshift(current);
  return folder === root ? [] : found;
}
