import { readFile, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where Git keeps what belongs to a work tree; for a linked one then also what it shares with the others. Absolute, links resolved. Needs no Git. */
export async function gitFolders(root: string): Promise<readonly string[]> {
  const entry = join(root, '.git');
  // In a linked work tree or a submodule `.git` is a file.
  const [, named] = /^gitdir: (.*?)\r?\n?$/s.exec(await readFile(entry, 'utf8').catch(() => '')) ?? [];
  const folder = await realOf(named === undefined ? entry : resolve(root, named));
  const common = await readFile(join(folder, 'commondir'), 'utf8').catch(() => undefined);
  return common === undefined ? [folder] : [folder, await realOf(resolve(folder, common.trim()))];
}

/** A path with its links resolved, as far as it exists. */
export function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
