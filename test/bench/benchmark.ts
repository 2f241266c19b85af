import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { agentsBenchmark } from './agentsBenchmark.ts';
import { bundleSizes } from './bundleSizes.ts';
import { coldBenchmark } from './coldBenchmark.ts';
import { commandStart } from './commandStart.ts';
import { countingBenchmark } from './countingBenchmark.ts';
import { feedbackBenchmark } from './feedbackBenchmark.ts';
import { growthBenchmark } from './growthBenchmark.ts';
import { growthPicture } from './growthPicture.ts';
import { journeyBenchmark } from './journeyBenchmark.ts';
import { keystrokeBenchmark } from './keystrokeBenchmark.ts';
import { lintBenchmark } from './lintBenchmark.ts';
import { memoryBenchmark } from './memoryBenchmark.ts';
import { numbersBenchmark } from './numbersBenchmark.ts';
import { pageBenchmark } from './pageBenchmark.ts';
import { pictureBenchmark } from './pictureBenchmark.ts';
import type { Row } from './row.ts';
import { rowsTable } from './rowsTable.ts';

/** `npm run bench [-- --json FILE] [--growth-picture FILE] [--quick] [--only GROUP]`: the figures of docs/performance.md, with the peers in the same run. */
const jsonFile = argument('--json');
const growthFile = argument('--growth-picture');
const only = argument('--only');
const isQuick = process.argv.includes('--quick');
const sizes = isQuick ? [100, 1_000] : [100, 1_000, 10_000];

const groups: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  cold: () => forEachSize(coldBenchmark),
  keystroke: () => forEachSize(keystrokeBenchmark),
  journey: () => forEachSize(journeyBenchmark),
  numbers: numbersBenchmark,
  picture: () => forEachSize(pictureBenchmark),
  page: () => forEachSize(pageBenchmark),
  command: async () => commandStart(),
  agents: agentsBenchmark,
  counting: () => countingBenchmark(isQuick ? 100_000 : 1_000_000),
  feedback: async () => feedbackBenchmark(),
  memory: () => (isQuick ? memoryBenchmark(1_000, 200) : memoryBenchmark(10_000, 2_000)),
  lint: async () => lintBenchmark(isQuick ? 200 : 2_000),
  size: async () => bundleSizes(),
  growth: async () => [...(await forEachSize(growthBenchmark)), ...(isQuick ? [] : await growthBenchmark(100_000))],
};

const rows: Row[] = [];
for (const [name, run] of Object.entries(groups)) if (only === undefined || only === name) rows.push(...(await run()));

console.log(`Node ${process.version}, ${cpus().length} cores; medians, in milliseconds where no unit is given.\n`);
console.log(rowsTable(rows));
if (growthFile) writeFileSync(growthFile, growthPicture(rows.filter(({ group }) => group === 'growth')));
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ node: process.version, cores: cpus().length, rows }, null, 2)}\n`);

async function forEachSize(benchmark: (features: number) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (const size of sizes) all.push(...(await benchmark(size)));
  return all;
}

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index === -1 ? undefined : process.argv[index + 1];
}
