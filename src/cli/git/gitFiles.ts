import { join } from 'node:path';
import { askGit, runGit } from './runGit.ts';

const patterns = [':(glob)**/*.kano.yaml', ':(glob)**/*.kano.yml'];

/**
 * The `*.kano.yaml` and `*.kano.yml` files in a folder and below that Git knows or would add, as absolute paths; `undefined` where there is
 * no Git or the folder is in no work tree. Files that were deleted but are still in the index may be among them.
 */
export async function listGitFiles(folder: string): Promise<readonly string[] | undefined> {
  const parameters = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns];
  const answer = await runGit(folder, parameters).catch(() => undefined);
  if (answer?.code !== 0) return undefined;
  const paths = answer.output.toString().split('\0').filter(Boolean);
  return [...new Set(paths)].map((path) => join(folder, path));
}

/** The requirements files that are in the index and, in a sparse checkout, not in the work tree, with the objects that hold them: absent is not deleted. */
export async function listSparseFiles(folder: string): Promise<readonly { readonly path: string; readonly object: string }[]> {
  // Fails where Git does: without the list, files that are absent would look removed.
  const listed = await askGit(folder, ['ls-files', '--cached', '-t', '--stage', '-z', '--', ...patterns]);
  return listed
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, object, path] = /^S 100\d+ ([0-9a-f]+) 0\t(.+)$/s.exec(line) ?? [];
      return object === undefined || path === undefined ? [] : [{ path: join(folder, path), object }];
    });
}
