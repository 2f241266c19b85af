import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The `*.kano.yaml` and `*.kano.yml` files in a folder and below that Git knows or would add, as absolute paths; `undefined` where there is
 * no Git or the folder is in no work tree. Files that were deleted but are still in the index may be among them.
 */
export async function listGitFiles(folder: string): Promise<readonly string[] | undefined> {
  try {
    // A repository can name a program to run as its file system monitor: looking for files is no reason to run it.
    const options = ['-c', 'core.fsmonitor=false', 'ls-files', '--cached', '--others', '--exclude-standard', '-z', '--'];
    const patterns = [':(glob)**/*.kano.yaml', ':(glob)**/*.kano.yml'];
    const { stdout } = await run('git', [...options, ...patterns], {
      cwd: folder,
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
      windowsHide: true,
    });
    const paths = stdout.split('\0').filter((path) => path !== '');
    return [...new Set(paths)].map((path) => join(folder, path));
  } catch {
    return undefined;
  }
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
