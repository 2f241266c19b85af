import { commandFailure } from '../../wording/commandWording.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure, systemReason } from './failure.ts';

/**
 * Writes to `errors` in one line why the command failed, and gives the exit code.
 * @param unwritable what could not be written, if that is what the error is about
 */
export function explain(error: unknown, errors: NodeJS.WritableStream, unwritable?: string): ExitCode {
  const reason = systemReason(error);
  const say = (line: string) => errors.write(`kano: ${line}\n`);
  if (unwritable !== undefined) say(commandFailure({ kind: 'unwritable', path: unwritable, reason }));
  else if (error instanceof Failure) for (const line of error.message.split('\n')) say(line);
  else say(commandFailure({ kind: 'mistake', reason }));
  return exitCode.failed;
}
