import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  const counts = existsSync(report) ? readCounts(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  rmSync(report, { force: true });
  // A file that cannot be loaded, or an error outside of any test, fails the run without a failed test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report */
function readCounts(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
}
