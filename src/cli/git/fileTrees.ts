import { realpath, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { once } from '../../base/once.ts';
import { isConfigurationPath } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/product.ts';
import { Configurations } from '../files/configurations.ts';
import { fileSource } from '../files/fileSource.ts';
import { decodeText, readText } from '../files/readText.ts';
import { isWithin, withForwardSlashes } from '../files/shownPath.ts';
import type { FileTree } from './fileTree.ts';
import { listGitFiles } from './gitFiles.ts';
import { leftOutFiles } from './leftOutFiles.ts';
import { listedLines } from './pathNames.ts';
import { recordedTree, type Submodule, type TreeEntry } from './recordedTree.ts';
import { askGit } from './runGit.ts';

/** The files as they are now: those that Git knows or would add, and those that are named. */
export async function workTree(root: string, named: readonly string[]): Promise<FileTree> {
  const listed = await listGitFiles(root);
  const index = listed?.index ?? [];
  const leftOut = leftOutFiles(root, index);
  const paths = [...(listed?.paths ?? []), ...named];
  const found = await Promise.all(paths.map((file) => realpath(file).catch(() => undefined)));
  const locations = found.flatMap((file) =>
    file !== undefined && isKanoPath(file) && isWithin(root, file) ? withForwardSlashes(file) : [],
  );
  const findLeftOut = async () => leftOut;
  const configurations = new Configurations(root, findLeftOut);
  const isOnDisk = new Set(locations);
  return {
    locations: [...new Set([...locations, ...[...leftOut.keys()].filter(isKanoPath)])],
    resolve: fileSource(root, new Map(), findLeftOut).resolve,
    configurationFile: (location) => configurations.nearest(location, root),
    excludes: (location) => configurations.excludes(location, root),
    objectOf: (location) => (isOnDisk.has(location) ? undefined : leftOut.get(location)?.object),
    async readText(location) {
      const found = await stat(location).catch(() => undefined);
      // What is a link now, or lies in a folder that is one, is another file.
      const isItself = isOnDisk.has(location) || withForwardSlashes(await realpath(location).catch(() => '')) === location;
      if (found?.isFile() && isItself) return readText(location, location);
      const bytes = await leftOut.get(location)?.read();
      return bytes && decodeText(bytes, location);
    },
    // Whoever has merged a file by hand need not have staged it: the markers in it tell.
    unmerged: new Set(),
  };
}

/** The files of a commit. */
export async function commitTree(root: string, commit: string, shownAs: string): Promise<FileTree> {
  const entries: TreeEntry[] = [];
  const submodules: Submodule[] = [];
  for (const line of listedLines(await askGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]), isRead)) {
    const [, mode, type, object = '', path] = /^(\d+) (blob|commit) ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    if (type === 'commit') submodules.push(submodule(root, path, object, shownAs));
    else if (isRead(path)) entries.push({ path, object, isLink: mode === '120000' });
  }
  return recordedTree(root, entries, submodules, `${shownAs}:`);
}

const isRead = (path: string) => isKanoPath(path) || isConfigurationPath(path);

/** What is recorded of a submodule is in its own repository, if it is checked out. */
function submodule(root: string, path: string, commit: string, shownAs: string): Submodule {
  const folder = join(root, path);
  const tree = once(async () => {
    const isCheckedOut = await stat(join(folder, '.git')).catch(() => undefined);
    return isCheckedOut && commitTree(folder, commit, `${shownAs}:${path}`);
  });
  return { location: posix.join(withForwardSlashes(root), path), tree };
}

/** An empty text. So Git records a file that is only announced (`git add --intent-to-add`): it is not part of the next commit. */
const emptyObjects: ReadonlySet<string> = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

/** The files of the index: what the next commit will hold. */
export async function indexTree(root: string): Promise<FileTree> {
  const index = (await listGitFiles(root))?.index ?? [];
  const paths = index.map((entry) => ({ ...entry, path: withForwardSlashes(entry.path).slice(withForwardSlashes(root).length + 1) }));
  const tree = await recordedTree(
    root,
    paths.filter(({ isUnmerged, object }) => !isUnmerged && !emptyObjects.has(object)),
    [],
    ':',
  );
  const unmerged = index.flatMap(({ path, isUnmerged }) => (isUnmerged ? withForwardSlashes(path) : []));
  return { ...tree, unmerged: new Set(unmerged) };
}

/** Nothing, as before the first commit. */
export function emptyTree(root: string): Promise<FileTree> {
  return recordedTree(root, [], [], '');
}
