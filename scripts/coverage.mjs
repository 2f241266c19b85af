// Measures how much of the pure rooms the unit tests reach, and fails below the threshold in vitest.config.mts: npm run coverage
// Leaves a table by room in test-results/coverage/summary.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runVitest } from './tests/run-vitest.mjs';
import { projectFolder, testResultsFolder } from './vscode/folders.mjs';

/** @typedef {{ total: number, covered: number }} Reached */
/** @typedef {Record<'branches' | 'lines' | 'functions', Reached>} Coverage */

const folder = join(testResultsFolder, 'coverage');
const { failed } = await runVitest(['--coverage', ...process.argv.slice(2)]);
/** @type {Record<string, Coverage>} */
const files = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8'));

/** @type {Map<string, Coverage[]>} */
const rooms = new Map();
for (const [file, coverage] of Object.entries(files)) {
  const room = file === 'total' ? 'all' : (relative(join(projectFolder, 'src'), file).split(/[\\/]/)[0] ?? '');
  rooms.set(room, [...(rooms.get(room) ?? []), coverage]);
}
const rows = [...rooms].map(
  ([room, each]) => `| ${room} | ${share(each, 'branches')} | ${share(each, 'lines')} | ${share(each, 'functions')} |`,
);
const table = ['| room | branches | lines | functions |', '| --- | ---: | ---: | ---: |', ...rows.sort()].join('\n');
writeFileSync(join(folder, 'summary.md'), `${table}\n`);
console.log(`\n${table}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {Coverage[]} each
 * @param {keyof Coverage} of
 */
function share(each, of) {
  const sum = (/** @type {keyof Reached} */ key) => each.reduce((all, coverage) => all + coverage[of][key], 0);
  return `${((100 * sum('covered')) / sum('total')).toFixed(1)}%`;
}
