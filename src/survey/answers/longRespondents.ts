import { isLikelyRespondent } from './likelyRespondents.ts';
import { isRespondentColumn, isWaveColumn } from './matchColumns.ts';
import { isProductColumn } from './severalProducts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnsNamed, isNamed, type SurveyColumn, type surveyRows } from './surveyTable.ts';
import { isCalledLikeIds, isMeasure } from './unclearRespondents.ts';
import { personaHeaders } from './wordings/exportWords.ts';

type Rows = ReturnType<typeof surveyRows>;

/** Columns with a name that is sure to tell respondents apart, else those with a likely one. */
export function respondentColumns(columns: readonly SurveyColumn[]): readonly SurveyColumn[] {
  const sure = columns.filter(isRespondentColumn);
  return sure.length > 0 ? sure : columns.filter(isLikelyRespondent);
}

/** Whether the survey map leaves a column out. */
export function isLeftOut(column: SurveyColumn, columns: readonly SurveyColumn[], { leaveOut }: SurveyMap): boolean {
  return leaveOut.some((name) => columnsNamed(columns, name).includes(column));
}

/** Of the rows with something in a column, how many at least are about something else for the same respondent. */
const smallestShare = 0.95;
/** Of the rows for one respondent, how many there are on average, at least. */
const fewestAnswers = 1.5;

/**
 * The columns by which rows may belong to one respondent: those with the same value are about different things. The most likely first.
 * @param asked what a row is about
 */
export function likelyLongRespondents(
  rows: Rows,
  columns: readonly SurveyColumn[],
  asked: (cells: readonly string[]) => string,
): readonly SurveyColumn[] {
  const likely = columns.filter((column) => {
    if (isWaveColumn(column) || isProductColumn(column) || isNamed(column, personaHeaders)) return false;
    const filled = rows.filter(({ cells }) => (cells[column.index] ?? '').trim() !== '');
    const values = new Set(filled.map(({ cells }) => (cells[column.index] ?? '').trim()));
    if (filled.length < smallestShare * rows.length || filled.length < fewestAnswers * values.size || values.size < 2) return false;
    const distinct = new Set(filled.map(({ cells }) => JSON.stringify([(cells[column.index] ?? '').trim(), asked(cells)])));
    return distinct.size >= smallestShare * filled.length;
  });
  const times = likely.filter(({ index }) => rows.some(({ cells }) => isMeasure((cells[index] ?? '').trim())));
  const ids = likely.filter((column) => !times.includes(column));
  const found = ids.length > 0 ? ids : times;
  return [...found.filter(isCalledLikeIds), ...found.filter((column) => !isCalledLikeIds(column))];
}
