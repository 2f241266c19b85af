import * as l10n from '@vscode/l10n';
import { type CsvCell, csvText } from '../../base/csv.ts';
import { statusLabel } from '../../terms/labels.ts';
import { type Column, markdownText, table } from '../../terms/markdown.ts';
import { coefficient, count, measure } from '../../terms/numbers.ts';
import { backlogColumns } from '../../wording/backlogWording.ts';
import type { ProductLists } from './lists.ts';
import type { PanelRow } from './rows.ts';

/** These features, in this order, as a table for people or for machines. */
export function exportTable(rows: readonly PanelRow[], touchpoints: ProductLists['touchpoints'], format: 'markdown' | 'csv'): string {
  const names = new Map(touchpoints.map(({ key, name }) => [key, name]));
  const linesOf = <Cell>(columns: readonly TableColumn<Cell>[]) =>
    rows.map((row) => {
      const places = row.touchpoints.map((key) => names.get(key) ?? key);
      return columns.map(([, cell]) => cell(row, places));
    });
  if (format === 'csv') return csvText([csvColumns.map(([heading]) => heading), ...linesOf(csvColumns)]);
  const columns = readableColumns();
  const headings = columns.map(([heading, , align = 'left']): Column => ({ heading, align }));
  return markdownText([table(headings, linesOf(columns))]);
}

/** A heading, what a cell under it says, and on which side. */
type TableColumn<Cell = string> = readonly [
  heading: string,
  cell: (row: PanelRow, touchpoints: readonly string[]) => Cell,
  align?: Column['align'],
];

function readableColumns(): readonly TableColumn[] {
  const words = backlogColumns();
  return [
    [words.rank, ({ rank }) => (rank === null ? '' : count(rank)), 'right'],
    [words.feature, (row) => (row.file === null ? wholeTitle(row) : `${wholeTitle(row)} (${row.file})`)],
    [words.category, ({ categoryText }) => categoryText],
    [words.answers, ({ answers }) => answers, 'right'],
    [words.better, ({ numbers }) => (numbers.better === null ? '' : coefficient(numbers.better)), 'right'],
    [words.worse, ({ numbers }) => (numbers.worse === null ? '' : coefficient(numbers.worse)), 'right'],
    [words.status, ({ status }) => statusLabel(status)],
    [words.effort, ({ feature: { effort } }) => (effort === undefined ? '' : measure(effort)), 'right'],
    [words.owner, ({ feature }) => feature.owner ?? ''],
    [words.touchpoints, (_row, touchpoints) => touchpoints.join(', ')],
    [l10n.t('Why it stands here'), ({ why }) => why],
  ];
}

/** For machines: fixed names, letters and plain numbers in every language. */
const csvColumns: readonly TableColumn<CsvCell>[] = [
  ['rank', ({ rank }) => rank],
  ['id', ({ id }) => id],
  ['title', wholeTitle],
  ['file', ({ file }) => file ?? ''],
  ['category', ({ category, assumed }) => (assumed ? '' : (category ?? ''))],
  ['assumed', ({ feature }) => feature.assumed ?? ''],
  ['n', ({ numbers }) => (numbers.better === null ? null : numbers.n)],
  ['better', ({ numbers }) => numbers.better],
  ['worse', ({ numbers }) => numbers.worse],
  ['status', ({ status }) => status],
  ['effort', ({ feature }) => feature.effort ?? null],
  ['owner', ({ feature }) => feature.owner ?? ''],
  ['touchpoints', (_row, touchpoints) => touchpoints.join('; ')],
  ['tags', ({ feature }) => feature.tags?.join('; ') ?? ''],
  ['note', ({ why }) => why],
];

function wholeTitle({ feature, id }: PanelRow): string {
  return feature.title ?? id;
}
