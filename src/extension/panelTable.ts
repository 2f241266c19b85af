import { categories } from '../document/model.ts';
import { type CsvCell, csvText } from '../report/csv.ts';
import type { PanelRow, PanelState, TableFormat } from '../webview/protocol.ts';
import { backlogColumns } from '../wording/backlogWording.ts';
import { type Column, markdownText, table } from '../wording/markdown.ts';
import { coefficient, count, measure } from '../wording/numbers.ts';
import { whyHeading } from '../wording/panelWording.ts';
import { statusLabel } from '../wording/statusWording.ts';

/** The features of these keys, in this order, as a table to take along. */
export function panelTable(state: PanelState, keys: readonly string[], format: TableFormat): string {
  const rows = new Map(state.rows.map((row) => [row.key, row]));
  const ranks = new Map(state.rows.filter(({ place }) => place !== 'closed').map(({ key }, index) => [key, index + 1]));
  const touchpoints = new Map(state.lists.touchpoints.map(({ key, name }) => [key, name]));
  const linesOf = <Cell>(columns: readonly TableColumn<Cell>[]) =>
    keys.flatMap((key) => {
      const row = rows.get(key);
      const places = row?.touchpoints.map((place) => touchpoints.get(place) ?? place) ?? [];
      return row ? [columns.map(({ cell }) => cell(row, ranks.get(key) ?? null, places))] : [];
    });
  if (format === 'csv') return csvText([csvColumns.map(({ heading }) => heading), ...linesOf(csvColumns)]);
  const columns = readableColumns();
  return markdownText([table(columns, linesOf(columns))]);
}

interface TableColumn<Cell = string> extends Column {
  readonly cell: (row: PanelRow, rank: number | null, touchpoints: readonly string[]) => Cell;
}

function readableColumns(): readonly TableColumn[] {
  const words = backlogColumns();
  return [
    { heading: words.rank, align: 'right', cell: (_, rank) => (rank === null ? '' : count(rank)) },
    { heading: words.feature, align: 'left', cell: ({ title, file }) => (file === null ? title : `${title} (${file})`) },
    { heading: words.category, align: 'left', cell: ({ categoryText }) => categoryText },
    { heading: words.answers, align: 'right', cell: ({ answers }) => answers },
    { heading: words.better, align: 'right', cell: ({ coefficients }) => (coefficients ? coefficient(coefficients.better) : '') },
    { heading: words.worse, align: 'right', cell: ({ coefficients }) => (coefficients ? coefficient(coefficients.worse) : '') },
    { heading: words.status, align: 'left', cell: ({ status }) => statusLabel(status) },
    { heading: words.effort, align: 'right', cell: ({ effort }) => (effort === null ? '' : measure(effort)) },
    { heading: words.owner, align: 'left', cell: ({ owner }) => owner ?? '' },
    { heading: words.touchpoints, align: 'left', cell: (_row, _rank, touchpoints) => touchpoints.join(', ') },
    { heading: whyHeading(), align: 'left', cell: ({ why }) => why },
  ];
}

/** For machines: fixed names, letters and plain numbers in every language. */
const csvColumns: readonly TableColumn<CsvCell>[] = [
  { heading: 'rank', align: 'right', cell: (_, rank) => rank },
  { heading: 'id', align: 'left', cell: ({ id }) => id },
  { heading: 'title', align: 'left', cell: ({ title }) => title },
  { heading: 'file', align: 'left', cell: ({ file }) => file ?? '' },
  { heading: 'category', align: 'left', cell: ({ category, assumed }) => (assumed ? '' : categoryLetter(category)) },
  { heading: 'assumed', align: 'left', cell: ({ assumption }) => categoryLetter(assumption) },
  { heading: 'n', align: 'right', cell: ({ coefficients }) => coefficients?.n ?? null },
  { heading: 'better', align: 'right', cell: ({ coefficients }) => coefficients?.better ?? null },
  { heading: 'worse', align: 'right', cell: ({ coefficients }) => coefficients?.worse ?? null },
  { heading: 'status', align: 'left', cell: ({ status }) => status },
  { heading: 'effort', align: 'right', cell: ({ effort }) => effort },
  { heading: 'owner', align: 'left', cell: ({ owner }) => owner ?? '' },
  { heading: 'touchpoints', align: 'left', cell: (_row, _rank, touchpoints) => touchpoints.join('; ') },
  { heading: 'tags', align: 'left', cell: ({ tags }) => tags.join('; ') },
  { heading: 'note', align: 'left', cell: ({ why }) => why },
];

function categoryLetter(category: PanelRow['category']): string {
  return categories.find((letter) => letter === category) ?? '';
}
