import { firstIndexWhere } from '../base/binarySearch.ts';
import { oncePerObject } from '../base/once.ts';
import type { Counts, Feature } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
import { analyseFeature } from './featureAnalysis.ts';
import type { AnalysisContext, PersonaResult, PersonasTest } from './results.ts';
import { chiSquaredTail } from './statistics/chiSquared.ts';

/** Pearson's χ² of one feature, before the correction for the number of features. */
export type UncorrectedTest = Omit<PersonasTest, 'pAdjusted' | 'disagree'> & {
  readonly isReliable: boolean;
  readonly categoriesDiffer: boolean;
};

/** The accepted family-wise error rate. */
export const significantP = 0.05;

/**
 * Whether the personas of each feature disagree, in the order given; `null` if fewer than two personas or fewer than two categories have
 * answers.
 *
 * Pearson χ² on persona × category without empty rows and columns. If more than a fifth of the expected counts are under 5 or one is under
 * 1 (Cochran 1954), R and Q are pooled; if that is not enough, `disagree` is `null`. The p-values of all tests are corrected together (Holm
 * 1979), including the unreliable ones, which can only make the correction stricter.
 * @param personasOfFeatures the current survey of each feature by persona; tallies without a persona are left out
 */
export function personasTests(personasOfFeatures: readonly (readonly PersonaResult[])[]): readonly (PersonasTest | null)[] {
  const tests = personasOfFeatures.map(uncorrectedTest);
  const adjusted = holm(tests.flatMap((test) => (test === null ? [] : [test.p])));
  let next = 0;
  return tests.map((test) => (test === null ? null : corrected(test, adjusted[next++] ?? 1)));
}

/**
 * The features whose personas disagree, with the results that `personasTests` gives, from the tests with p < .05 alone: Holm's correction
 * of a p-value depends only on the smaller p-values and on the number of all.
 */
export function disagreements({ small, tests }: PersonasIndex): ReadonlyMap<Feature, PersonasTest> {
  const adjusted = holm(
    [...small.values()].map(({ p }) => p),
    tests,
  );
  const found = new Map<Feature, PersonasTest>();
  let next = 0;
  for (const [feature, test] of small) {
    const result = corrected(test, adjusted[next++] ?? 1);
    if (result.disagree === true) found.set(feature, result);
  }
  return found;
}

function corrected(test: UncorrectedTest, pAdjusted: number): PersonasTest {
  const { chiSquared, degreesOfFreedom, p, cramersV, isReliable, categoriesDiffer } = test;
  const disagree = isReliable ? categoriesDiffer && pAdjusted < significantP : null;
  return { chiSquared, degreesOfFreedom, p, pAdjusted, cramersV, disagree };
}

/** The test of one feature's personas. Kept, because an edit changes one feature, but the correction needs the tests of all. */
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

/** The table persona × category without empty columns: its size, χ², and whether the expected counts are large enough to be reliable. */
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

/**
 * p-values corrected for their number by Holm 1979, in the order given: each is the smallest family-wise error rate at which its
 * hypothesis would still be rejected.
 *
 * @param tests how many hypotheses there are, when only those with the smallest p-values are given
 */
export function holm(pValues: readonly number[], tests = pValues.length): readonly number[] {
  const ascending = Float64Array.from(pValues).sort();
  const adjusted = new Float64Array(ascending.length);
  let largest = 0;
  ascending.forEach((p, rank) => {
    largest = Math.max(largest, Math.min(1, p * (tests - rank)));
    adjusted[rank] = largest;
  });
  // Equal p-values share the correction of the first of them, which is the largest.
  return pValues.map((p) => adjusted[firstIndexWhere(ascending.length, (rank) => (ascending[rank] ?? 0) >= p)] ?? 1);
}

/** As much of the personas tests of all features as the correction for their number needs. */
export interface PersonasIndex {
  /** How many features can be tested. */
  readonly tests: number;
  /** The tests that are significant before the correction. */
  readonly small: ReadonlyMap<Feature, UncorrectedTest>;
}

/** The same for one file, with the items of the features in `small`. */
export interface FilePersonasIndex extends PersonasIndex {
  readonly items: ReadonlyMap<Feature, Item<'features'>>;
}

/** The index of a version of a file, in one context. Takes only as long as what changed since the version before requires. */
export const personasIndex: (context: AnalysisContext) => IndexByVersion<FilePersonasIndex> = oncePerObject((context: AnalysisContext) =>
  indexByVersion(
    () => ({ tests: 0, small: new Map<Feature, UncorrectedTest>(), items: new Map<Feature, Item<'features'>>() }),
    (index, item, by) => {
      if (!isFeature(item)) return;
      const feature = item.value;
      const test = uncorrectedTest(analyseFeature(feature, context).personas);
      if (test === null) return;
      index.tests += by;
      if (test.p >= significantP) return;
      if (by === 1) {
        index.small.set(feature, test);
        index.items.set(feature, item);
      } else {
        index.small.delete(feature);
        index.items.delete(feature);
      }
    },
  ),
);
