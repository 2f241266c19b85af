import { type FileHandle, mkdir, open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isKanoPath } from '../../document/product.ts';
import { starterFile } from '../../report/starterFile.ts';
import { writeAll } from '../files/replaceFile.ts';
import { shownPath } from '../files/shownPath.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure, hasCode, unwritable } from '../terminal/failure.ts';

/** `kano init` */
export async function init([folder = '.']: readonly string[], _options: unknown, environment: Environment): Promise<ExitCode> {
  const { currentFolder } = environment;
  const named = resolve(currentFolder, folder);
  const location = isKanoPath(named) && !(await isFolderAt(named)) ? named : join(named, 'product.kano.yaml');
  const path = shownPath(currentFolder, location);
  await mkdir(dirname(location), { recursive: true })
    .then((made) => writeNew(location, starterFile(), made))
    .catch((error: unknown) => {
      if (hasCode(error, 'EEXIST') && (error as NodeJS.ErrnoException).syscall === 'open')
        throw new Failure(l10n.t('{path} already exists, so it is not overwritten.', { path }));
      throw new Failure(unwritable(path, error));
    });
  say(environment, l10n.t('{path} is written. Add your own features to it, then run “kano analyze {path}”.', { path }));
  return exitCode.fine;
}

function isFolderAt(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Writes a file, never over one that exists, even one that was created a moment ago. Where that fails it leaves nothing, which would be in the way of the
 * next attempt.
 * @param made the topmost of the folders that were made for the file
 */
async function writeNew(location: string, text: string, made: string | undefined): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(location, 'wx');
    await writeAll(file, text);
    await file.close();
  } catch (error) {
    await file?.close().catch(() => undefined);
    if (file) await rm(location, { force: true });
    if (made !== undefined) await removeFolders(dirname(location), made);
    throw error;
  }
}

/** Removes a folder and those above it, up to and including `topmost`, unless something is in them. */
async function removeFolders(folder: string, topmost: string): Promise<void> {
  for (let current = folder; ; current = dirname(current)) {
    const isGone = await rmdir(current).then(
      () => true,
      () => false,
    );
    if (!isGone || current === topmost) return;
  }
}
