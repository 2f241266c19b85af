import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { starterFile } from '../../report/starterFile.ts';
import { starterWritten } from '../../wording/commandWording.ts';
import { shownPath } from '../files/shownPath.ts';
import type { Environment } from '../terminal/environment.ts';
import { type ExitCode, exitCode } from '../terminal/exitCode.ts';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';

/** `kano init` */
export async function init(
  [folder = '.']: readonly string[],
  _options: unknown,
  { currentFolder, errors }: Environment,
): Promise<ExitCode> {
  const location = join(resolve(currentFolder, folder), 'product.kano.yaml');
  const path = shownPath(currentFolder, location);
  const unwritable = (error: unknown) => {
    throw new Failure({ kind: 'unwritable', path, reason: systemReason(error) });
  };
  await mkdir(dirname(location), { recursive: true }).catch(unwritable);
  // Never over a file that exists, even one that is made at this moment.
  await writeFile(location, starterFile(), { flag: 'wx' }).catch((error: unknown) => {
    if (hasCode(error, 'EEXIST')) throw new Failure({ kind: 'exists', path });
    unwritable(error);
  });
  errors.write(`kano: ${starterWritten(path)}\n`);
  return exitCode.fine;
}
