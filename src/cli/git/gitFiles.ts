import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runGit } from './runGit.ts';

/**
 * The `*.kano.yaml` and `*.kano.yml` files in a folder and below that Git knows or would add, as absolute paths; `undefined` where there is
 * no Git or the folder is in no work tree. Files that were deleted but are still in the index may be among them.
 */
export async function listGitFiles(folder: string): Promise<readonly string[] | undefined> {
  const patterns = [':(glob)**/*.kano.yaml', ':(glob)**/*.kano.yml'];
  const parameters = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns];
  const answer = await runGit(folder, parameters).catch(() => undefined);
  if (answer?.code !== 0) return undefined;
  const paths = answer.output.toString().split('\0').filter(Boolean);
  return [...new Set(paths)].map((path) => join(folder, path));
}

/** The nearest folder upwards that is the root of a Git work tree, or `undefined`. Needs no Git. */
export async function findGitRoot(folder: string): Promise<string | undefined> {
  for (let current = resolve(folder); ; current = dirname(current)) {
    // In a linked work tree or a submodule `.git` is a file.
    const found = await stat(join(current, '.git')).catch(() => undefined);
    if (found) return current;
    if (dirname(current) === current) return undefined;
  }
}
