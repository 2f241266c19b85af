import { csvText } from '../base/csv.ts';
import type { QuestionKind } from '../terms/languages/languageRecord.ts';

// What the questionnaires that people fill in share with the answers that are imported.

export const questionnaireFormats = ['markdown', 'html', 'csv', 'google-script', 'xlsform', 'qualtrics', 'limesurvey'] as const;
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

/** The group of a feature in a form: `feature_1`. */
export function formGroup(index: number): string {
  return `feature_${index + 1}`;
}

/** The name of a question in a form, where a name begins with a letter or an underscore, as in XML. */
export function formColumn(column: string): string {
  return /^\d/.test(column) ? `_${column}` : column;
}

/** The column that a heading of such a form's export means: exports put the name of the group before it, after a slash or a hyphen. */
export function columnOfForm(heading: string): string {
  return heading.replace(/^(?:feature_\d+[/.:-])?_?/, '');
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
