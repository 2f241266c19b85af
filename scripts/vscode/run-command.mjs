import { spawn } from 'node:child_process';

/**
 * Runs a command to its end without a shell (on Windows with one, because `npm` is a script there).
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` passes the output through as it comes;
 *   otherwise it is only collected.
 * @returns {Promise<{ code: number, output: string }>} The exit code (127 when the command cannot be started) and, unless
 *   shown, what it printed.
 */
export function runCommand(command, commandArguments, options = {}) {
  const { cwd, env = process.env, show = false } = options;
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd,
      env,
      shell: process.platform === 'win32',
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/**
 * Like `runCommand`, for a command that must succeed.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<string>} What it printed.
 * @throws {Error} With the end of the output when the exit code is not 0.
 */
export async function runCommandOrThrow(command, commandArguments, options = {}) {
  const { code, output } = await runCommand(command, commandArguments, options);
  if (code !== 0) {
    throw new Error(`${command} ${commandArguments.join(' ')} ended with code ${code}\n${output.split('\n').slice(-40).join('\n')}`);
  }
  return output;
}
