import { comparableText } from './comparableText.ts';
import type { ColumnMeaning } from './matchColumns.ts';
import type { SurveyColumn } from './surveyTable.ts';
import { likelyRespondentHeaders } from './wordings/exportWords.ts';

const names = likelyRespondentHeaders.map(comparableText);

/** Whether a column is called like one that often, but not always, tells respondents apart. */
export function isLikelyRespondent({ texts: [text = ''] }: SurveyColumn): boolean {
  return text.trim() === '#' || names.includes(comparableText(text));
}

/** Takes such a column for what tells respondents apart, if no other does, and most of its values are there once. */
export function withLikelyRespondent(
  columns: readonly SurveyColumn[],
  meanings: readonly ColumnMeaning[],
  cellsOf: (index: number) => readonly string[],
): readonly ColumnMeaning[] {
  if (meanings.some(({ kind }) => kind === 'respondent')) return meanings;
  const found = columns.find((column, index) => {
    if (meanings[index]?.kind !== 'unknown' || !isLikelyRespondent(column)) return false;
    const filled = cellsOf(column.index).filter((cell) => cell.trim() !== '');
    return filled.length > 0 && new Set(filled).size >= filled.length / 2;
  });
  return meanings.map((meaning, index) => (found !== undefined && columns[index] === found ? { kind: 'respondent' } : meaning));
}
