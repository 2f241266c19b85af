import { csvText } from '../base/csv.ts';
import { respondentColumn } from '../survey/answerColumns.ts';

/** What one person answered: the value for each column, in the order of the questions; `null` where there is no answer. */
export type FormAnswers = ReadonlyMap<string, string | null>;

/** The answers of one person as CSV: a line of column names, and one of values. */
export function answersCsv(respondent: string, answers: FormAnswers): string {
  return csvText([
    [respondentColumn, ...answers.keys()],
    [respondent, ...answers.values()],
  ]);
}
