import { dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import { matchesPath } from '../../base/pathPattern.ts';
import { isKanoPath } from '../../document/product.ts';
import { findGitRoot } from '../git/gitRoot.ts';
import { leftOutFinder } from '../git/leftOutFiles.ts';
import { Failure, notKano } from '../terminal/failure.ts';
import { Configurations } from './configurations.ts';
import { type FoundFile, findFiles, standardInput } from './findFiles.ts';

export interface ReadOptions {
  /** The name of standard input; `uses` is resolved from it. */
  readonly stdinFilename?: string;
  /** Patterns of files to leave out, seen from the current folder. */
  readonly exclude?: readonly string[];
  /** The day at which the age of data counts; without it nothing is said about ages. */
  readonly asOf?: string;
}

/** What the files of one run have in common. */
export interface Surroundings {
  readonly findLeftOut: ReturnType<typeof leftOutFinder>;
  readonly configurations: Configurations;
  /** The folder that products in a folder must not read outside of. */
  readonly rootOf: (folder: string) => Promise<string>;
}

/** @param currentFolder absolute */
export function surroundings(currentFolder: string): Surroundings {
  const findLeftOut = leftOutFinder();
  return { findLeftOut, configurations: new Configurations(currentFolder, findLeftOut), rootOf: rootFinder(currentFolder) };
}

/**
 * The named files without those that `--exclude` names, and of those that nobody named without those that a `.kanorc.yaml` excludes. Fails
 * where none is left.
 */
export async function includedFiles(
  paths: readonly string[],
  { exclude = [], stdinFilename }: ReadOptions,
  currentFolder: string,
  { configurations, rootOf }: Surroundings,
): Promise<readonly FoundFile[]> {
  if (stdinFilename !== undefined && !isKanoPath(stdinFilename)) throw new Failure(notKano(stdinFilename));
  const left: FoundFile[] = [];
  for (const file of await findFiles(paths, currentFolder)) {
    const { path, location, isNamed } = file;
    if (path !== standardInput && exclude.some((pattern) => matchesPath(pattern, path))) continue;
    if (isNamed || !(await configurations.excludes(location, await rootOf(dirname(location))))) left.push(file);
  }
  if (left.length > 0) return left;
  throw new Failure(
    l10n.t('All files that were found are excluded, by --exclude or by “exclude” in .kanorc.yaml. Name a file to read it all the same.'),
  );
}

/** Searched once per folder: repositories have many files in few folders. */
function rootFinder(currentFolder: string): (folder: string) => Promise<string> {
  const known = new Map<string, Promise<string | undefined>>();
  return async (folder) => {
    const root = known.get(folder) ?? findGitRoot(folder);
    known.set(folder, root);
    return (await root) ?? currentFolder;
  };
}
