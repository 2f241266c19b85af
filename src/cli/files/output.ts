import { randomBytes } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isKanoPath } from '../../document/product.ts';
import { Failure, hasCode, isFolder, unreadable, unwritable } from '../terminal/failure.ts';

/** What `-o` names: `path` as it is shown, `location` its absolute path. */
export interface Output {
  readonly path: string;
  readonly location: string;
  /** A stream (a device, a pipe) takes what is written to it, and has no text to compare with or to replace. */
  readonly kind: 'file' | 'stream';
}

/**
 * Where to write; `undefined` for standard output.
 * @param path what follows `-o`: `-`, like nothing, is standard output
 * @throws for folders, and for requirements files, which would be overwritten by mistake only
 */
export async function findOutput(path: string | undefined, currentFolder: string): Promise<Output | undefined> {
  if (path === undefined || path === '-') return undefined;
  const location = resolve(currentFolder, path);
  const real = await realpath(location).catch(() => location);
  if (isKanoPath(location) || isKanoPath(real))
    throw new Failure(
      l10n.t('{path} has the name of a requirements file, so it is not overwritten. Name another file after -o.', { path }),
    );
  const found = await stat(location).catch(() => undefined);
  if (found?.isDirectory()) throw new Failure(isFolder(path));
  return { path, location, kind: found === undefined || found.isFile() ? 'file' : 'stream' };
}

/** The text of the file now, with line ends of one character, whatever Git made of them; `undefined` where there is no file. */
export async function readWritten({ location, path }: Output): Promise<string | undefined> {
  try {
    return (await readFile(location, 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Failure(unreadable(path, error));
  }
}

/** Writes to a file as `writeWhole` does. A device or a pipe must not be replaced by a file: it gets the text, once somebody reads it. */
export async function writeOutput(output: Output, text: string): Promise<void> {
  if (output.kind === 'file') return writeWhole(output, text);
  await writeFile(output.location, text).catch((error: unknown) => {
    throw new Failure(unwritable(output.path, error));
  });
}

/** Writes a file atomically: other programs see the old text or the new one, and no temporary file is left behind. */
async function writeWhole({ location, path }: Output, text: string): Promise<void> {
  // The target of a link is replaced, not the link.
  const target = await realpath(location).catch(() => location);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const mode = await stat(target).then(
      (found) => found.mode & 0o777,
      () => 0o666,
    );
    await writeFile(temporary, text, { flag: 'wx', mode });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (hasCode(error, 'ENOENT'))
      throw new Failure(l10n.t('{path} cannot be written: there is no folder {folder}. Create it first.', { path, folder: dirname(path) }));
    throw new Failure(unwritable(path, error));
  }
}
