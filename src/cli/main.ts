import { CommanderError } from 'commander';
import { commandFailure } from '../wording/commandWording.ts';
import type { Environment } from './environment.ts';
import { type ExitCode, exitCode } from './exitCode.ts';
import { Failure, hasCode, systemReason } from './failure.ts';
import { createProgram } from './program.ts';

const environment: Environment = {
  currentFolder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  variables: process.env,
};

// Whoever reads has seen enough (`kano lint | head`): nothing is wrong, and there is nobody left to tell.
process.stdout.on('error', (error) => {
  if (!hasCode(error, 'EPIPE', 'EOF')) {
    say(commandFailure({ kind: 'unwritable', path: '<stdout>', reason: systemReason(error) }));
    process.exitCode = exitCode.failed;
  }
  process.exit();
});
process.stderr.on('error', () => process.exit());
process.on('uncaughtException', (error) => {
  process.exitCode = explain(error);
});

// The exit code is set and the process left to end by itself: ending it here would cut off what is still being written.
run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = explain(error);
  },
);

async function run(): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  await createProgram(environment, (result) => {
    code = result;
  }).parseAsync();
  return code;
}

/** Says in a line why the command could not do it, and gives the exit code. */
function explain(error: unknown): ExitCode {
  // The library has said it all already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.failed;
  if (error instanceof Failure) for (const line of error.message.split('\n')) say(line);
  else say(commandFailure({ kind: 'mistake', reason: systemReason(error) }));
  return exitCode.failed;
}

function say(line: string): void {
  process.stderr.write(`kano: ${line}\n`);
}
