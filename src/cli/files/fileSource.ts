import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, isKanoPath } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import type { LeftOutFiles } from '../git/leftOutFiles.ts';
import { hasCode } from '../terminal/failure.ts';
import { decodeText, readText } from './readText.ts';
import { isWithin, withForwardSlashes } from './shownPath.ts';

/** Documents by their location, so that one that several products have is not read for each. */
export interface DocumentCache {
  readonly get: (location: string) => Promise<KanoModel | undefined> | undefined;
  readonly set: (location: string, reading: Promise<KanoModel | undefined>) => unknown;
}

/**
 * Files as documents, identified by their absolute path with symbolic links resolved. None outside `root` is read, whatever a file asks for.
 * @param root absolute, the folder that a product stays within
 * @param findLeftOut what a sparse checkout leaves out: it is read from the repository
 */
export function fileSource(root: string, cache: DocumentCache, findLeftOut: (root: string) => Promise<LeftOutFiles>): DocumentSource {
  // Looked up on first use: most files use no other file.
  let known: Promise<string> | undefined;
  const realRoot = () => {
    known ??= realpath(root).catch(() => resolve(root));
    return known;
  };
  return {
    async resolve(from, relativePath) {
      if (!isKanoPath(relativePath) || isAbsolute(relativePath) || /^[a-z][a-z0-9+.-]+:/i.test(relativePath)) return { reason: 'not-kano' };
      const named = resolve(dirname(from), relativePath);
      try {
        const location = await realpath(named);
        if (!isWithin(await realRoot(), location)) return { reason: 'outside' };
        return (await stat(location)).isFile() ? { uri: withForwardSlashes(location) } : { reason: 'unreadable' };
      } catch (error) {
        if (!isWithin(await realRoot(), named)) return { reason: 'outside' };
        if ((await findLeftOut(await realRoot())).has(withForwardSlashes(named))) return { uri: withForwardSlashes(named) };
        return { reason: hasCode(error, 'ENOENT', 'ENOTDIR') ? 'not-found' : 'unreadable' };
      }
    },
    open(uri) {
      const known = cache.get(uri);
      if (known) return known;
      const reading = readText(uri, uri)
        .catch(async (error) => {
          const leftOut = (await findLeftOut(await realRoot())).get(uri);
          if (leftOut) return decodeText(await leftOut.read(), uri);
          throw error;
        })
        .then(
          (text) => readModel(uri, text),
          () => undefined,
        );
      cache.set(uri, reading);
      return reading;
    },
  };
}
