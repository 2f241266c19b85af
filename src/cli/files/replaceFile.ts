import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { access, constants, type FileHandle, lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { type Environment, say } from '../terminal/environment.ts';
import { Failure, hasCode, systemReason, unwritable } from '../terminal/failure.ts';
import { readText } from './readText.ts';

/** A file to write: `path` as it is shown, `location` its absolute path. */
export interface WrittenFile {
  readonly path: string;
  readonly location: string;
}

/**
 * Writes a whole file, so that other programs see the old content or the new one, also when the process is killed; a temporary file goes away if it fails.
 * What a link leads to is replaced, not the link. Where the file must stay the same one it is written in place: with other names (hard links), mounted by
 * itself, or in a folder that takes no new file; the last two with a warning.
 * @throws for a file that is read-only
 */
export async function replaceFile({ path, location }: WrittenFile, content: string | Uint8Array, environment: Environment): Promise<void> {
  const target = await linkTarget(location, path);
  try {
    const found = await stat(target).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (found) await refuseReadOnly(target, found.mode, path);
    if (found && found.nlink > 1) return await writeInPlace(target, content);
    const error = await replace(target, content, found);
    if (error === undefined) return;
    if (!found || !hasCode(error, 'EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS')) throw error;
    await writeInPlace(target, content);
    say(environment, l10n.t('{path} cannot be replaced ({reason}), so it was written in place.', { path, reason: systemReason(error) }));
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (hasCode(error, 'ENOENT'))
      throw new Failure(l10n.t('{path} cannot be written: there is no folder {folder}. Create it first.', { path, folder: dirname(path) }));
    throw new Failure(unwritable(path, error));
  }
}

/** Looks whether a file may be written, if it is there. @throws for a file that is read-only */
export async function checkWritable({ path, location }: WrittenFile): Promise<void> {
  const target = await linkTarget(location, path);
  const found = await stat(target).catch(() => undefined);
  if (found) await refuseReadOnly(target, found.mode, path);
}

/**
 * Writes a file whose text is still `before`, without a byte order mark in either text: the file keeps the one it has. Gives `false`, and writes nothing, where
 * another program has changed it, or may be writing.
 */
export async function replaceUnchanged(
  file: WrittenFile,
  { before, after }: { readonly before: string; readonly after: string },
  isAlone: () => Promise<boolean>,
  environment: Environment,
): Promise<boolean> {
  const text = await readText(file.location, file.path);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (text !== mark + before || !(await isAlone())) return false;
  await replaceFile(file, mark + after, environment);
  return true;
}

/**
 * Where a path leads, links resolved; the path itself where there is nothing yet.
 * @throws where it is a link that leads nowhere: it would decide where a new file comes to be, outside the repository perhaps
 */
export async function linkTarget(location: string, path: string): Promise<string> {
  try {
    return await realpath(location);
  } catch {
    const isLink = await lstat(location).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    if (!isLink) return location;
    throw new Failure(
      l10n.t('{path} is a link that leads to no file, so nothing is written. Create the file that it leads to, or delete the link.', {
        path,
      }),
    );
  }
}

/**
 * Makes a new file and gives it the name, with the mode and the owner of the old one: as the superuser, in a container for example, it would no longer be the
 * user's. Gives the error, without a trace, where that fails.
 */
async function replace(target: string, content: string | Uint8Array, old: Stats | undefined): Promise<unknown> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', (old?.mode ?? 0o666) & 0o777);
    try {
      if (old) await keepOwnerAndMode(file, old);
      await writeAll(file, content);
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true });
    return error;
  }
}

async function keepOwnerAndMode(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await file.stat();
  // Whoever may not give a file away fails here, and then writes in place.
  if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid);
  // New files have the mode that the process allows, which may be less.
  if ((made.mode & 0o777) !== (mode & 0o777)) await file.chmod(mode & 0o777);
}

/** Overwrites the content of a file. Where that fails, a full disk for example, the old content comes back as far as possible. */
async function writeInPlace(target: string, content: string | Uint8Array): Promise<void> {
  const before = await readFile(target);
  const file = await open(target, 'r+');
  try {
    await overwrite(file, Buffer.from(content)).catch(async (error: unknown) => {
      await overwrite(file, before);
      throw error;
    });
  } finally {
    await file.close();
  }
}

async function overwrite(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await file.truncate(bytes.length);
  await file.sync();
}

/** Writes to a new file, and waits until the content is on the disk: else a crash of the machine could leave an empty file. */
export async function writeAll(file: FileHandle, content: string | Uint8Array): Promise<void> {
  await file.writeFile(content);
  await file.sync();
}

/** To replace a file nobody needs the right to write it, but its owner said no. Where the system asks nobody, as for the superuser, the mode decides. */
async function refuseReadOnly(target: string, mode: number, path: string): Promise<void> {
  const isAllowed = await access(target, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (isAllowed && (mode & 0o222) !== 0) return;
  throw new Failure(l10n.t('{path} is read-only, so it is not written. Make it writable, or name another file.', { path }));
}
