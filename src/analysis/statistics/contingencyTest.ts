import { type Category, type Counts, categories } from '../../document/format/model.ts';
import { total } from '../counts.ts';
import { chiSquaredTail } from './chiSquared.ts';
import { type PermutationDraw, permutationDraws } from './permutationDraws.ts';

/** Whether groups of respondents differ. */
export interface ContingencyTest {
  readonly chiSquared: number;
  /** 0 where all are in one category. */
  readonly degreesOfFreedom: number;
  /**
   * Whether p could have been below .05 at all. Where not, this is no test and does not count in a correction for many tests (Tarone 1990):
   * all are in one category, or there are at most 20 ways to deal the respondents out.
   */
  readonly isTest: boolean;
  /** Not corrected for the number of tests. Computed on first access: up to a few milliseconds where expected counts are small. */
  readonly p: number;
  /** p < .05; quicker to tell than `p`. */
  readonly isSignificant: boolean;
  readonly cramersV: number;
  /** Expected counts are small, so p takes draws. */
  readonly isDrawn: boolean;
}

/** The error rate that is accepted. */
export const significantP = 0.05;
/** Draws that give p, and those where none of these was as extreme: else nothing could survive the correction for a large product. */
const draws = 2000;
const drawsOfRare = 100_000;
/** So many draws as extreme, and p is .05 or more whatever the others are. */
const enoughDraws = Math.ceil(significantP * (draws + 1) - 1);

/** Tests by drawing that are kept; more than a product has features, little enough memory. */
const mostKept = 20_000;
const kept = new Map<string, ContingencyTest>();

/** A test with p below 1/2,000: the table, and what its 100,000 draws gave. */
export type RareTest = readonly [table: string, p: number];
const rare = new Map<string, number>();

/** The newest results of long drawing, for another process that is about to ask for the same tests. */
export function rareTests(most: number): readonly RareTest[] {
  return [...rare].slice(-most);
}

/** Takes what another process drew: the same table gives the same draws, so nothing but time depends on it. */
export function rememberRareTests(tests: readonly RareTest[]): void {
  for (const [table, p] of tests) rare.set(table, p);
}

/**
 * Pearson's χ² of groups × categories without empty rows and columns; `null` with fewer than two groups that have answers.
 *
 * p is from the χ² distribution where every expected count is 5 or more; else from the permutation distribution with the sums of rows and
 * columns fixed, by 2,000 seeded draws, and by 100,000 where none of those is as extreme: (1 + draws at least as extreme)/(draws + 1).
 */
export function contingencyTest(groups: readonly Counts[]): ContingencyTest | null {
  const answered = groups.filter((counts) => total(counts) > 0);
  if (answered.length < 2) return null;
  const used = categories.filter((category) => answered.some((counts) => counts[category] > 0));
  const { chiSquared, smallestExpected, n, rowSums, columnSums } = pearson(answered, used);
  const [height, width] = [answered.length, used.length];
  const degreesOfFreedom = (height - 1) * (width - 1);
  const cramersV = degreesOfFreedom === 0 ? 0 : Math.min(1, Math.sqrt(chiSquared / (n * (Math.min(height, width) - 1))));
  const isTest = degreesOfFreedom > 0 && waysToDeal(n, rowSums) > mostWaysWithoutTest && waysToDeal(n, columnSums) > mostWaysWithoutTest;
  const statistics = { chiSquared, degreesOfFreedom, cramersV, isTest };
  if (degreesOfFreedom === 0) return { ...statistics, p: 1, isSignificant: false, isDrawn: false };
  if (smallestExpected < 5) {
    const rows = answered.map((counts) => used.map((category) => counts[category]));
    return testByDrawing(rows, statistics);
  }
  const p = chiSquaredTail(chiSquared, degreesOfFreedom);
  return { ...statistics, p, isSignificant: p < significantP, isDrawn: false };
}

/** Loops instead of functions over lists: a large product has thousands of tables. */
function pearson(rows: readonly Counts[], used: readonly Category[]) {
  const rowSums = rows.map(total);
  const columnSums = used.map((category) => {
    let sum = 0;
    for (const row of rows) sum += row[category];
    return sum;
  });
  const n = sumOf(rowSums);
  let chiSquared = 0;
  let smallestExpected = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    const rowSum = rowSums[index] ?? 0;
    for (let column = 0; column < used.length; column++) {
      const expected = (rowSum * (columnSums[column] ?? 0)) / n;
      const difference = row[used[column] as Category] - expected;
      chiSquared += (difference * difference) / expected;
      if (expected < smallestExpected) smallestExpected = expected;
    }
  }
  return { chiSquared, smallestExpected, n, rowSums, columnSums };
}

/** With so many equally likely ways to deal the respondents out, p is never below .05. */
const mostWaysWithoutTest = 1 / significantP;

/** The ways to deal n respondents out to groups of these sizes, of which each is equally likely; of many respondents no more than n of them. */
function waysToDeal(n: number, sizes: readonly number[]): number {
  // Even one respondent apart from the others can be any of n.
  if (n > mostWaysWithoutTest) return n;
  let [ways, left] = [1, n];
  for (const size of sizes) {
    for (let dealt = 1; dealt <= size; dealt++, left--) ways = (ways * left) / dealt;
  }
  return ways;
}

function testByDrawing(
  rows: readonly (readonly number[])[],
  statistics: Pick<ContingencyTest, 'chiSquared' | 'degreesOfFreedom' | 'cramersV' | 'isTest'>,
): ContingencyTest {
  const key = rows.map((row) => row.join()).join(' ');
  const known = kept.get(key);
  if (known) return known;
  let p: number | undefined;
  let isSignificant: boolean | undefined;
  const test: ContingencyTest = {
    ...statistics,
    isDrawn: true,
    get p() {
      // Where p is .05 or more in truth, draws may miss that by a little.
      p ??= rare.get(key) ?? (statistics.isTest ? permutationP(rows, key) : Math.max(permutationP(rows, key), significantP));
      return p;
    },
    get isSignificant() {
      isSignificant ??= statistics.isTest && (rare.has(key) || extremeDraws(permutationDraws(rows), draws, enoughDraws) < enoughDraws);
      return isSignificant;
    },
  };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, test);
  return test;
}

function permutationP(rows: readonly (readonly number[])[], key: string): number {
  const draw = permutationDraws(rows);
  const extreme = extremeDraws(draw, draws);
  if (extreme > 0) return (1 + extreme) / (draws + 1);
  const p = (1 + extremeDraws(draw, drawsOfRare - draws)) / (drawsOfRare + 1);
  if (rare.size >= mostKept) rare.clear();
  rare.set(key, p);
  return p;
}

/** How many of so many draws are as extreme as the observed table, or `enough` when they are as many. */
function extremeDraws(isExtreme: PermutationDraw, number: number, enough = number): number {
  let extreme = 0;
  for (let drawn = 0; drawn < number && extreme < enough; drawn++) if (isExtreme()) extreme++;
  return extreme;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
