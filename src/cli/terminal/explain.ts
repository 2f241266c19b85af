import { commandFailure } from '../../wording/commandWording.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure, systemReason } from './failure.ts';

/**
 * Says in a line on standard error why the command could not do it, and gives the exit code.
 * @param unwritable what could not be written, where that is what the error says
 */
export function explain(error: unknown, unwritable?: string): ExitCode {
  const reason = systemReason(error);
  if (unwritable !== undefined) say(commandFailure({ kind: 'unwritable', path: unwritable, reason }));
  else if (error instanceof Failure) for (const line of error.message.split('\n')) say(line);
  else say(commandFailure({ kind: 'mistake', reason }));
  return exitCode.failed;
}

function say(line: string): void {
  process.stderr.write(`kano: ${line}\n`);
}
