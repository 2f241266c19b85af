import { categories, statuses } from '../../document/format/model.ts';
import type { ProductLists } from './lists.ts';
import type { SortColumn, Sorting } from './pageState.ts';
import type { PanelRow } from './rows.ts';

type Touchpoints = ProductLists['touchpoints'];

/** The rows in the order of a column, equal ones as they were; rows without a value come last in either direction. */
export function sortRows(rows: readonly PanelRow[], { column, descending }: Sorting, touchpoints: Touchpoints): readonly PanelRow[] {
  if (column === 'rank' && !descending) return rows;
  const values = new Map(rows.map((row) => [row, sortValue(row, column, touchpoints)]));
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * compare(left, right);
  });
}

function sortValue(row: PanelRow, column: SortColumn, touchpoints: Touchpoints): string | number | null {
  const { category, numbers, feature, status } = row;
  switch (column) {
    case 'rank':
    case 'title':
      return row[column];
    case 'category':
      return category === null ? null : categories.indexOf(category);
    case 'answers':
      return numbers.better === null ? null : numbers.n;
    case 'better':
    case 'worse':
      return numbers[column];
    case 'status':
      return statuses.indexOf(status);
    case 'effort':
    case 'owner':
      return feature[column] ?? null;
    case 'touchpoints':
      return placeOfFirst(row, touchpoints);
    case 'why':
      return row.why || null;
  }
}

/** By the journey, not by the alphabet. */
function placeOfFirst(row: PanelRow, touchpoints: Touchpoints): number | null {
  const place = touchpoints.findIndex(({ key }) => row.touchpoints.includes(key));
  return place === -1 ? null : place;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(left: string | number, right: string | number): number {
  return typeof left === 'string' || typeof right === 'string' ? collator.compare(String(left), String(right)) : left - right;
}
