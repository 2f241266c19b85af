import { type Category, categories, statuses } from '../../document/format/model.ts';
import type { PanelLists, SortColumn } from '../protocol.ts';
import type { Sorting } from './pageState.ts';
import type { RankedRow } from './visibleRows.ts';

/** The rows in the order of a column, equal ones as they were; what has no value there comes last in either direction. */
export function sortRows(rows: readonly RankedRow[], { column, descending }: Sorting, lists: PanelLists): readonly RankedRow[] {
  if (column === 'rank' && !descending) return rows;
  const values = new Map(rows.map((row) => [row, sortValue(row, column, lists)]));
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right);
  });
}

type Value = string | number | null;

function sortValue(row: RankedRow, column: SortColumn, { touchpoints }: PanelLists): Value {
  switch (column) {
    case 'rank':
      return row.rank;
    case 'title':
      return row.title;
    case 'category':
      return placeOfCategory(row.category);
    case 'answers':
      return row.coefficients?.n ?? null;
    case 'better':
      return row.coefficients?.better ?? null;
    case 'worse':
      return row.coefficients?.worse ?? null;
    case 'status':
      return statuses.indexOf(row.status);
    case 'effort':
      return row.effort;
    case 'owner':
      return row.owner;
    case 'touchpoints':
      return placeOfFirst(row, touchpoints);
    case 'why':
      return row.why === '' ? null : row.why;
  }
}

function placeOfCategory(category: Category | null): number | null {
  return category === null ? null : categories.indexOf(category);
}

/** By the journey, not by the alphabet. */
function placeOfFirst(row: RankedRow, touchpoints: PanelLists['touchpoints']): number | null {
  const place = touchpoints.findIndex(({ key }) => row.touchpoints.includes(key));
  return place === -1 ? null : place;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(left: string | number, right: string | number): number {
  return typeof left === 'string' || typeof right === 'string' ? collator.compare(String(left), String(right)) : left - right;
}
