import { comparableText } from './comparableText.ts';
import type { Screen } from './screens.ts';
import { isNamed, type SurveyColumn } from './surveyTable.ts';

/** Values by which survey tools mark rows of the survey's own authors, and spam. */
const marks = new Map<string, Screen>([
  ...['Survey Preview', 'Survey Test', 'preview'].map((value) => [comparableText(value), 'previews'] as const),
  [comparableText('Spam'), 'spam'],
]);

/** Whether a survey tool marks rows in a column. */
export function isMarkColumn(column: SurveyColumn): boolean {
  return isNamed(column, ['status', 'distributionchannel', 'distribution channel', 'response status']);
}

/** What a cell of such a column marks its row as, if anything. */
export function toolMark(cell: string): Screen | undefined {
  return marks.get(comparableText(cell));
}
