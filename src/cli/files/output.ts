import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isConfigurationPath } from '../../document/configuration.ts';
import { isKanoPath } from '../../document/product.ts';
import { logText } from '../../report/plainText.ts';
import type { Environment } from '../terminal/environment.ts';
import { Failure, hasCode, isFolder, unreadable, unwritable } from '../terminal/failure.ts';
import { linkTarget, replaceFile } from './replaceFile.ts';

/** What `-o` names: `path` as it is shown, `location` its absolute path. */
export interface Output {
  readonly path: string;
  readonly location: string;
  /** A stream (a device, a pipe) takes what is written to it, and has no text to compare with or to replace. */
  readonly kind: 'file' | 'stream';
}

/** Its other names cannot be opened where it is a socket, or belongs to somebody else. */
const standardOutput: readonly string[] = ['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'];

/**
 * Where to write; `undefined` for standard output.
 * @param path what follows `-o`: `-`, like nothing and what systems call it, is standard output
 * @throws for folders, for links that lead nowhere, and for requirements files, which would be overwritten by mistake only
 */
export async function findOutput(path: string | undefined, currentFolder: string): Promise<Output | undefined> {
  if (path === undefined || standardOutput.includes(path)) return undefined;
  if (path === '') throw new Failure(l10n.t('-o has no name after it. Name a file, or “-” for standard output.'));
  const location = resolve(currentFolder, path);
  // What leads to a pipe has no target that could be resolved, /dev/stdout for example.
  const named = await stat(location).catch(() => undefined);
  if (named && !named.isFile() && !named.isDirectory()) return { path, location, kind: 'stream' };
  const real = await linkTarget(location, path);
  if (isKanoPath(location) || isKanoPath(real))
    throw new Failure(
      l10n.t('{path} has the name of a requirements file, so it is not overwritten. Name another file after -o.', { path }),
    );
  if (isConfigurationPath(location) || isConfigurationPath(real))
    throw new Failure(l10n.t('{path} has the name of the settings file, so it is not overwritten. Name another file after -o.', { path }));
  if (named?.isDirectory() || /[\\/]$/.test(path)) throw new Failure(isFolder(path));
  return { path, location, kind: 'file' };
}

/** Why a format is not written to standard output: a terminal and a log get no bytes. */
export function isForFile(format: string, example: string): string {
  return l10n.t('The format {format} is for a file. Name one after -o, as {example}.', { format, example });
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

/** Writes to a file as `replaceFile` does. A device or a pipe must not be replaced by a file: it gets the text, once somebody reads it. */
export async function writeOutput(output: Output, text: string, environment: Environment): Promise<void> {
  if (output.kind === 'file') return replaceFile(output, text, environment);
  await writeFile(output.location, logText(text)).catch((error: unknown) => {
    throw new Failure(unwritable(output.path, error));
  });
}

/** What a command makes anew each time. */
export interface OwnText {
  readonly text: string;
  /** `kano matrix` for example. */
  readonly command: string;
  /** Whether the command wrote a text. */
  readonly isOwn: (text: string) => boolean;
  /** Whether somebody has edited what the command wrote, where that is to be kept. */
  readonly isEdited?: (text: string) => boolean;
}

/** Writes over nothing but an empty file and what the same command wrote before. */
export async function writeOwn(output: Output, { text, command, isOwn, isEdited }: OwnText, environment: Environment): Promise<void> {
  const written = output.kind === 'file' ? await readWritten(output) : undefined;
  if (written === text) return;
  const isEmpty = written === undefined || written.trim() === '';
  if (!isEmpty && !isOwn(written)) throw notOwn(output, command);
  if (!isEmpty && isEdited?.(written))
    throw new Failure(l10n.t('{path} was edited since it was written. Delete it, or name another file.', { path: output.path }));
  await writeOutput(output, text, environment);
}

/** What a command makes anew each time and is no text. */
export interface OwnBytes {
  readonly bytes: Uint8Array;
  readonly command: string;
  readonly isOwn: (bytes: Uint8Array) => Promise<boolean>;
}

/** As `writeOwn`, for what is no text: writes over nothing but an empty file and what the same command wrote before. */
export async function writeOwnBytes(output: Output, { bytes, command, isOwn }: OwnBytes, environment: Environment): Promise<void> {
  const failed = (error: unknown): never => {
    throw new Failure(unwritable(output.path, error));
  };
  if (output.kind === 'stream') return writeFile(output.location, bytes).catch(failed);
  const written = await readFile(output.location).catch((error: unknown) => (hasCode(error, 'ENOENT') ? undefined : failed(error)));
  if (written?.equals(bytes)) return;
  if (written && written.length > 0 && !(await isOwn(written))) throw notOwn(output, command);
  await replaceFile(output, bytes, environment);
}

function notOwn({ path }: Output, command: string): Failure {
  return new Failure(
    l10n.t('{path} was not written by “{command}”, so it is not overwritten. Delete it first, or name another file after -o.', {
      path,
      command,
    }),
  );
}
