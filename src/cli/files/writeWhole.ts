import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';
import type { Output } from './findOutput.ts';

/** Writes a file as a whole or not at all: whoever reads it meanwhile sees the old text or the new one, and nothing else is left behind. */
export async function writeWhole({ location, path }: Output, text: string): Promise<void> {
  // Of a link, the file that it leads to is replaced, not the link.
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
    if (hasCode(error, 'ENOENT')) throw new Failure({ kind: 'no-folder', path, reason: dirname(path) });
    throw new Failure({ kind: 'unwritable', path, reason: systemReason(error) });
  }
}
