import * as l10n from '@vscode/l10n';
import type { MatchedTable } from './countedRows.ts';
import { cellText } from './shownTexts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { clearNames, columnsNamed, isNamed, surveyRows } from './surveyTable.ts';
import { countHeaders } from './wordings/exportWords.ts';

// A table may be counted already: each of its rows stands for several respondents, and would count once.

/** A column that seems to say how many respondents each row stands for. */
export interface CountColumn {
  readonly path: string;
  readonly column: string;
}

/** Who answered alike did so at different times. */
const timeOfDay = /\d:\d\d/;

/** Recognises it by its name and its whole numbers. Rows with a respondent or a time each are not counted yet, and a survey map may say that the column is something else. */
export function countColumn({ table, columns, meanings }: MatchedTable, { leaveOut, respondents }: SurveyMap): CountColumn | undefined {
  if (!meanings.some(({ kind }) => kind === 'question') || meanings.some(({ kind }) => kind === 'respondent')) return undefined;
  if (respondents.column !== undefined) return undefined;
  const rows = surveyRows(table);
  const isTimed = columns.some(({ index }) => rows.every(({ cells }) => timeOfDay.test(cells[index] ?? '')));
  if (isTimed) return undefined;
  const found = columns.find((column, index) => {
    if (meanings[index]?.kind !== 'unknown' || !isNamed(column, countHeaders)) return false;
    if (leaveOut.some((name) => columnsNamed(columns, name).includes(column))) return false;
    const cells = rows.map(({ cells }) => (cells[column.index] ?? '').trim()).filter((cell) => cell !== '');
    const isRunningNumber = cells.length > 1 && cells.every((cell, at) => Number(cell) === at + 1);
    return cells.every((cell) => /^\d{1,7}$/.test(cell)) && cells.some((cell) => Number(cell) > 1) && !isRunningNumber;
  });
  return found && { path: table.path, column: clearNames([columns])(found) };
}

/** Why nothing is read from such a table. */
export function countColumnText({ path, column }: CountColumn): string {
  return l10n.t(
    '“{column}” in {path} seems to say how many respondents each row stands for, and each row would count once. “kano import --counts” reads such rows, with the columns “feature”, “functional”, “dysfunctional” and “respondents”. If it says something else, list it under “leaveOut” in a map.',
    { path, column: cellText(column) },
  );
}
