import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import { Failure } from '../terminal/failure.ts';

/** What `-o` names: `path` as it is shown, `location` its absolute path. */
export interface Output {
  readonly path: string;
  readonly location: string;
  /** A stream (a device, a pipe) takes what is written to it, and has no text to compare with or to replace. */
  readonly kind: 'file' | 'stream';
}

export const standardOutput = '-';

/** Where to write. Fails for folders, and for requirements files: nobody means to write a backlog over them. */
export async function findOutput(path: string, currentFolder: string): Promise<Output> {
  const location = resolve(currentFolder, path);
  const real = await realpath(location).catch(() => location);
  if (isKanoPath(location) || isKanoPath(real)) throw new Failure({ kind: 'output-is-kano', path });
  const found = await stat(location).catch(() => undefined);
  if (found?.isDirectory()) throw new Failure({ kind: 'is-folder', path });
  return { path, location, kind: found === undefined || found.isFile() ? 'file' : 'stream' };
}
