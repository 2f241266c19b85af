import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, posix, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { once } from '../../base/once.ts';
import { type ConfigurationFile, isConfigurationPath, readConfiguration } from '../../document/configuration.ts';
import { type DocumentSource, isKanoPath } from '../../document/product.ts';
import { Configurations } from '../files/configurations.ts';
import { fileSource } from '../files/fileSource.ts';
import { decodeText, readText } from '../files/readText.ts';
import { isWithin, withForwardSlashes } from '../files/shownPath.ts';
import { Failure } from '../terminal/failure.ts';
import { listGitFiles, listSparseFiles } from './gitFiles.ts';
import { askGit } from './runGit.ts';

/**
 * The requirements files of a repository in one state. A file is known by its location: the absolute path that it has in the work tree, or
 * would have, with forward slashes and links resolved. So the same file has the same location in every state.
 */
export interface FileTree extends Pick<DocumentSource, 'resolve'> {
  /** The `.kanorc.yaml` nearest to a file in this state. Fails where there is one that cannot be read. */
  configurationFile(location: string): Promise<ConfigurationFile | undefined>;
  readonly locations: readonly string[];
  /** `undefined` where there is no such file. Fails where it cannot be read. */
  readText(location: string): Promise<string | undefined>;
}

/** The files as they stand now: those that Git knows or would add, and those that are named. */
export async function workTree(root: string, named: readonly string[]): Promise<FileTree> {
  const listed = (await listGitFiles(root)) ?? [];
  const found = await Promise.all([...listed, ...named].map((file) => realpath(file).catch(() => undefined)));
  const locations = found.flatMap((file) =>
    file !== undefined && isKanoPath(file) && isWithin(root, file) ? withForwardSlashes(file) : [],
  );
  const configurations = new Configurations(root);
  const sparse = await sparseTexts(root);
  const source = fileSource(root);
  return {
    locations: [...new Set([...locations, ...sparse.keys()])],
    async resolve(from, relativePath) {
      const found = await source.resolve(from, relativePath);
      const named = withForwardSlashes(resolve(dirname(from), relativePath));
      return 'reason' in found && found.reason === 'not-found' && sparse.has(named) ? { uri: named } : found;
    },
    configurationFile: (location) => configurations.nearest(location, root),
    async readText(location) {
      const found = await stat(location).catch(() => undefined);
      return found?.isFile() ? readText(location, location) : sparse.get(location)?.();
    },
  };
}

/** The texts of the files that a sparse checkout leaves out, by their locations. */
async function sparseTexts(root: string): Promise<ReadonlyMap<string, () => string>> {
  const files = await withContents(root, await listSparseFiles(root));
  return new Map(files.map(({ path, bytes }) => [withForwardSlashes(path), () => decodeText(bytes, path)]));
}

/** The files of a commit, read at once. */
export async function commitTree(root: string, commit: string, shownAs: string): Promise<FileTree> {
  const entries = await withContents(root, await listTree(root, commit));
  const base = withForwardSlashes(root);
  const locationOf = (path: string) => posix.join(base, path);
  const links = new Map<string, string>();
  const configurations = new Map<string, () => ConfigurationFile>();
  const texts = new Map<string, () => string>();
  for (const { path, bytes, isLink } of entries) {
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

/** The files with their contents. Fails where the repository lacks one: a file that cannot be read is not one that was removed. */
async function withContents<File extends { readonly path: string; readonly object: string }>(
  root: string,
  files: readonly File[],
): Promise<readonly (File & { readonly bytes: Buffer })[]> {
  const names = [...new Set(files.map(({ object }) => object))];
  if (names.length === 0) return [];
  const found = new Map<string, Buffer>();
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
  return files.map((file) => {
    const bytes = found.get(file.object);
    if (bytes) return { ...file, bytes };
    const { path } = file;
    throw new Failure(
      l10n.t(
        'The repository lacks the content of {path}: it is a partial clone, or damaged. “git fetch --refetch” gets it, “git fsck” says what is missing.',
        { path },
      ),
    );
  });
}

/** More hops than any honest chain of links has. */
const hopsLimit = 40;

function followLinks(location: string, links: ReadonlyMap<string, string>): string {
  let current = location;
  for (let hops = 0; hops < hopsLimit; hops++) current = links.get(current) ?? current;
  return current;
}
