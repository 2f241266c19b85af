import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { isWithin, shownPath, withForwardSlashes } from '../files/shownPath.ts';
import { Failure } from '../terminal/failure.ts';

/**
 * Which files paths, folders and patterns name, of files that may be gone: by their location alone. Without any path all in the current folder
 * and below.
 * @param folder the current one, links resolved
 */
export async function selectFiles(paths: readonly string[], folder: string): Promise<FileSelection> {
  const tests = await Promise.all((paths.length === 0 ? ['.'] : paths).map(async (path) => ({ path, test: await testOf(path, folder) })));
  return {
    isSelected: (location) => tests.some(({ test }) => test(location)),
    assertAllFound(locations) {
      if (paths.length === 0) return;
      const lost = tests.filter(({ test }) => !locations.some(test));
      if (lost.length > 0) throw new Failure(...lost.map(({ path }) => ({ kind: 'no-match' as const, path })));
    },
  };
}

export interface FileSelection {
  readonly isSelected: (location: string) => boolean;
  /** Fails where one of the paths names none of these files. Where there is no path, there may be no file. */
  readonly assertAllFound: (locations: readonly string[]) => void;
}

async function testOf(path: string, folder: string): Promise<(location: string) => boolean> {
  const named = await realLocation(resolve(folder, path));
  const { base, glob, isGlob } = picomatch.scan(withForwardSlashes(path));
  if (!isGlob) return (location) => isWithin(named, location);
  const start = await realLocation(resolve(folder, base));
  const isMatch = picomatch(glob, { dot: true });
  return (location) => isWithin(named, location) || (isWithin(start, location) && isMatch(shownPath(start, location)));
}

async function realLocation(path: string): Promise<string> {
  return withForwardSlashes(await realpath(path).catch(() => path));
}
