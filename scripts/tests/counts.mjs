import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testResultsFolder } from '../vscode/folders.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: { test: string, message: string }[] }} Counts */

/**
 * Leaves a suite's counts in `test-results/<suite>.json`.
 *
 * @param {string} suite
 * @param {Counts} counts May hold more than the counts.
 */
export function saveCounts(suite, counts) {
  mkdirSync(testResultsFolder, { recursive: true });
  writeFileSync(countsFile(suite), `${JSON.stringify(counts, null, 2)}\n`);
}

/**
 * @param {string} suite
 * @returns {Counts | undefined} What `saveCounts` left; nothing when the suite ended before that.
 */
export function readCounts(suite) {
  return existsSync(countsFile(suite)) ? JSON.parse(readFileSync(countsFile(suite), 'utf8')) : undefined;
}

/**
 * Removes what an earlier run left, so that it is not taken for this run's.
 *
 * @param {string} suite
 */
export function forgetCounts(suite) {
  rmSync(countsFile(suite), { force: true });
}

/**
 * @param {Counts} counts
 * @returns {string} `N passed, N failed`, and `, N skipped` when there are any.
 */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sumOfCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}

/** @param {string} suite */
function countsFile(suite) {
  return join(testResultsFolder, `${suite}.json`);
}
