import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import type { RowPosition } from '../answers/countedRows.ts';
import { cellText, someNames } from '../answers/shownTexts.ts';
import { type SurveyTable, surveyRows } from '../answers/surveyTable.ts';
import { UnreadableTable } from '../answers/tableOfBytes.ts';
import { type CountsColumn, countsColumns } from './countsFormat.ts';

/** A group of respondents who answered alike. Columns that the counts lack are absent. */
export interface CountsRow extends RowPosition {
  readonly cells: Readonly<Partial<Record<CountsColumn, string>>>;
  readonly respondents: number;
}

const needed: readonly CountsColumn[] = ['feature', 'functional', 'dysfunctional', 'respondents'];

/** The groups in a table of counts. Throws `UnreadableTable` where it is none, or a number is in doubt. */
function countsRows(table: SurveyTable): readonly CountsRow[] {
  const { path } = table;
  // Some engines write the names of columns in capitals.
  const header = (table.rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const columns = countsColumns.map((name) => ({ name, index: header.indexOf(name) })).filter(({ index }) => index !== -1);
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new UnreadableTable(
      l10n.t('{path} is not the result of kano survey-sql: it has no column {names}.', { path, names: someNames(missing) }),
    );
  checkColumns(table, header);
  const groups = new Map<string, number>();
  return surveyRows(table).flatMap(({ number: row, cells: all }): CountsRow[] => {
    if (all.every((cell) => cell.trim() === '')) return [];
    if (all.slice(header.length).some((cell) => cell.trim() !== ''))
      throw new UnreadableTable(
        l10n.t('Row {row} of {path} has more cells than there are columns. Export the result again.', { path, row: count(row) }),
      );
    const cells = Object.fromEntries(columns.map(({ name, index }) => [name, (all[index] ?? '').trim()]));
    // White space that an engine does not know makes groups of their own.
    const key = JSON.stringify(columns.map(({ name, index }) => (name === 'respondents' ? '' : (all[index] ?? ''))));
    const before = groups.get(key);
    if (before !== undefined)
      throw new UnreadableTable(
        l10n.t('Rows {first} and {second} of {path} are about the same group: the result may be in it twice. Export it again.', {
          path,
          first: count(before),
          second: count(row),
        }),
      );
    groups.set(key, row);
    const written = cells.respondents ?? '';
    if (!/^\d{1,10}(?:\.0+)?$/.test(written))
      throw new UnreadableTable(
        l10n.t('Row {row} of {path}: “{text}” is not a number of respondents.', { path, row: count(row), text: cellText(written) }),
      );
    return [{ path, row, cells, respondents: Number(written) }];
  });
}

/** Rows that differ in a column which nobody reads would be added up. */
function checkColumns(table: SurveyTable, header: readonly string[]): void {
  const { path } = table;
  const known: readonly string[] = countsColumns;
  const isFilled = (index: number) => table.rows.slice(1).some((row) => (row[index] ?? '').trim() !== '');
  const unknown = header.flatMap((name, index) =>
    known.includes(name) || (name === '' && !isFilled(index))
      ? []
      : [name === '' ? `#${index + 1}` : `“${cellText((table.rows[0]?.[index] ?? '').trim())}”`],
  );
  if (unknown.length > 0)
    throw new UnreadableTable(
      l10n.t(
        '{path} has columns that the result of kano survey-sql does not have: {names}. What they keep apart would be added up. Save the result as it is; waves belong in the column “survey”, groups of people in “persona”.',
        { path, names: someNames(unknown) },
      ),
    );
  const repeated = [...new Set(header.filter((name, index) => name !== '' && header.indexOf(name) !== index))];
  if (repeated.length > 0)
    throw new UnreadableTable(
      l10n.t('{path} has these columns more than once: {names}. Save the result again.', {
        path,
        names: someNames(repeated.map((name) => `“${name}”`)),
      }),
    );
}

/** The groups in all tables. Throws `UnreadableTable` where two tables have the same one. */
export function rowsOfAll(tables: readonly SurveyTable[]): readonly CountsRow[] {
  const rows = tables.flatMap(countsRows);
  const groups = new Map<string, CountsRow>();
  for (const row of rows) {
    const key = JSON.stringify(countsColumns.map((name) => (name === 'respondents' ? '' : (row.cells[name] ?? ''))));
    const before = groups.get(key);
    // Within one table, white space that an engine does not know makes groups of their own.
    if (before !== undefined && before.path !== row.path)
      throw new UnreadableTable(
        l10n.t(
          'Row {first} of {other} and row {second} of {path} are about the same group, which may count twice. Leave out one of the files, or count all answers with one statement.',
          { other: before.path, first: count(before.row), path: row.path, second: count(row.row) },
        ),
      );
    groups.set(key, row);
  }
  return rows;
}
