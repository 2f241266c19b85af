import type { SurveyColumn } from './surveyTable.ts';

/** More values are hardly waves or products. */
const mostValues = 12;

interface Rows {
  readonly columns: readonly SurveyColumn[];
  /** Of columns in which nothing was recognised. */
  readonly unknown: readonly number[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

/** The headers of columns with so few values, for so many rows, that they may tell waves or products apart. */
export function fewValued(tables: readonly Rows[]): ReadonlySet<string> {
  const values = new Map<string, string[]>();
  for (const { columns, unknown, rows } of tables) {
    for (const column of columns.filter(({ index }) => unknown.includes(index))) {
      const name = column.texts[0] ?? '';
      const known = values.get(name) ?? [];
      for (const { cells } of rows) known.push((cells[column.index] ?? '').trim());
      values.set(name, known);
    }
  }
  return new Set(
    [...values].flatMap(([name, cells]) => {
      const count = new Set(cells).size;
      return name !== '' && !cells.includes('') && count > 1 && count <= Math.min(mostValues, cells.length / 2) ? [name] : [];
    }),
  );
}
