import { dirname, isAbsolute, posix, resolve } from 'node:path';
import { type ConfigurationFile, isConfigurationPath, readConfiguration } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import { decodeText } from '../files/readText.ts';
import { isWithin, withForwardSlashes } from '../files/shownPath.ts';
import type { FileTree } from './fileTree.ts';
import { askGit } from './runGit.ts';

/** The files of a commit, read at once. */
export async function commitTree(root: string, commit: string, shownAs: string): Promise<FileTree> {
  const entries = await listTree(root, commit);
  const contents = await readObjects(
    root,
    entries.map(({ object }) => object),
  );
  const base = withForwardSlashes(root);
  const locationOf = (path: string) => posix.join(base, path);
  const links = new Map<string, string>();
  const configurations = new Map<string, () => ConfigurationFile>();
  const texts = new Map<string, () => string>();
  for (const { path, object, isLink } of entries) {
    const bytes = contents.get(object);
    if (bytes === undefined) continue;
    const location = locationOf(path);
    // Whether a file can be read matters only where somebody asks for it.
    const text = () => decodeText(bytes, `${shownAs}:${path}`);
    if (isLink) links.set(location, posix.resolve(posix.dirname(location), bytes.toString()));
    else if (isKanoPath(path)) texts.set(location, text);
    else
      configurations.set(
        posix.dirname(location),
        once(() => readConfiguration(location, text())),
      );
  }
  return {
    locations: [...texts.keys()],
    async resolve(from, relativePath) {
      if (!isKanoPath(relativePath) || isAbsolute(relativePath) || /^[a-z][a-z0-9+.-]+:/i.test(relativePath)) return { reason: 'not-kano' };
      const named = withForwardSlashes(resolve(dirname(from), relativePath));
      const location = followLinks(named, links);
      if (!isWithin(root, location)) return { reason: 'outside' };
      return texts.has(location) ? { uri: location } : { reason: 'not-found' };
    },
    async configurationFile(location) {
      for (let folder = posix.dirname(location); isWithin(base, folder); folder = posix.dirname(folder)) {
        const found = configurations.get(folder);
        if (found || folder === base) return found?.();
      }
      return undefined;
    },
    async readText(location) {
      return texts.get(location)?.();
    },
  };
}

interface TreeEntry {
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
}

async function listTree(root: string, commit: string): Promise<readonly TreeEntry[]> {
  const listed = await askGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  return listed
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, mode, object, path] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      if (mode === undefined || object === undefined || path === undefined) return [];
      if (!isKanoPath(path) && !isConfigurationPath(path)) return [];
      return [{ path, object, isLink: mode === '120000' }];
    });
}

/** The contents of objects, by their names. */
async function readObjects(root: string, objects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const names = [...new Set(objects)];
  const found = new Map<string, Buffer>();
  if (names.length === 0) return found;
  const answer = await askGit(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  // One after the other: a line of name, type and size, the content, a line break.
  for (let start = 0; start < answer.length; ) {
    const lineEnd = answer.indexOf(10, start);
    const [name, , size] = answer.toString('utf8', start, lineEnd).split(' ');
    const end = lineEnd + 1 + Number(size);
    if (name === undefined || !Number.isSafeInteger(end)) {
      start = lineEnd + 1;
      continue;
    }
    found.set(name, answer.subarray(lineEnd + 1, end));
    start = end + 1;
  }
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** More hops than any honest chain of links has. */
const hopsLimit = 40;

function followLinks(location: string, links: ReadonlyMap<string, string>): string {
  let current = location;
  for (let hops = 0; hops < hopsLimit; hops++) current = links.get(current) ?? current;
  return current;
}
