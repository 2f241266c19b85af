import { join } from 'node:path';
import { Failure } from '../terminal/failure.ts';
import { findGitProgram } from './gitProgram.ts';
import { listedLines } from './pathNames.ts';
import { gitFailed, runGit } from './runGit.ts';

/** The requirements files and `.kanorc.yaml` files that Git knows in a folder and below, all as absolute paths. */
export interface ListedFiles {
  /** Those in the index, and those that Git would add. Some may be deleted. */
  readonly paths: readonly string[];
  /** Those in the index. One that is unmerged is there up to three times. */
  readonly index: readonly IndexEntry[];
}

export interface IndexEntry {
  readonly path: string;
  readonly object: string;
  readonly isLink: boolean;
  /** Its versions have not been merged yet. */
  readonly isUnmerged: boolean;
  /** A sparse checkout leaves it out, or somebody told Git to take it for unchanged (`--assume-unchanged`): absent is not deleted. */
  readonly isLeftOut: boolean;
}

const patterns = ['*.kano.yaml', '*.kano.yml', '.kanorc.yaml'].map((name) => `:(glob)**/${name}`);

/**
 * Asks Git once. `undefined` where there is no Git, or the folder is in no work tree of a repository. Fails where Git refuses: without its answer, files that
 * it ignores would count, and files that a sparse checkout leaves out would look removed.
 */
export async function listGitFiles(folder: string): Promise<ListedFiles | undefined> {
  if ((await findGitProgram()) === undefined) return undefined;
  const parameters = ['ls-files', '--cached', '--others', '--exclude-standard', '-v', '--stage', '-z', '--', ...patterns];
  const { code, output, errors } = await runGit(folder, parameters);
  if (code !== 0 && /not a git repository|must be run in a work tree|cannot use bare repository/.test(errors)) return undefined;
  if (code !== 0) throw new Failure(gitFailed(errors));
  const paths = new Set<string>();
  const index: IndexEntry[] = [];
  for (const line of listedLines(output)) {
    const [, tag, mode, object, stage, path] = /^(\S) (?:(\d{6}) ([0-9a-f]+) (\d)\t)?(.+)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    paths.add(join(folder, path));
    if (object !== undefined && mode?.startsWith('1'))
      index.push({
        path: join(folder, path),
        object,
        isLink: mode === '120000',
        isUnmerged: stage !== '0',
        isLeftOut: tag === 'S' || /[a-z]/.test(tag ?? ''),
      });
  }
  return { paths: [...paths], index };
}
