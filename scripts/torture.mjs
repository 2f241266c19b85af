// Tries to break it for a while, and prints the table of docs/reliability.md: npm run torture [-- --minutes 15] [--seed 4711]
// Fuzzers run with many more cases than in `npm test`; what is cut off by the time limit is said so.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, projectFolder } from './vscode/folders.mjs';

/** @typedef {{ what: string, tests: string[], cases?: number, seeds?: number }} Part `cases`: of each fuzzer; without it the tests have a number of their own. `seeds`: how often they run. */

/** @type {Part[]} */
const parts = [
  { what: 'repositories that are not trusted', tests: ['test/unit/cli/untrustedRepository.test.ts'] },
  { what: 'faults while files are written', tests: ['test/unit/cli/writing.test.ts'] },
  { what: 'checks, providers and commands that throw', tests: ['failingChecks', 'failingCheck', 'test/unit/extension/failures.test.ts'] },
  { what: 'hostile lines of 100,000 characters', tests: ['test/unit/architecture/hostileText.test.ts'] },
  { what: 'messages between panel and extension, any JSON and damaged ones', tests: ['test/unit/page/protocol.test.ts'], cases: 50_000 },
  {
    what: 'items in the plain style against the YAML library',
    tests: ['test/unit/document/plainItem.test.ts', 'test/unit/document/plainItemStyles.test.ts'],
    cases: 20_000,
  },
  { what: 'whole files against the YAML library', tests: ['test/unit/document/differential.test.ts'], cases: 3_000 },
  { what: 'edits against reading anew', tests: ['test/unit/document/incremental.test.ts'], cases: 250 },
  { what: 'changed properties read back', tests: ['test/unit/document/writing/setProperty.test.ts'], cases: 300 },
  { what: 'the panel after an edit against a new panel', tests: ['test/unit/page/contentAfterEdit.test.ts'], cases: 300 },
  { what: 'all property tests', tests: propertyTests(), seeds: 5 },
];

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '15' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } },
});
const deadline = performance.now() + Number(values.minutes) * 60_000;

console.log(`Cases are drawn with the seed ${values.seed}: --seed ${values.seed} draws them again.\n`);
console.log('| what is tried | cases of each fuzzer | tests | result |');
console.log('| --- | ---: | ---: | --- |');
for (const part of parts) {
  let passed = 0;
  let failed = 0;
  let isCut = false;
  for (let index = 0; index < (part.seeds ?? 1) && !isCut; index += 1) {
    const result = await run(part, Number(values.seed) + index);
    passed += result.passed;
    failed += result.failed;
    isCut = result.isCut;
  }
  const result = failed > 0 ? `**${failed} failed**` : isCut ? 'cut off by the time limit' : 'passed';
  console.log(`| ${part.what} | ${part.cases?.toLocaleString('en') ?? '–'} | ${passed + failed} | ${result} |`);
  if (failed > 0) process.exitCode = 1;
}

/** @returns {string[]} The files that try drawn cases. */
function propertyTests() {
  const folder = join(projectFolder, 'test', 'unit');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(folder, name), 'utf8').includes("from 'fast-check'"))
    .map((name) => join('test', 'unit', name));
}

/**
 * @param {Part} part
 * @param {number} seed
 * @returns {Promise<{ passed: number, failed: number, isCut: boolean }>}
 */
async function run({ tests, cases }, seed) {
  const report = join(cacheFolder, `torture-${process.pid}.json`);
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(report, { force: true });
  const time = deadline - performance.now();
  if (time <= 0) return { passed: 0, failed: 0, isCut: true };
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${report}`], {
    cwd: projectFolder,
    env: { ...process.env, FUZZ_SEED: String(seed), ...(cases === undefined ? {} : { FUZZ_RUNS: String(cases) }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let isCut = false;
  const timer = setTimeout(() => {
    isCut = true;
    // Asked to end it would report the test that was running as failed.
    child.kill('SIGKILL');
  }, time);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  if (isCut) return { passed: 0, failed: 0, isCut };
  if (!existsSync(report)) return { passed: 0, failed: 1, isCut };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { assertionResults } of testResults)
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') console.error(`${fullName}\n${failureMessages.join('\n')}`);
  return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(numFailedTests, 1), isCut };
}
