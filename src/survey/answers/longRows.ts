import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';

/** A row with more filled cells than there are columns. */
export interface LongRow {
  readonly path: string;
  /** Numbered as in a spreadsheet. */
  readonly row: number;
  readonly cells: number;
  readonly columns: number;
}

/** The row, if its cells go on beyond the columns: a comma without quotes moves all cells after it. */
export function longRow(position: Pick<LongRow, 'path' | 'row'>, cells: readonly string[], columns: number): LongRow | undefined {
  const isLong = cells.slice(columns).some((cell) => cell.trim() !== '');
  return isLong ? { ...position, cells: cells.length, columns } : undefined;
}

/** Why nothing is read from an export with such a row. */
export function longRowText({ path, row, cells, columns }: LongRow): string {
  return l10n.t('Row {row} of {path} has {cells} cells, and there are {columns} columns: cells may have moved. Export it again.', {
    path,
    row: count(row),
    cells: count(cells),
    columns: count(columns),
  });
}
