import { realpath, stat } from 'node:fs/promises';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import { Configurations } from '../files/configurations.ts';
import { fileSource } from '../files/fileSource.ts';
import { readText } from '../files/readText.ts';
import { isWithin, withForwardSlashes } from '../files/shownPath.ts';
import type { FileTree } from './fileTree.ts';
import { listGitFiles } from './gitFiles.ts';

/** The files as they stand now: those that Git knows or would add, and those that are named. */
export async function workTree(root: string, named: readonly string[]): Promise<FileTree> {
  const listed = (await listGitFiles(root)) ?? [];
  const found = await Promise.all([...listed, ...named].map((file) => realpath(file).catch(() => undefined)));
  const locations = found.flatMap((file) =>
    file !== undefined && isKanoPath(file) && isWithin(root, file) ? withForwardSlashes(file) : [],
  );
  const configurations = new Configurations(root);
  return {
    locations: [...new Set(locations)],
    resolve: fileSource(root).resolve,
    configurationFile: (location) => configurations.nearest(location, root),
    async readText(location) {
      const found = await stat(location).catch(() => undefined);
      return found?.isFile() ? readText(location, location) : undefined;
    },
  };
}
