// Measures how much of the pure rooms the unit tests reach, and fails under 95% of the branches that a test can reach: npm run coverage
// Leaves a table by room in test-results/coverage/summary.md. `-- test/unit/analysis` measures with some tests.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runVitest } from './tests/run-vitest.mjs';
import { projectFolder, testResultsFolder } from './vscode/folders.mjs';

/** @typedef {{ start: { line: number, column: number } }} Place */
/** @typedef {{ b: Record<string, number[]>, branchMap: Record<string, { type: string, locations: Place[] }> }} FileCoverage */
/** @typedef {{ all: number, reached: number, defaults: number, reachedDefaults: number }} Branches */

/** Percent. */
const threshold = 95;

/**
 * A default that the type checker asks for wherever an index or a key may lead nowhere (`counts[index] ?? 0`). Where it always leads somewhere, no test can
 * reach the default.
 */
const constant = /^(?:0|1|-1|''|null|\[\]|\{\}|undefined|false|new (?:Set|Map)\(\))(?![\w.])/;

const folder = join(testResultsFolder, 'coverage');
const report = join(folder, 'coverage-final.json');
rmSync(report, { force: true });
const { failed } = await runVitest(['--coverage', ...process.argv.slice(2)]);
if (!existsSync(report)) throw new Error('The tests came to no end, so nothing was measured.');

/** @type {Map<string, Branches>} */
const rooms = new Map();
for (const [file, coverage] of Object.entries(/** @type {Record<string, FileCoverage>} */ (JSON.parse(readFileSync(report, 'utf8'))))) {
  const room = relative(join(projectFolder, 'src'), file).split(/[\\/]/)[0] ?? '';
  const counted = branchesOf(file, coverage);
  for (const name of [room, 'all']) rooms.set(name, sum(rooms.get(name), counted));
}
const rows = [...rooms].map(([room, branches]) => `| ${room} | ${percent(ofAll(branches))} | ${percent(ofReachable(branches))} |`);
const table = ['| room | branches | without defaults |', '| --- | ---: | ---: |', ...rows.sort()].join('\n');
writeFileSync(join(folder, 'summary.md'), `${table}\n`);
console.log(`\n${table}`);
const total = rooms.get('all');
const isEnough = total !== undefined && ofReachable(total) >= threshold;
if (!isEnough) console.error(`Fewer than ${threshold}% of the branches without defaults are reached.`);
process.exitCode = failed > 0 || !isEnough ? 1 : 0;

/**
 * @param {string} file
 * @param {FileCoverage} coverage
 * @returns {Branches}
 */
function branchesOf(file, { b, branchMap }) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const counted = { all: 0, reached: 0, defaults: 0, reachedDefaults: 0 };
  for (const [key, times] of Object.entries(b)) {
    const { type, locations } = branchMap[key] ?? { type: '', locations: [] };
    for (const [index, time] of times.entries()) {
      const reached = time > 0 ? 1 : 0;
      counted.all++;
      counted.reached += reached;
      if (type !== 'binary-expr' || index !== times.length - 1 || !isDefault(lines, locations[index])) continue;
      counted.defaults++;
      counted.reachedDefaults += reached;
    }
  }
  return counted;
}

/**
 * @param {string[]} lines
 * @param {Place | undefined} place
 */
function isDefault(lines, place) {
  const line = lines[(place?.start.line ?? 0) - 1] ?? '';
  const column = place?.start.column ?? 0;
  return line.slice(0, column).trimEnd().endsWith('??') && constant.test(line.slice(column));
}

/**
 * @param {Branches | undefined} left
 * @param {Branches} right
 * @returns {Branches}
 */
function sum(left, right) {
  if (!left) return right;
  return {
    all: left.all + right.all,
    reached: left.reached + right.reached,
    defaults: left.defaults + right.defaults,
    reachedDefaults: left.reachedDefaults + right.reachedDefaults,
  };
}

/** @param {Branches} branches */
function ofAll({ all, reached }) {
  return (100 * reached) / all;
}

/** @param {Branches} branches */
function ofReachable({ all, reached, defaults, reachedDefaults }) {
  return (100 * (reached - reachedDefaults)) / (all - defaults);
}

/** @param {number} share */
function percent(share) {
  return `${share.toFixed(1)}%`;
}
