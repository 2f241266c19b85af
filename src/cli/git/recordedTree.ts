import { dirname, isAbsolute, posix, resolve } from 'node:path';
import { once } from '../../base/once.ts';
import { type ConfigurationFile, isExcluded, readConfiguration } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/product.ts';
import { decodeText } from '../files/readText.ts';
import { isWithin, withForwardSlashes } from '../files/shownPath.ts';
import type { FileTree } from './fileTree.ts';
import { readObjects } from './gitObjects.ts';

/** A file that Git has recorded, by its path from the root. */
export interface TreeEntry {
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
}

export interface Submodule {
  readonly location: string;
  /** Its files; `undefined` where it is not checked out. */
  readonly tree: () => Promise<FileTree | undefined>;
}

/**
 * Files that Git has recorded as a tree. Those of submodules are none of its own, but its files may use them.
 * @param shownAs what comes before the paths in messages
 */
export async function recordedTree(
  root: string,
  entries: readonly TreeEntry[],
  submodules: readonly Submodule[],
  shownAs: string,
): Promise<FileTree> {
  const base = withForwardSlashes(root);
  const read = await readObjects(
    root,
    entries.map(({ object }) => object),
  );
  const links = new Map<string, () => Promise<string>>();
  const configurations = new Map<string, () => Promise<ConfigurationFile>>();
  const texts = new Map<string, () => Promise<string>>();
  const objects = new Map<string, string>();
  for (const { path, object, isLink } of entries) {
    const location = posix.join(base, path);
    // Whether a file can be read matters only where somebody asks for it.
    const text = async () => decodeText(await read(object, path), `${shownAs}${path}`);
    if (isLink) links.set(location, async () => posix.resolve(posix.dirname(location), (await read(object, path)).toString()));
    else if (isKanoPath(path)) {
      texts.set(location, text);
      objects.set(location, object);
    } else
      configurations.set(
        posix.dirname(location),
        once(async () => readConfiguration(location, await text())),
      );
  }
  const readText = async (location: string): Promise<string | undefined> => {
    const own = texts.get(location);
    if (own) return own();
    const holder = submodules.find((each) => isWithin(each.location, location));
    return (await holder?.tree())?.readText(location);
  };
  /** The nearest first. */
  const configurationsAbove = (location: string) => {
    const found: { readonly folder: string; readonly read: () => Promise<ConfigurationFile> }[] = [];
    for (let folder = posix.dirname(location); isWithin(base, folder); folder = posix.dirname(folder)) {
      const read = configurations.get(folder);
      if (read) found.push({ folder, read });
      if (folder === base) break;
    }
    return found;
  };
  return {
    locations: [...texts.keys()],
    async resolve(from, relativePath) {
      if (!isKanoPath(relativePath) || isAbsolute(relativePath) || /^[a-z][a-z0-9+.-]+:/i.test(relativePath)) return { reason: 'not-kano' };
      const location = await followLinks(withForwardSlashes(resolve(dirname(from), relativePath)), links);
      if (!isWithin(root, location)) return { reason: 'outside' };
      return texts.has(location) || (await readText(location)) !== undefined ? { uri: location } : { reason: 'not-found' };
    },
    configurationFile: async (location) => configurationsAbove(location)[0]?.read(),
    async excludes(location) {
      for (const { folder, read } of configurationsAbove(location))
        if (isExcluded(location, folder, (await read()).configuration)) return true;
      return false;
    },
    objectOf: (location) => objects.get(location),
    readText,
    unmerged: new Set(),
  };
}

/** More hops than any honest chain of links has. */
const hopsLimit = 40;

async function followLinks(location: string, links: ReadonlyMap<string, () => Promise<string>>): Promise<string> {
  let current = location;
  for (let hops = 0; hops < hopsLimit; hops++) {
    const target = await links.get(current)?.();
    if (target === undefined) return current;
    current = target;
  }
  return current;
}
