import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isKanoPath } from '../../document/product.ts';
import { type Diff, diffProduct } from '../../report/diff/diff.ts';
import { standardInput } from '../files/findFiles.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { readFiles } from '../files/readFiles.ts';
import { shownPath } from '../files/shownPath.ts';
import type { Environment } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

/** One side of a pair of files. */
interface ComparedFile {
  readonly file: string;
  /** What the file is a copy of, and what paths in it are relative to; by default the file itself. */
  readonly path?: string;
}

/** What Git and other tools name for a file that is not there, on Windows too. */
const noFile = '/dev/null';

/** Whether Git runs the command to show a file of a diff (`diff.<driver>.command`, `GIT_EXTERNAL_DIFF`, `git difftool`). */
export function isCalledByGit({ variables }: Environment): boolean {
  return variables.GIT_DIFF_PATH_COUNTER !== undefined;
}

/**
 * The two files that operands name, if the first names one: a file that exists is meant as a file, even if a revision has its name. Git calls a diff driver
 * with path, old file, its hash and mode, new file, its hash and mode, and for a renamed file the new path.
 */
export async function filePair(
  operands: readonly string[],
  environment: Environment,
): Promise<readonly [ComparedFile, ComparedFile] | undefined> {
  const [first = '', second, , , newFile, , , newPath] = operands;
  if (isCalledByGit(environment) && operands.length >= 7 && second !== undefined && newFile !== undefined)
    return [
      { file: second, path: first },
      { file: newFile, path: newPath ?? first },
    ];
  if (!(await isFile(first, environment))) return undefined;
  if (second === undefined || operands.length > 2)
    throw new Failure(l10n.t('{path} is a file. Name a second file to compare it with, or a revision before it.', { path: first }));
  return [{ file: first }, { file: second }];
}

async function isFile(operand: string, { currentFolder }: Environment): Promise<boolean> {
  if (operand === standardInput || operand === noFile) return true;
  if (!isKanoPath(operand)) return false;
  const found = await stat(resolve(currentFolder, operand)).catch(() => undefined);
  return found?.isFile() === true;
}

/** Compares two files, without Git. A side may be missing. */
export async function compareFiles(
  [first, second]: readonly [ComparedFile, ComparedFile],
  options: ReadOptions,
  environment: Environment,
): Promise<Diff> {
  const before = await readSide(first, options, environment);
  const after = await readSide(second, options, environment);
  const folder = await realpath(environment.currentFolder);
  return {
    base: before?.path ?? noFile,
    head: after?.path ?? noFile,
    products: before || after ? [diffProduct(before, after)] : [],
    pathOf: ({ uri }) => shownPath(folder, uri),
  };
}

async function readSide({ file, path }: ComparedFile, options: ReadOptions, environment: Environment) {
  if (file === noFile) return null;
  if (path === undefined) return (await readFiles([file], options, environment))[0] ?? null;
  const input = createReadStream(resolve(environment.currentFolder, file));
  return (await readFiles([standardInput], { stdinFilename: path }, { ...environment, input }))[0] ?? null;
}
