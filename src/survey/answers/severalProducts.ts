import { comparableText } from './comparableText.ts';
import { indexesOf, type MatchedTable, type RowsReading } from './countedRows.ts';
import type { SurveyMap } from './surveyMap.ts';
import { clearNames, columnsNamed, type SurveyColumn } from './surveyTable.ts';
import { productHeaders } from './wordings/exportWords.ts';

/** A column that names the product which a row is about, with several of them among the rows that count. */
export interface SeveralProducts {
  readonly column: string;
  readonly values: readonly string[];
  /** The value that is the product of the file. */
  readonly own?: string;
}

/** More values are hardly products. */
const mostProducts = 12;
const headers = new Set(productHeaders.map(comparableText));

/** Whether a column is called like one that names products. */
export function isProductColumn({ texts: [text = ''] }: SurveyColumn): boolean {
  return headers.has(comparableText(text));
}

/**
 * Finds columns that name several products: by their name, or because one of few values is the product of the file.
 * @param rows those that count
 * @param product the name of the product that the file is about
 */
export function severalProducts(
  tables: readonly MatchedTable[],
  rows: RowsReading['rows'],
  { respondents, where }: SurveyMap,
  product: string | undefined,
): readonly SeveralProducts[] {
  const nameOf = clearNames(tables.map(({ columns }) => columns));
  const own = comparableText(product ?? '');
  const found = new Map<string, { readonly column: SurveyColumn; readonly values: Set<string> }>();
  for (const [at, { columns, meanings }] of tables.entries()) {
    const decided = new Set([...where.keys(), ...respondents.leaveOut.keys()].flatMap((name) => columnsNamed(columns, name)));
    for (const index of indexesOf(meanings, 'unknown')) {
      const column = columns[index];
      if (!column || decided.has(column)) continue;
      const { values } = found.get(nameOf(column)) ?? { values: new Set() };
      found.set(nameOf(column), { column, values });
      for (const { cells } of rows[at] ?? []) {
        values.add((cells[column.index] ?? '').trim());
        if (values.size > mostProducts) break;
      }
    }
  }
  return [...found].flatMap(([name, { column, values }]) => {
    const named = [...values].filter((value) => value !== '');
    const ours = own === '' ? undefined : named.find((value) => comparableText(value) === own);
    const isAbout = isProductColumn(column) || ours !== undefined;
    if (!isAbout || values.size < 2 || values.size > mostProducts) return [];
    return [{ column: name, values: named, ...(ours !== undefined && { own: ours }) }];
  });
}
