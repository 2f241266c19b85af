import { type Category, type Counts, categories } from '../document/model.ts';
import { chiSquaredTail } from './chiSquared.ts';
import { holm } from './holm.ts';
import type { PersonaResult, PersonasTest } from './results.ts';

/** Pearson's χ² of one feature, before the correction for the number of features. */
type UncorrectedTest = Omit<PersonasTest, 'pAdjusted' | 'disagree'> & { readonly isReliable: boolean; readonly categoriesDiffer: boolean };

const significantP = 0.05;

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
  return tests.map((test) => {
    if (test === null) return null;
    const pAdjusted = adjusted[next++] ?? 1;
    const { chiSquared, degreesOfFreedom, p, cramersV, isReliable, categoriesDiffer } = test;
    const disagree = isReliable ? categoriesDiffer && pAdjusted < significantP : null;
    return { chiSquared, degreesOfFreedom, p, pAdjusted, cramersV, disagree };
  });
}

function uncorrectedTest(personas: readonly PersonaResult[]): UncorrectedTest | null {
  const labelled = personas.filter(({ persona, n }) => persona !== null && n > 0);
  const separate = crossTable(labelled, (counts) => categories.map((category) => counts[category]));
  const table = hasReliableExpectations(separate) ? separate : crossTable(labelled, withReverseAndQuestionablePooled);
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  if (rows < 2 || columns < 2) return null;
  const n = sum(table.flat());
  const chiSquared = sum(cellsWithExpectation(table).map(({ observed, expected }) => (observed - expected) ** 2 / expected));
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  return {
    chiSquared,
    degreesOfFreedom,
    p: chiSquaredTail(chiSquared, degreesOfFreedom),
    cramersV: Math.min(1, Math.sqrt(chiSquared / (n * (Math.min(rows, columns) - 1)))),
    isReliable: hasReliableExpectations(table),
    categoriesDiffer: new Set(labelled.map(({ category }): Category | null => category)).size > 1,
  };
}

/** Rows are personas, columns categories that anyone is in. */
function crossTable(personas: readonly PersonaResult[], columnsOf: (counts: Counts) => readonly number[]): readonly (readonly number[])[] {
  const rows = personas.map(({ counts }) => columnsOf(counts));
  return rows.map((row) => row.filter((_, column) => rows.some((other) => (other[column] ?? 0) > 0)));
}

function withReverseAndQuestionablePooled({ M, O, A, I, R, Q }: Counts): readonly number[] {
  return [M, O, A, I, R + Q];
}

/** Cochran's rule: at most a fifth of the expected counts under 5, none under 1. */
function hasReliableExpectations(table: readonly (readonly number[])[]): boolean {
  const expectations = cellsWithExpectation(table).map(({ expected }) => expected);
  const small = expectations.filter((expected) => expected < 5).length;
  return small <= expectations.length / 5 && expectations.every((expected) => expected >= 1);
}

function cellsWithExpectation(table: readonly (readonly number[])[]): readonly { observed: number; expected: number }[] {
  const n = sum(table.flat());
  const rowSums = table.map(sum);
  const columnSums = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return table.flatMap((row, index) =>
    row.map((observed, column) => ({ observed, expected: ((rowSums[index] ?? 0) * (columnSums[column] ?? 0)) / n })),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
