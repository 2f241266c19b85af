import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from '../../base/once.ts';
import { withForwardSlashes } from '../files/shownPath.ts';
import { type IndexEntry, listGitFiles } from './gitFiles.ts';
import { gitFolders } from './gitFolders.ts';
import { readObjects } from './gitObjects.ts';

/** What a sparse checkout leaves out of a work tree, by location: it is absent from the disk, but it is there. */
export type LeftOutFiles = ReadonlyMap<string, LeftOutFile>;

interface LeftOutFile {
  readonly object: string;
  /** Fails where the clone lacks the content. */
  readonly read: () => Promise<Buffer>;
}

export function leftOutFiles(root: string, index: readonly IndexEntry[]): LeftOutFiles {
  const entries = index.filter(({ isLeftOut, isLink }) => isLeftOut && !isLink);
  const reading = once(() =>
    readObjects(
      root,
      entries.map(({ object }) => object),
    ),
  );
  return new Map(
    entries.map(({ path, object }) => [withForwardSlashes(path), { object, read: async () => (await reading())(object, path) }]),
  );
}

/** Finds what is left out of work trees, each asked for once. Git is called only where a sparse checkout is set up. */
export function leftOutFinder(): (root: string) => Promise<LeftOutFiles> {
  const known = new Map<string, Promise<LeftOutFiles>>();
  return (root) => {
    const finding = known.get(root) ?? findLeftOut(root);
    known.set(root, finding);
    return finding;
  };
}

async function findLeftOut(root: string): Promise<LeftOutFiles> {
  const [own = ''] = await gitFolders(root);
  const isSparse = await stat(join(own, 'info', 'sparse-checkout')).catch(() => undefined);
  return isSparse ? leftOutFiles(root, (await listGitFiles(root))?.index ?? []) : new Map();
}
