import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { starterFile } from '../../report/starterFile.ts';
import { shownPath } from '../files/shownPath.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure, hasCode, unwritable } from '../terminal/failure.ts';

/** `kano init` */
export async function init([folder = '.']: readonly string[], _options: unknown, environment: Environment): Promise<ExitCode> {
  const { currentFolder } = environment;
  const location = join(resolve(currentFolder, folder), 'product.kano.yaml');
  const path = shownPath(currentFolder, location);
  const fail = (error: unknown) => {
    throw new Failure(unwritable(path, error));
  };
  await mkdir(dirname(location), { recursive: true }).catch(fail);
  // Never over a file that exists, even one that was created a moment ago.
  await writeFile(location, starterFile(), { flag: 'wx' }).catch((error: unknown) => {
    if (hasCode(error, 'EEXIST')) throw new Failure(l10n.t('{path} already exists, so it is not overwritten.', { path }));
    fail(error);
  });
  say(environment, l10n.t('{path} is written. Add your own features to it, then run “kano analyze {path}”.', { path }));
  return exitCode.fine;
}
