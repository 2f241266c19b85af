import { delimiter } from 'node:path';
import { runCommandOrThrow } from './run-command.mjs';

/**
 * Runs npm in a folder, as if it were called from a fresh terminal.
 *
 * @param {string[]} commandArguments
 * @param {string} cwd
 * @param {string} [firstOnPath] A folder whose programs, such as another Node, npm and what it calls are to use.
 * @returns {Promise<string>} What it printed.
 * @throws {Error} With the end of its output when it fails.
 */
export function npm(commandArguments, cwd, firstOnPath) {
  return runCommandOrThrow('npm', [...commandArguments, '--no-audit', '--no-fund', '--no-progress'], {
    cwd,
    env: npmEnvironment(firstOnPath),
  });
}

/**
 * The environment without what an npm that runs this script has set for it (such as its silence).
 *
 * @param {string} [firstOnPath]
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(firstOnPath) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package_|lifecycle_|command$|config_(loglevel|local_prefix)$)/i.test(name),
  );
  const path = process.env.PATH ?? '';
  // JOBS lets node-gyp compile on all cores.
  return { ...Object.fromEntries(inherited), JOBS: 'max', PATH: firstOnPath ? `${firstOnPath}${delimiter}${path}` : path };
}
