import { getSystemErrorMap } from 'node:util';
import { type CommandFailure, commandFailure } from '../../wording/commandWording.ts';

/** The command cannot do what it was asked for: it says why in a line for each reason, writes nothing, and exits with 2. */
export class Failure extends Error {
  readonly failures: readonly CommandFailure[];

  constructor(...reasons: readonly (CommandFailure | string)[]) {
    const failures = reasons.map((reason): CommandFailure => (typeof reason === 'string' ? { kind: 'import', reason } : reason));
    super(failures.map(commandFailure).join('\n'));
    this.name = 'Failure';
    this.failures = failures;
  }
}

/** What the system says of an error, the same on every machine: `permission denied`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return (errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1]) ?? error.message.split('\n')[0] ?? error.name;
}

/** Whether an error of the file system has one of these codes, `ENOENT` for example. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException)?.code ?? '');
}
