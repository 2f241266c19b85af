import type { QuestionKind } from '../terms/languages/languageRecord.ts';

/**
 * What the columns of answers are called, in the sheets that people fill in and in those that are read back. No id ends in one of the endings
 * and another one does not, so two questions never share a column.
 */

/** Which persona the respondent is, by its id. */
export const personaColumn = 'persona';

/** A random number that tells respondents apart, and says nothing about them. */
export const respondentColumn = 'respondent';

/** The column of a question: `fast-search_functional`. */
export function answerColumn(featureId: string, kind: QuestionKind): string {
  return `${featureId}_${kind}`;
}
