// Runs everything that can fail: npm test
// Ends with what failed and one line that counts the tests of all suites; a failed check or build counts as one failed test.
import { join } from 'node:path';
import { countsLine, forgetCounts, readCounts, saveCounts, sumOfCounts } from './tests/counts.mjs';
import { runVitest } from './tests/run-vitest.mjs';
import { ensureDependencies } from './vscode/ensure-dependencies.mjs';
import { projectFolder } from './vscode/folders.mjs';
import { runCommand } from './vscode/run-command.mjs';

/** @typedef {import('./tests/counts.mjs').Counts} Counts */

/** In characters. The whole message stands in the output of the suite. */
const longestMessage = 2000;

const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** @type {[string, Counts][]} */
const results = [];

await ensureDependencies();
// Before anything writes what is generated.
await check('check:generated');
const generated = await check('generate');
await check('check:types');
await check('lint');
const built = generated && (await check('build'));
await runUnitTests();
await runInstallationTests();
await runHostTests();
await runWorkbenchTests();
await runSuites('test-firefox.mjs', { firefox: 'questionnaire in Firefox' });

console.log('\n== Results ==');
for (const [name, counts] of results) console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${countsLine(counts)}`);
for (const { test, message } of results.flatMap(([, { failures = [] }]) => failures)) {
  console.log(`\n✗ ${test}\n${message.slice(0, longestMessage)}`);
}
const total = sumOfCounts(results.map(([, counts]) => counts));
console.log(`\n${countsLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * Runs one of package.json's scripts.
 *
 * @param {string} script
 * @returns {Promise<boolean>} Whether it succeeded.
 */
async function check(script) {
  heading(`npm run ${script}`);
  const { code } = await runCommand('npm', ['run', '--silent', script], { cwd: projectFolder, show: true });
  if (code !== 0) results.push([`npm run ${script}`, oneFailed]);
  return code === 0;
}

async function runUnitTests() {
  heading('unit tests');
  const counts = await runVitest([]);
  saveCounts('unit', counts);
  results.push(['unit tests', counts]);
}

async function runInstallationTests() {
  heading('installation tests');
  const counts = await runVitest(['--config', 'test/installation/vitest.config.mts']);
  saveCounts('installation', counts);
  results.push(['installation tests', counts]);
}

async function runHostTests() {
  const suites = { 'host-node': 'host tests, Node', 'host-web-worker': 'host tests, web worker' };
  await runSuites('test-host.mjs', suites);
}

async function runWorkbenchTests() {
  await runSuites('test-workbench.mjs', { workbench: 'workbench tests' });
}

/**
 * Runs a script that leaves counts for its suites.
 *
 * @param {string} script
 * @param {Record<string, string>} suites Titles by suite.
 */
async function runSuites(script, suites) {
  for (const suite of Object.keys(suites)) forgetCounts(suite);
  heading(Object.values(suites).join(', '));
  if (!built) console.log('Not run, because there is no build to test.');
  else await runCommand(process.execPath, [join(projectFolder, 'scripts', script)], { cwd: projectFolder, show: true });
  // No counts: the suite ended before its end, or could not start.
  for (const [suite, title] of Object.entries(suites)) results.push([title, readCounts(suite) ?? oneFailed]);
}

/** @param {string} title */
function heading(title) {
  console.log(`\n== ${title} ==`);
}
