import type { ColumnMeaning, Question } from './matchColumns.ts';

/** The positions of the columns about one feature. */
export interface QuestionPair {
  readonly feature: string;
  readonly functional: number;
  readonly dysfunctional: number;
  readonly importance: number | undefined;
}

/** The columns of each feature that has columns for both questions. */
export function questionPairs(meanings: readonly ColumnMeaning[]): readonly QuestionPair[] {
  const found = new Map<string, Partial<Record<Question['kind'], number>>>();
  for (const [index, meaning] of meanings.entries()) {
    if (meaning.kind !== 'question') continue;
    const { feature, kind } = meaning.question;
    found.set(feature, { ...found.get(feature), [kind]: index });
  }
  return [...found].flatMap(([feature, { functional, dysfunctional, importance }]) =>
    functional === undefined || dysfunctional === undefined ? [] : [{ feature, functional, dysfunctional, importance }],
  );
}
