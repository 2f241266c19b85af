import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The nearest folder upwards that is the root of a Git work tree, or `undefined`. Needs no Git. */
export async function findGitRoot(folder: string): Promise<string | undefined> {
  for (let current = resolve(folder); ; current = dirname(current)) {
    // In a linked work tree or a submodule `.git` is a file.
    const found = await stat(join(current, '.git')).catch(() => undefined);
    if (found) return current;
    if (dirname(current) === current) return undefined;
  }
}
