import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Category } from '../document/model.ts';
import { type PageContext, tabStopAmong } from './pageContext.ts';
import type { SortColumn } from './protocol.ts';
import { categoryClass, symbolMark } from './symbolView.ts';
import type { RankedRow } from './visibleRows.ts';

/** A column of a table of features. */
export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly align?: 'end';
  /** What a click on the heading sorts by. */
  readonly sortedBy?: SortColumn;
  /** The name of the feature, from which the keyboard goes through the table. */
  readonly isName?: boolean;
  cell(row: RankedRow): unknown;
}

/** Pixels; the styles say the same. */
const rowHeight = 28;

/** A table of features, of which only the rows in sight are drawn. */
export function tableView(
  label: string,
  rows: readonly RankedRow[],
  columns: readonly TableColumn[],
  context: PageContext,
): TemplateResult {
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
    <table aria-label=${label} aria-rowcount=${rows.length + 1}>
      <thead>
        <tr aria-rowindex="1">
          ${columns.map((column) => headingView(column, context))}
        </tr>
      </thead>
      <tbody data-window="table">
        ${spacer(from, columns.length)}
        ${repeat(
          drawn,
          ({ key }) => key,
          (row, index) => rowView(row, from + index + 2, columns, tabStop, context),
        )}
        ${spacer(rows.length - to, columns.length)}
      </tbody>
    </table>
  </div>`;
}

/** The mark of a category, for cells that name it as well. */
export function markView(category: Category | null, assumed = false): TemplateResult {
  return html`<svg class="symbol ${categoryClass(category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(category, assumed, 5.5)}`}</svg>`;
}

function headingView({ heading, align, sortedBy }: TableColumn, { page: { sorting }, actions }: PageContext): TemplateResult {
  if (sortedBy === undefined) return html`<th scope="col" class=${align ?? nothing}>${heading}</th>`;
  const isSorted = sorting.column === sortedBy;
  const descending = isSorted && !sorting.descending;
  return html`<th scope="col" class=${align ?? nothing} aria-sort=${isSorted ? (sorting.descending ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="sort" @click=${() => actions.change({ sorting: { column: sortedBy, descending } })}>
      ${heading}<span class="arrow" aria-hidden="true">${isSorted ? (sorting.descending ? '↓' : '↑') : ''}</span>
    </button>
  </th>`;
}

function rowView(
  row: RankedRow,
  place: number,
  columns: readonly TableColumn[],
  tabStop: string | null,
  { page: { selected } }: PageContext,
): TemplateResult {
  const isSelected = row.key === selected;
  return html`<tr class=${isSelected ? 'line selected' : 'line'} data-key=${row.key} aria-rowindex=${place}>
    ${columns.map(({ align, isName, cell }) =>
      isName
        ? html`<th scope="row">
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
        : html`<td class=${align ?? nothing}>${cell(row)}</td>`,
    )}
  </tr>`;
}

/** Stands for the rows that are not drawn, so that the scroll bar tells the truth. */
function spacer(rows: number, columns: number): TemplateResult | typeof nothing {
  if (rows <= 0) return nothing;
  return html`<tr class="spacer" aria-hidden="true"><td colspan=${columns} .style=${`height: ${rows * rowHeight}px`}></td></tr>`;
}
