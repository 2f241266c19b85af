import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { type PageContext, tabStopAmong } from '../pageContext.ts';
import type { BacklogColumn } from '../state/featureTable.ts';
import type { PanelRow } from '../state/rows.ts';

/** A column of a table of features. */
export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  /** What the numbers of the column are, shown when the pointer rests on the heading. */
  readonly explanation?: string;
  /** How wide it is, and from which width of the page on it is shown: a class of the styles. */
  readonly className?: string;
  readonly align?: 'end';
  /** What a click on the heading sorts by. */
  readonly sortedBy?: BacklogColumn;
  /** The name of the feature, from which the keyboard goes through the table. */
  readonly isName?: boolean;
  cell(row: PanelRow): unknown;
}

/** Pixels. */
const heights = { row: 28, highRow: 44, stackedCell: 24, stackedSentence: 54, stackedEdges: 9 };

/**
 * A table of features, of which only the rows in sight are drawn.
 *
 * @param needed pixels that its columns take side by side; without it the least important columns give way, as the styles say
 */
export function tableView(
  label: string,
  rows: readonly PanelRow[],
  columns: readonly TableColumn[],
  context: PageContext,
  needed?: number,
): TemplateResult {
  const layout = layoutOf(needed, context);
  const rowHeight = rowHeightOf(layout, columns);
  const { from, to } = context.windows.slice(
    'table',
    rows.map(({ key }) => key),
    rowHeight,
  );
  const drawn = rows.slice(from, to);
  const tabStop = tabStopAmong(
    drawn.map(({ key }) => key),
    context,
  );
  return html`<div class="table scroller">
    <table class="features ${layout}" .style=${`--row-height: ${rowHeight}px; --needed: ${needed ?? 0}px`} aria-label=${label} aria-rowcount=${rows.length + 1}>
      <thead>
        <tr aria-rowindex="1">
          ${columns.map((column) => headingView(column, context))}
        </tr>
      </thead>
      <tbody data-window="table">
        ${spacer(from * rowHeight)}
        ${repeat(
          drawn,
          ({ key }) => key,
          (row, index) => rowView(row, from + index + 2, columns, tabStop, context),
        )}
        ${spacer((rows.length - to) * rowHeight)}
      </tbody>
    </table>
  </div>`;
}

/**
 * `high` gives titles two lines; `stacked` has the cells of a row below each other, each behind the heading of its column; `wide` moves
 * sideways under its titles.
 */
type TableLayout = 'cells' | 'high' | 'stacked' | 'wide';

function layoutOf(needed: number | undefined, { width }: PageContext): TableLayout {
  if (needed === undefined) return width <= oneLineFrom ? 'high' : 'cells';
  if (width >= needed) return 'cells';
  return width < widestStack ? 'stacked' : 'wide';
}

/** Pixels; more than so much is too much room for rows of stacked cells. */
const [oneLineFrom, widestStack] = [620, 960];

function rowHeightOf(layout: TableLayout, columns: readonly TableColumn[]): number {
  const { row, highRow, stackedCell, stackedSentence, stackedEdges } = heights;
  const cells = columns.filter(({ isName }) => !isName).map(({ key }) => (key === 'why' ? stackedSentence : stackedCell));
  return { cells: row, wide: row, high: highRow, stacked: cells.reduce((sum, height) => sum + height, highRow + stackedEdges) }[layout];
}

function headingView(
  { heading, explanation, className, align, sortedBy }: TableColumn,
  { page: { sorting }, actions }: PageContext,
): TemplateResult {
  const classes = classesOf(className, align);
  if (sortedBy === undefined) return html`<th scope="col" class=${classes} title=${explanation ?? heading}>${heading}</th>`;
  const isSorted = sorting.column === sortedBy;
  const descending = isSorted && !sorting.descending;
  return html`<th scope="col" class=${classes} aria-sort=${isSorted ? (sorting.descending ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="sort" title=${explanation ?? nothing} @click=${() => actions.change({ sorting: { column: sortedBy, descending } })}>
      ${heading}<span class="arrow" aria-hidden="true">${isSorted ? (sorting.descending ? '↓' : '↑') : ''}</span>
    </button>
  </th>`;
}

function rowView(
  row: PanelRow,
  place: number,
  columns: readonly TableColumn[],
  tabStop: string | null,
  { page: { selected } }: PageContext,
): TemplateResult {
  const isSelected = row.key === selected;
  return html`<tr class=${isSelected ? 'line selected' : 'line'} data-key=${row.key} aria-rowindex=${place}>
    ${columns.map(({ heading, className, align, isName, cell }) =>
      isName
        ? html`<th scope="row" class=${classesOf(className)}>
            <button
              type="button"
              class="row"
              data-key=${row.key}
              tabindex=${row.key === tabStop ? 0 : -1}
              aria-current=${isSelected ? 'true' : nothing}
              title=${row.title}
            >
              ${cell(row)}
            </button>
          </th>`
        : html`<td class=${classesOf(className, align)} data-heading=${heading}>${cell(row)}</td>`,
    )}
  </tr>`;
}

/** Stands for the rows that are not drawn, so that the scroll bar tells the truth. One cell: more would need room where columns gave way. */
function spacer(height: number): TemplateResult | typeof nothing {
  if (height <= 0) return nothing;
  return html`<tr class="spacer" aria-hidden="true"><td .style=${`height: ${height}px`}></td></tr>`;
}

function classesOf(...classes: readonly (string | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}
