import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import type { MatchedTable } from './countedRows.ts';
import type { LongRow } from './longRows.ts';
import { type SurveyTable, surveyColumns, surveyRows } from './surveyTable.ts';

/** Some programs leave out the empty cells at the end of many rows in succession. */
const longRun = 8;

/**
 * The rows of delimited text with fewer cells than others: a cell that was lost moves all cells after it.
 * @param matched the same table with the meaning of its columns; of a table with a row for each answer, those of another
 */
export function shortRows(table: SurveyTable, matched: MatchedTable | undefined): readonly LongRow[] {
  if (table.isDelimited !== true) return [];
  const rows = surveyRows(table).filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  const columns = Math.min(surveyColumns(table).findLast(({ texts }) => texts.length > 0)?.index ?? 0, widest(rows) - 1) + 1;
  const meanings = matched?.table.rows[0] === table.rows[0] ? matched?.meanings : undefined;
  const lastQuestion = meanings?.findLastIndex(({ kind }) => kind === 'question' || kind === 'ambiguous') ?? columns - 1;
  return rows.flatMap(({ number, cells }, at) => {
    if (cells.length >= columns) return [];
    if (cells.length > lastQuestion && runAround(rows, at) >= longRun) return [];
    return [{ path: table.path, row: number, cells: cells.length, columns }];
  });
}

/** Why nothing is read from an export with such a row. */
export function shortRowText({ path, row, cells, columns }: LongRow): string {
  return l10n.t(
    'Row {row} of {path} has {cells} cells, and others have {columns}: a cell may be missing, and those after it may have moved. Export it again.',
    { path, row: count(row), cells: count(cells), columns: count(columns) },
  );
}

type Rows = ReturnType<typeof surveyRows>;

function widest(rows: Rows): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** How many rows in succession have as many cells as this one. */
function runAround(rows: Rows, at: number): number {
  const isSame = (index: number) => rows[index]?.cells.length === rows[at]?.cells.length;
  let [first, last] = [at, at];
  while (last - first < longRun && isSame(first - 1)) first--;
  while (last - first < longRun && isSame(last + 1)) last++;
  return last - first + 1;
}
