import { oncePerObject } from '../base/once.ts';
import type { PersonaResult, PersonasTest } from './results.ts';
import { type ContingencyTest, contingencyTest, significantP } from './statistics/contingencyTest.ts';
import { holm } from './statistics/holm.ts';

/** The test of one feature's personas, before the correction for the number of features. */
export interface UncorrectedTest {
  readonly test: ContingencyTest;
  readonly categoriesDiffer: boolean;
}

/**
 * Whether the personas of each feature disagree, in the order given; `null` where fewer than two personas have answers. The p-values are
 * corrected together (Holm 1979); features that are no test (see `ContingencyTest.isTest`) do not count.
 * @param personasOfFeatures what the current survey of each feature says by persona; tallies without a persona are left out
 */
export function personasTests(personasOfFeatures: readonly (readonly PersonaResult[])[]): readonly (PersonasTest | null)[] {
  const tests = personasOfFeatures.map(uncorrectedTest);
  const adjusted = holm(tests.flatMap((tested) => (tested?.test.isTest ? [tested.test.p] : [])));
  let next = 0;
  return tests.map((tested) => tested && corrected(tested, tested.test.isTest ? (adjusted[next++] ?? 1) : tested.test.p));
}

/**
 * The features whose personas disagree, with the results that `personasTests` gives, from the tests with p < .05 alone: Holm's correction
 * of a p-value depends only on the smaller p-values and on the number of all.
 */
export function disagreements<Key>(small: ReadonlyMap<Key, UncorrectedTest>, tests: number): ReadonlyMap<Key, PersonasTest> {
  const adjusted = holm(
    [...small.values()].map(({ test }) => test.p),
    tests,
  );
  const found = new Map<Key, PersonasTest>();
  let next = 0;
  for (const [key, test] of small) {
    const result = corrected(test, adjusted[next++] ?? 1);
    if (result.disagree) found.set(key, result);
  }
  return found;
}

function corrected({ test, categoriesDiffer }: UncorrectedTest, pAdjusted: number): PersonasTest {
  const { chiSquared, degreesOfFreedom, p, cramersV } = test;
  return { chiSquared, degreesOfFreedom, p, pAdjusted, cramersV, disagree: categoriesDiffer && pAdjusted < significantP };
}

/** The test of one feature's personas. Kept, because an edit changes one feature, but the correction needs the tests of all. */
export const uncorrectedTest = oncePerObject((personas: readonly PersonaResult[]): UncorrectedTest | null => {
  const labelled = personas.filter(({ persona, n }) => persona !== null && n > 0);
  const test = contingencyTest(labelled.map(({ counts }) => counts));
  return test && { test, categoriesDiffer: new Set(labelled.map(({ category }) => category)).size > 1 };
});
