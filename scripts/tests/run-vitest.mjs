import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cacheFolder, projectFolder } from '../vscode/folders.mjs';
import { runCommand } from '../vscode/run-command.mjs';

/**
 * Runs vitest with its usual output, and counts.
 *
 * @param {string[]} vitestArguments
 * @param {Record<string, string>} [environment] More environment variables.
 * @returns {Promise<import('./counts.mjs').Counts>} A run that vitest could not finish counts as one failure.
 */
export async function runVitest(vitestArguments, environment = {}) {
  const report = join(cacheFolder, `vitest-${process.pid}.json`);
  mkdirSync(dirname(report), { recursive: true });
  const { code } = await runCommand(
    process.execPath,
    [
      join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...vitestArguments,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: projectFolder, env: { ...process.env, ...environment }, show: true },
  );
  const counts = existsSync(report)
    ? readCounts(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0, failures: [] };
  rmSync(report, { force: true });
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [{ test: '(the run)', message: 'It failed outside of any test; its output says where.' }] };
}

/**
 * @typedef {object} Report What vitest's reporter "json" writes, as far as it is read here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }[]} testResults By file.
 */

/**
 * @param {Report} report
 * @returns {import('./counts.mjs').Counts}
 */
function readCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(projectFolder, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A file that cannot be loaded fails without a failed test.
    if (status === 'failed' && failed.length === 0) return [{ test: file, message }];
    return failed.map(({ fullName, failureMessages }) => ({ test: `${file}: ${fullName}`, message: failureMessages.join('\n') }));
  });
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}
