import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import picomatch from 'picomatch';
import { compareText } from '../../base/compareText.ts';
import { isKanoPath } from '../../document/product.ts';
import { listGitFiles } from '../git/gitFiles.ts';
import { findGitRoot } from '../git/gitRoot.ts';
import { Failure, hasCode, isStream, noMatch, notKano, unreadable } from '../terminal/failure.ts';
import { isWithin, shownPath, withForwardSlashes } from './shownPath.ts';
import { walkFiles } from './walkFiles.ts';

/** A file to read: `path` as it is shown, `location` its absolute path with symbolic links resolved. `-` stands for standard input. */
export interface FoundFile {
  readonly path: string;
  readonly location: string;
  /** Whether it was named itself, and not found in a folder or by a pattern. */
  readonly isNamed: boolean;
}

export const standardInput = '-';

/**
 * The files that paths, folders and patterns name, in the order in which they are named, within folders and patterns by name; each file
 * once. Without any path all in the current folder and below that Git does not ignore. Fails where something matches no file.
 */
export async function findFiles(paths: readonly string[], currentFolder: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  const failures: string[] = [];
  const named = paths.length === 0 ? [undefined] : paths;
  for (const path of named) {
    const result = path === standardInput ? [{ path, location: path, isNamed: true }] : await findPath(path, currentFolder);
    if (typeof result === 'string') failures.push(result);
    else for (const file of result) found.push(file);
  }
  if (failures.length > 0) throw new Failure(...failures);
  const first = new Map(found.toReversed().map((file) => [file.location, file]));
  if (found.filter(({ path }) => path === standardInput).length > 1)
    throw new Failure(l10n.t('“-” appears twice among the paths, but standard input can be read only once.'));
  return found.filter((file) => first.get(file.location) === file);
}

/** The files that a path names, or why it names none. */
async function findPath(path: string | undefined, currentFolder: string): Promise<readonly FoundFile[] | string> {
  const absolute = resolve(currentFolder, path ?? '.');
  const what = await stat(absolute).catch((error: unknown) => error);
  if (what instanceof Error) {
    if (path === undefined || !hasCode(what, 'ENOENT', 'ENOTDIR')) return unreadable(path ?? '.', what);
    const matched = await matchPattern(withForwardSlashes(path), currentFolder);
    return matched.length > 0 ? matched : noMatch(path);
  }
  if ((what as { isDirectory(): boolean }).isDirectory()) {
    const files = await searched(await listFolder(absolute), absolute, currentFolder);
    if (files.length > 0) return files;
    return path === undefined
      ? l10n.t('This folder and its subfolders contain no *.kano.yaml or *.kano.yml file except those that Git ignores.')
      : l10n.t('{path} contains no *.kano.yaml or *.kano.yml file except those that Git ignores.', { path });
  }
  if (path !== undefined && /[\\/]$/.test(path)) return l10n.t('{path} ends like a folder, and is a file.', { path });
  if (path === undefined || !isKanoPath(path)) return notKano(path ?? '.');
  if (!(what as { isFile(): boolean }).isFile()) return isStream(path);
  return existing([absolute], currentFolder, true);
}

async function matchPattern(pattern: string, currentFolder: string): Promise<readonly FoundFile[]> {
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return [];
  const folder = resolve(currentFolder, base);
  const isMatch = picomatch(glob, { dot: true });
  const files = (await listFolder(folder)).filter((file) => isMatch(shownPath(folder, file)));
  return searched(files, folder, currentFolder);
}

async function listFolder(folder: string): Promise<readonly string[]> {
  return ((await listGitFiles(folder))?.paths ?? (await walkFiles(folder))).filter(isKanoPath);
}

/**
 * Removes links that lead outside the folder, or to a file of another kind, from the files that a search found. Within a repository a link may
 * lead anywhere in it.
 */
async function searched(files: readonly string[], folder: string, currentFolder: string): Promise<readonly FoundFile[]> {
  const found = await existing(files, currentFolder, false);
  const root = withForwardSlashes(await realpath((await findGitRoot(folder)) ?? folder));
  return found.filter(({ location }) => isKanoPath(location) && isWithin(root, location));
}

/** Sorted by path, without broken links and files that are only in Git's index. */
async function existing(files: readonly string[], currentFolder: string, isNamed: boolean): Promise<readonly FoundFile[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const location = await realpath(file).catch(() => undefined);
      // A device or a pipe would be waited for.
      if (location === undefined || !(await stat(location)).isFile()) return [];
      return [{ path: shownPath(currentFolder, file), location: withForwardSlashes(location), isNamed }];
    }),
  );
  return found.flat().sort((left, right) => compareText(left.path, right.path));
}

/**
 * Which files paths, folders and patterns name, of files that may be gone: by their location alone. Without any path all in the current folder
 * and below.
 * @param folder the current one, links resolved
 */
export async function selectFiles(paths: readonly string[], folder: string): Promise<FileSelection> {
  const tests = await Promise.all(
    (paths.length === 0 ? ['.'] : paths).map(async (path) => {
      const named = await realLocation(resolve(folder, path));
      return { path, named, test: await testOf(path, named, folder) };
    }),
  );
  return {
    isSelected: (location) => tests.some(({ test }) => test(location)),
    isNamed: (location) => tests.some(({ named }) => named === location),
    assertAllFound(locations) {
      if (paths.length === 0) return;
      const lost = tests.filter(({ test }) => !locations.some(test));
      if (lost.length > 0) throw new Failure(...lost.map(({ path }) => noMatch(path)));
    },
  };
}

export interface FileSelection {
  readonly isSelected: (location: string) => boolean;
  /** Whether a path names the file itself, and not a folder or a pattern that it is found by. */
  readonly isNamed: (location: string) => boolean;
  /** Fails where one of the paths names none of these files. Where there is no path, there may be no file. */
  readonly assertAllFound: (locations: readonly string[]) => void;
}

async function testOf(path: string, named: string, folder: string): Promise<(location: string) => boolean> {
  const { base, glob, isGlob } = picomatch.scan(withForwardSlashes(path));
  if (!isGlob) return (location) => isWithin(named, location);
  const start = await realLocation(resolve(folder, base));
  const isMatch = picomatch(glob, { dot: true });
  return (location) => isWithin(named, location) || (isWithin(start, location) && isMatch(shownPath(start, location)));
}

async function realLocation(path: string): Promise<string> {
  return withForwardSlashes(await realpath(path).catch(() => path));
}
