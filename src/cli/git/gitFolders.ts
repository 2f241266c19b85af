import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { Failure } from '../terminal/failure.ts';

/** Where Git keeps what belongs to a work tree; for a linked one then also what it shares with the others. Absolute, links resolved. Needs no Git. */
export async function gitFolders(root: string): Promise<readonly string[]> {
  const entry = join(root, '.git');
  // In a linked work tree or a submodule `.git` is a file.
  const [, named] = /^gitdir: (.*?)\r?\n?$/s.exec((await textOf(entry)) ?? '') ?? [];
  const folder = await realOf(named === undefined ? entry : resolve(root, named));
  const common = await textOf(join(folder, 'commondir'));
  return common === undefined ? [folder] : [folder, await realOf(resolve(folder, common.trim()))];
}

/** What Git opens in its folders, whatever it is asked. */
const openedByGit = [
  ...['HEAD', 'config', 'config.worktree', 'commondir', 'gitdir', 'index', 'packed-refs', 'shallow'],
  ...['info/exclude', 'info/attributes', 'info/sparse-checkout', 'info/grafts', 'objects/info/alternates'],
];

/** Fails where Git would wait for a pipe, or for the end of a device, among its own files. */
export async function refuseStreams(folders: readonly string[]): Promise<void> {
  for (const path of folders.flatMap((folder) => openedByGit.map((name) => join(folder, name)))) {
    const found = await stat(path).catch(() => undefined);
    if (found && !found.isFile() && !found.isDirectory())
      throw new Failure(l10n.t('{path} is a device or a pipe, so Git cannot read the repository.', { path }));
  }
}

/** `undefined` for all but a regular file: a pipe or a device would be waited for, or never end. */
async function textOf(path: string): Promise<string | undefined> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? readFile(path, 'utf8').catch(() => undefined) : undefined;
}

/** A path with its links resolved, as far as it exists. */
export function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
