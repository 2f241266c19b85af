import { csvText } from '../../base/csv.ts';
import { oncePerObject } from '../../base/once.ts';
import { type ColumnKey, machineTable, readableColumns } from '../../report/featureColumns.ts';
import type { FeatureRow } from '../../report/featureRows.ts';
import { markdownText, table } from '../../terms/markdown.ts';
import { groupBySection } from './listGroups.ts';
import type { ProductLists } from './lists.ts';
import type { PanelRow } from './rows.ts';

type Touchpoints = ProductLists['touchpoints'];

/** The columns of the backlog, by which features can also be sorted. */
export type BacklogColumn = ColumnKey<'panel'>;

/** All of them, in their order. */
export const backlogColumns: readonly BacklogColumn[] = readableColumns('panel').map(({ key }) => key);

export interface Sorting {
  readonly column: BacklogColumn;
  readonly descending: boolean;
}

/** Gives rows the form that the columns of `featureColumns.ts` read. */
export function toFeatureRow(touchpoints: Touchpoints): (row: PanelRow) => FeatureRow {
  const known = new Map(touchpoints.map(({ key, name }, place) => [key, { name, place }]));
  return ({ feature, numbers, id, file, rank, neededBy, isUncounted, why, ...row }) => ({
    ...{ feature, numbers, file, rank, neededBy, isUncounted },
    isRankShown: rank !== null,
    name: feature.title ?? id,
    touchpoints: row.touchpoints.map((key) => known.get(key) ?? { name: key, place: null }),
    // No column of the panel shows these: the strip of the selected feature and the trend do.
    evidence: null,
    ages: null,
    drift: null,
    notes: why,
  });
}

/** The rows in the order of a column, equal ones as they were; rows without a value come last in either direction. */
export function sortRows(rows: readonly PanelRow[], { column, descending }: Sorting, touchpoints: Touchpoints): readonly PanelRow[] {
  const found = readableColumns('panel').find(({ key }) => key === column);
  // Behind those with a rank, as in the list beside the matrix.
  if (!found || (column === 'rank' && !descending)) return rankedFirst(rows);
  const featureRow = toFeatureRow(touchpoints);
  const values = new Map(rows.map((row) => [row, (found.sort ?? found.value)(featureRow(row))]));
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [values.get(a) ?? null, values.get(b) ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (
      direction * (typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right)))
    );
  });
}

const rankedFirst = oncePerObject((rows: readonly PanelRow[]): readonly PanelRow[] => {
  const hasRank = ({ rank, section }: PanelRow) => rank !== null && section !== 'cannot-be-counted';
  return [...rows.filter(hasRank), ...groupBySection(rows.filter((row) => !hasRank(row))).flatMap((group) => group.rows)];
});

const collator = new Intl.Collator(undefined, { numeric: true });

/** These features, in this order, as a table for people or for machines. */
export function exportTable(rows: readonly PanelRow[], touchpoints: Touchpoints, format: 'markdown' | 'csv'): string {
  const features = rows.map(toFeatureRow(touchpoints));
  if (format === 'csv') {
    const { names, cells } = machineTable('panelCsv', features);
    return csvText([names, ...cells]);
  }
  const columns = readableColumns('panelMarkdown');
  const headings = columns.map(({ heading, align }) => ({ heading: heading(), align }));
  const lines = features.map((feature) => columns.map(({ text }) => text(feature)));
  return markdownText([table(headings, lines)]);
}
