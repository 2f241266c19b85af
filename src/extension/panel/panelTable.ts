import { type CsvCell, csvText } from '../../base/csv.ts';
import { categories } from '../../document/format/model.ts';
import type { PanelRow, PanelState, TableFormat } from '../../page/protocol.ts';
import { statusLabel } from '../../terms/labels.ts';
import { type Column, markdownText, table } from '../../terms/markdown.ts';
import { coefficient, count, measure } from '../../terms/numbers.ts';
import { backlogColumns } from '../../wording/backlogWording.ts';
import { whyHeading } from '../../wording/panelWording.ts';

/** The features of these keys, in this order, as a table to take along. */
export function panelTable(state: PanelState, keys: readonly string[], format: TableFormat): string {
  const rows = new Map(state.rows.map((row) => [row.key, row]));
  const ranks = new Map(state.rows.filter(({ place }) => place !== 'closed').map(({ key }, index) => [key, index + 1]));
  const touchpoints = new Map(state.lists.touchpoints.map(({ key, name }) => [key, name]));
  const linesOf = <Cell>(columns: readonly TableColumn<Cell>[]) =>
    keys.flatMap((key) => {
      const row = rows.get(key);
      const places = row?.touchpoints.map((place) => touchpoints.get(place) ?? place) ?? [];
      return row ? [columns.map(([, cell]) => cell(row, ranks.get(key) ?? null, places))] : [];
    });
  if (format === 'csv') return csvText([csvColumns.map(([heading]) => heading), ...linesOf(csvColumns)]);
  const columns = readableColumns();
  const headings = columns.map(([heading, , align = 'left']): Column => ({ heading, align }));
  return markdownText([table(headings, linesOf(columns))]);
}

/** A heading, what stands in a cell under it, and on which side. */
type TableColumn<Cell = string> = readonly [
  heading: string,
  cell: (row: PanelRow, rank: number | null, touchpoints: readonly string[]) => Cell,
  align?: Column['align'],
];

function readableColumns(): readonly TableColumn[] {
  const words = backlogColumns();
  return [
    [words.rank, (_, rank) => (rank === null ? '' : count(rank)), 'right'],
    [words.feature, ({ title, file }) => (file === null ? title : `${title} (${file})`)],
    [words.category, ({ categoryText }) => categoryText],
    [words.answers, ({ answers }) => answers, 'right'],
    [words.better, ({ coefficients }) => (coefficients ? coefficient(coefficients.better) : ''), 'right'],
    [words.worse, ({ coefficients }) => (coefficients ? coefficient(coefficients.worse) : ''), 'right'],
    [words.status, ({ status }) => statusLabel(status)],
    [words.effort, ({ effort }) => (effort === null ? '' : measure(effort)), 'right'],
    [words.owner, ({ owner }) => owner ?? ''],
    [words.touchpoints, (_row, _rank, touchpoints) => touchpoints.join(', ')],
    [whyHeading(), ({ why }) => why],
  ];
}

/** For machines: fixed names, letters and plain numbers in every language. */
const csvColumns: readonly TableColumn<CsvCell>[] = [
  ['rank', (_, rank) => rank],
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['file', ({ file }) => file ?? ''],
  ['category', ({ category, assumed }) => (assumed ? '' : categoryLetter(category))],
  ['assumed', ({ assumption }) => categoryLetter(assumption)],
  ['n', ({ coefficients }) => coefficients?.n ?? null],
  ['better', ({ coefficients }) => coefficients?.better ?? null],
  ['worse', ({ coefficients }) => coefficients?.worse ?? null],
  ['status', ({ status }) => status],
  ['effort', ({ effort }) => effort],
  ['owner', ({ owner }) => owner ?? ''],
  ['touchpoints', (_row, _rank, touchpoints) => touchpoints.join('; ')],
  ['tags', ({ tags }) => tags.join('; ')],
  ['note', ({ why }) => why],
];

function categoryLetter(category: PanelRow['category']): string {
  return categories.find((letter) => letter === category) ?? '';
}
