/**
 * What the columns of answers are called, in the sheets that people fill in and in those that are read back. No id ends in one of the endings
 * and another one does not, so two questions never share a column.
 */

/** The questions about one feature: how it feels with it, how without it, and how important it is. */
export const questionKinds = ['functional', 'dysfunctional', 'importance'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Which persona the respondent is, by its id. */
export const personaColumn = 'persona';

/** A random number that tells respondents apart, and says nothing about them. */
export const respondentColumn = 'respondent';

/** The column of a question: `fast-search_functional`. */
export function answerColumn(featureId: string, kind: QuestionKind): string {
  return `${featureId}_${kind}`;
}
