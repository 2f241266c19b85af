import { getSystemErrorMap } from 'node:util';
import * as l10n from '@vscode/l10n';
import { version } from '../../../package.json';
import { errorReport } from '../../base/errorReport.ts';
import type { ProblemCode } from '../../problems/index.ts';
import { type ExitCode, exitCode, say } from './environment.ts';

/** The command cannot do what it was asked to do: it gives each reason on a line of its own, writes nothing, and exits with 2. */
export class Failure extends Error {
  readonly reasons: readonly string[];

  /** @param reasons sentences that name paths as the user gave them */
  constructor(...reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'Failure';
    this.reasons = reasons;
  }
}

/** Why a path names nothing that could be read. */
export function noMatch(path: string): string {
  return l10n.t('{path} matches no file. Give a *.kano.yaml or *.kano.yml file, a folder, or a pattern in quotes.', { path });
}

export function notKano(path: string): string {
  return l10n.t('{path} is not named *.kano.yaml or *.kano.yml, so it is not read.', { path });
}

/** Why a `.kanorc.yaml` is not read. */
export function notARegularFile(path: string): string {
  return l10n.t('{path} is a device, a pipe, or a link that leads out of the repository or to a file of another name, so it is not read.', {
    path,
  });
}

/** Why a file that is named is not read: it would be waited for. */
export function isStream(path: string): string {
  return l10n.t('{path} is a device or a pipe, so it is not read. Pass its text as standard input: “-”.', { path });
}

export function isFolder(path: string): string {
  return l10n.t('{path} is a folder. Name a file in it.', { path });
}

/** @param error what the system said */
export function unreadable(path: string, error: unknown): string {
  return l10n.t('{path} cannot be read ({reason}).', { path, reason: systemReason(error) });
}

/** @param error what the system said */
export function unwritable(path: string, error: unknown): string {
  return l10n.t('{path} cannot be written ({reason}).', { path, reason: systemReason(error) });
}

/** What the system says about an error, the same on every machine: `permission denied`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? error.message.split('\n')[0] ?? error.name;
}

/** Whether an error of the file system has one of these codes, `ENOENT` for example. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException)?.code ?? '');
}

/** Writes to `errors` why the command failed, and gives the exit code. */
export function explain(error: unknown, errors: NodeJS.WritableStream): ExitCode {
  const bug = () => l10n.t('This command has a bug: {reason}. Nothing was written. Please report it.', { reason: systemReason(error) });
  for (const line of error instanceof Failure ? error.reasons : [bug()]) say({ errors }, line);
  return exitCode.failed;
}

/** Writes to `errors` that a check threw, with what a report of that bug needs. */
export function explainFailedCheck(code: ProblemCode, error: unknown, errors: NodeJS.WritableStream): void {
  say(
    { errors },
    l10n.t('The check {code} has a bug and was left out where it failed; all others ran. Please report it with these lines:', { code }),
  );
  say({ errors }, `kano ${version}, Node ${process.version}, ${process.platform}-${process.arch}`);
  for (const line of errorReport(error).split('\n')) say({ errors }, line);
}
