import { oncePerObject } from '../base/once.ts';
import type { Counts } from '../document/format/model.ts';
import type { PersonaResult, PersonasTest } from './results.ts';
import { chiSquaredTail } from './statistics/chiSquared.ts';
import { holm } from './statistics/holm.ts';

/** Pearson's χ² of one feature, before the correction for the number of features. */
export type UncorrectedTest = Omit<PersonasTest, 'pAdjusted' | 'disagree'> & {
  readonly isReliable: boolean;
  readonly categoriesDiffer: boolean;
};

/** The family-wise error rate that is accepted. */
export const significantP = 0.05;

/**
 * Whether the personas of each feature disagree, in the order given; `null` where fewer than two personas or fewer than two categories
 * have answers.
 *
 * Pearson χ² on persona × category without empty rows and columns. If more than a fifth of the expected counts are under 5 or one is under 1
 * (Cochran 1954), R and Q are pooled; if that does not help, `disagree` is `null`. The p-values of all tests are corrected together (Holm 1979),
 * the unreliable ones included, which can only make the others stricter.
 * @param personasOfFeatures what the current survey of each feature says by persona; tallies without a persona are left out
 */
export function personasTests(personasOfFeatures: readonly (readonly PersonaResult[])[]): readonly (PersonasTest | null)[] {
  const tests = personasOfFeatures.map(uncorrectedTest);
  const adjusted = holm(tests.flatMap((test) => (test === null ? [] : [test.p])));
  let next = 0;
  return tests.map((test) => (test === null ? null : corrected(test, adjusted[next++] ?? 1)));
}

/**
 * The features whose personas disagree. Gives what `personasTests` says of them, from the tests with p < .05 alone: Holm's correction of a
 * p-value depends on the smaller ones and on the number of all.
 *
 * @param small the uncorrected tests with p < .05
 * @param tests how many features can be tested
 */
export function disagreements<Key>(small: ReadonlyMap<Key, UncorrectedTest>, tests: number): ReadonlyMap<Key, PersonasTest> {
  const adjusted = holm(
    [...small.values()].map(({ p }) => p),
    tests,
  );
  const found = new Map<Key, PersonasTest>();
  let next = 0;
  for (const [key, test] of small) {
    const result = corrected(test, adjusted[next++] ?? 1);
    if (result.disagree === true) found.set(key, result);
  }
  return found;
}

function corrected(test: UncorrectedTest, pAdjusted: number): PersonasTest {
  const { chiSquared, degreesOfFreedom, p, cramersV, isReliable, categoriesDiffer } = test;
  const disagree = isReliable ? categoriesDiffer && pAdjusted < significantP : null;
  return { chiSquared, degreesOfFreedom, p, pAdjusted, cramersV, disagree };
}

/** The test of one feature's personas; kept, because one edit changes one feature, and the correction needs the tests of all. */
export const uncorrectedTest = oncePerObject((personas: readonly PersonaResult[]): UncorrectedTest | null => {
  const labelled = personas.filter(({ persona, n }) => persona !== null && n > 0);
  const separate = crossTable(labelled, ({ M, O, A, I, R, Q }) => [M, O, A, I, R, Q]);
  const table = separate.isReliable ? separate : crossTable(labelled, ({ M, O, A, I, R, Q }) => [M, O, A, I, R + Q]);
  const { rows, columns, n, chiSquared, isReliable } = table;
  if (rows < 2 || columns < 2) return null;
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  return {
    chiSquared,
    degreesOfFreedom,
    p: chiSquaredTail(chiSquared, degreesOfFreedom),
    cramersV: Math.min(1, Math.sqrt(chiSquared / (n * (Math.min(rows, columns) - 1)))),
    isReliable,
    categoriesDiffer: new Set(labelled.map(({ category }) => category)).size > 1,
  };
});

/** The table persona × category without empty columns: its size, χ² and whether the expected counts are large enough to trust it. */
function crossTable(personas: readonly PersonaResult[], cellsOf: (counts: Counts) => readonly number[]) {
  const table = personas.map(({ counts }) => cellsOf(counts));
  const columnSums = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  const columns = columnSums.filter((columnSum) => columnSum > 0).length;
  const n = sum(columnSums);
  let chiSquared = 0;
  let small = 0;
  let tiny = 0;
  for (const row of table) {
    const rowSum = sum(row);
    row.forEach((observed, column) => {
      const expected = (rowSum * (columnSums[column] ?? 0)) / n;
      if (expected === 0) return;
      chiSquared += (observed - expected) ** 2 / expected;
      if (expected < 5) small++;
      if (expected < 1) tiny++;
    });
  }
  const isReliable = tiny === 0 && small <= (table.length * columns) / 5;
  return { rows: table.length, columns, n, chiSquared, isReliable };
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
