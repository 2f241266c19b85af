import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import type { Environment } from './terminal/environment.ts';
import { type ExitCode, exitCode } from './terminal/exitCode.ts';
import { explain } from './terminal/explain.ts';

/** Runs what the arguments of the process ask for, and sets its exit code. */
export async function run(): Promise<void> {
  process.on('uncaughtException', (error) => {
    process.exitCode = explain(error);
  });
  const environment: Environment = {
    currentFolder: process.cwd(),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    variables: process.env,
  };
  // The exit code is set and the process left to end by itself: ending it here would cut off what is still being written.
  process.exitCode = await result(environment);
}

async function result(environment: Environment): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  try {
    await createProgram(environment, (given) => {
      code = given;
    }).parseAsync();
    return code;
  } catch (error) {
    // The library has said it all already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.failed;
    return explain(error);
  }
}
