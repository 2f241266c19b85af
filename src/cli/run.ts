import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import type { Environment } from './terminal/environment.ts';
import { type ExitCode, exitCode } from './terminal/environment.ts';
import { explain } from './terminal/failure.ts';

/** Runs what the arguments of the process ask for, and sets its exit code. */
export async function run(): Promise<void> {
  process.on('uncaughtException', (error) => {
    process.exitCode = explain(error, process.stderr);
  });
  // The exit code is set and the process left to end by itself: ending it here would cut off what is still being written.
  process.exitCode = await runCommand(process.argv.slice(2), {
    currentFolder: process.cwd(),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    variables: process.env,
  });
}

/** Runs what the arguments ask for. Writes the reason to `errors` when it cannot. */
export async function runCommand(parameters: readonly string[], environment: Environment): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  try {
    await createProgram(environment, (given) => {
      code = given;
    }).parseAsync(parameters, { from: 'user' });
    return code;
  } catch (error) {
    // The library has already written the reason.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.failed;
    return explain(error, environment.errors);
  }
}
