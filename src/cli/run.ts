import { CommanderError } from 'commander';
import type { ProblemCode } from '../problems/index.ts';
import type { FailureListener } from '../problems/runCheck.ts';
import { createProgram } from './program.ts';
import type { Environment } from './terminal/environment.ts';
import { type ExitCode, exitCode } from './terminal/environment.ts';
import { explain, explainFailedCheck } from './terminal/failure.ts';

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
  const failed = new Map<ProblemCode, unknown>();
  const onFailedCheck: FailureListener = (check, error) => failed.has(check) || failed.set(check, error);
  try {
    await createProgram({ ...environment, onFailedCheck }, (given) => {
      code = given;
    }).parseAsync(parameters, { from: 'user' });
    for (const [check, error] of failed) explainFailedCheck(check, error, environment.errors);
    return failed.size > 0 ? exitCode.failed : code;
  } catch (error) {
    // The library has already written the reason.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.failed;
    return explain(error, environment.errors);
  }
}
