import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import type { RowPosition } from './countedRows.ts';
import { headerRows, type SurveyTable, surveyRows } from './surveyTable.ts';

// Exports that were put together by hand have the header of the second one among the answers.

/** The table without the rows that are its header once more, and how many those are. */
export function withoutRepeatedHeaders(table: SurveyTable): { readonly table: SurveyTable; readonly repeated: number } {
  const first = headerRows(table);
  const headers = table.rows.slice(0, first).map((row) => trimmed(row));
  const named = headers
    .filter((header) => header.filter((text) => text !== '').length > 1)
    .map((header) => ({ header, at: header.findIndex((text) => text !== '') }));
  // Most rows differ in the first cell.
  const isHeader = (row: readonly string[]) =>
    named.some(({ header, at }) => (row[at] ?? '').trim() === header[at] && isSame(trimmed(row), header));
  const repeated = table.rows.reduce((sum, row, index) => sum + (index >= first && isHeader(row) ? 1 : 0), 0);
  if (repeated === 0) return { table, repeated };
  const rows = surveyRows(table).filter(({ cells }) => !isHeader(cells));
  const kept = { rows: [...table.rows.slice(0, first), ...rows.map(({ cells }) => cells)], numbers: rows.map(({ number }) => number) };
  return { table: { ...table, ...kept }, repeated };
}

/** Why nothing is read from an export with a header of other columns among its rows: the cells below it would count for the wrong questions. */
export function otherHeaderText({ path, row }: RowPosition): string {
  return l10n.t(
    'Row {row} of {path} is a header, whose columns are others than those above it. Save the rows from there on in a file of their own.',
    {
      path,
      row: count(row),
    },
  );
}

function trimmed(row: readonly string[]): readonly string[] {
  const cells = row.map((cell) => cell.trim());
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function isSame(row: readonly string[], header: readonly string[]): boolean {
  return row.length === header.length && row.every((cell, index) => cell === header[index]);
}
