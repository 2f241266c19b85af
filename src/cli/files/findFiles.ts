import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { compareText } from '../../base/compareText.ts';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import type { CommandFailure } from '../../wording/commandWording.ts';
import { findGitRoot, listGitFiles } from '../git/gitFiles.ts';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';
import { isWithin, shownPath, withForwardSlashes } from './shownPath.ts';
import { walkFiles } from './walkFiles.ts';

/** A file to read: `path` as it is shown, `location` its absolute path with symbolic links resolved. `-` stands for standard input. */
export interface FoundFile {
  readonly path: string;
  readonly location: string;
}

export const standardInput = '-';

/**
 * The files that paths, folders and patterns name, in the order in which they are named, within folders and patterns by name; each file
 * once. Without any path all in the current folder and below that Git does not ignore. Fails where something matches no file.
 */
export async function findFiles(paths: readonly string[], currentFolder: string): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  const failures: CommandFailure[] = [];
  const named = paths.length === 0 ? [undefined] : paths;
  for (const path of named) {
    const result = path === standardInput ? [{ path, location: path }] : await findPath(path, currentFolder);
    if ('kind' in result) failures.push(result);
    else found.push(...result);
  }
  if (failures.length > 0) throw new Failure(...failures);
  const first = new Map(found.toReversed().map((file) => [file.location, file]));
  if (found.filter(({ path }) => path === standardInput).length > 1) throw new Failure({ kind: 'standard-input-twice' });
  return found.filter((file) => first.get(file.location) === file);
}

async function findPath(path: string | undefined, currentFolder: string): Promise<readonly FoundFile[] | CommandFailure> {
  const absolute = resolve(currentFolder, path ?? '.');
  const what = await stat(absolute).catch((error: unknown) => error);
  if (what instanceof Error) {
    if (path === undefined || !hasCode(what, 'ENOENT', 'ENOTDIR'))
      return { kind: 'unreadable', path: path ?? '.', reason: systemReason(what) };
    const matched = await matchPattern(withForwardSlashes(path), currentFolder);
    return matched.length > 0 ? matched : { kind: 'no-match', path };
  }
  if ((what as { isDirectory(): boolean }).isDirectory()) {
    const files = await searched(await listFolder(absolute), absolute, currentFolder);
    if (files.length > 0) return files;
    return path === undefined ? { kind: 'no-file-here' } : { kind: 'no-file-in-folder', path };
  }
  if (path === undefined || !isKanoPath(path)) return { kind: 'not-kano', path: path ?? '.' };
  return existing([absolute], currentFolder);
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
  return ((await listGitFiles(folder)) ?? (await walkFiles(folder))).filter(isKanoPath);
}

/**
 * Of files that a search found, those that are what they seem: a link must not make the command show what lies elsewhere, or a file of
 * another kind. Within a repository it may lead anywhere in it.
 */
async function searched(files: readonly string[], folder: string, currentFolder: string): Promise<readonly FoundFile[]> {
  const found = await existing(files, currentFolder);
  const root = withForwardSlashes(await realpath((await findGitRoot(folder)) ?? folder));
  return found.filter(({ location }) => isKanoPath(location) && isWithin(root, location));
}

/** By name, by code unit; without those that are in Git's index only, or lead nowhere. */
async function existing(files: readonly string[], currentFolder: string): Promise<readonly FoundFile[]> {
  const found = await Promise.all(
    files.map(async (file) => {
      const location = await realpath(file).catch(() => undefined);
      return location === undefined ? [] : [{ path: shownPath(currentFolder, file), location: withForwardSlashes(location) }];
    }),
  );
  return found.flat().sort((left, right) => compareText(left.path, right.path));
}
