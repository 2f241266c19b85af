import { csvText } from '../base/csv.ts';
import type { QuestionKind } from '../terms/languages/languageRecord.ts';

// What the questionnaires that people fill in share with the answers that are imported.

export const questionnaireFormats = ['markdown', 'html', 'csv'] as const;
export type QuestionnaireFormat = (typeof questionnaireFormats)[number];

/** Which features a questionnaire asks about. */
export const questionScopes = ['all', 'undecided'] as const;
export type QuestionScope = (typeof questionScopes)[number];

/** The first columns of a questionnaire as a table, by which our own is recognised. The columns of answers follow. */
export const questionColumns = ['column', 'feature', 'kind', 'question'] as const;

/** The id of the respondent's persona. */
export const personaColumn = 'persona';

/** A random number that tells respondents apart, and says nothing about them. */
export const respondentColumn = 'respondent';

/** The column of a question: `fast-search_functional`. Two questions never share a column. */
export function answerColumn(featureId: string, kind: QuestionKind): string {
  return `${featureId}_${kind}`;
}

/** How important a feature is to a respondent: 1 is not at all, 9 is extremely. */
export const importanceScale = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * The answers of one person as CSV: a row of column names and a row of values.
 * @param answers the value for each column, in the order of the questions; `null` where there is no answer
 */
export function answersCsv(respondent: string, answers: ReadonlyMap<string, string | null>): string {
  return csvText([
    [respondentColumn, ...answers.keys()],
    [respondent, ...answers.values()],
  ]);
}
