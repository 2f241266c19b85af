import { html, nothing, type TemplateResult } from 'lit-html';
import { coefficient, measure } from '../../terms/numbers.ts';
import type { PageContext } from '../pageContext.ts';
import type { SortColumn } from '../protocol.ts';
import { sortRows } from '../state/sortRows.ts';
import type { RankedRow } from '../state/visibleRows.ts';
import { markView, type TableColumn, tableView } from '../table/tableView.ts';

/** The features as a table with the reasons for their order. */
export function backlogTab(context: PageContext): TemplateResult {
  const { texts, rows, page, state } = context;
  const names = new Map(state.lists.touchpoints.map(({ key, name }) => [key, name]));
  const column = (key: SortColumn, cell: TableColumn['cell'], more: Partial<TableColumn> = {}): TableColumn => ({
    ...{ key, heading: texts.columns[key], sortedBy: key, className: `column-${key}`, cell },
    ...more,
  });
  const columns = [
    column('rank', ({ rank }) => rank ?? '', { align: 'end' }),
    column('title', nameCell, { isName: true }),
    column(
      'category',
      ({ category, assumed, categoryText }) =>
        html`<span class="category" title=${categoryText}>${markView(category, assumed)}<span>${categoryText}</span></span>`,
    ),
    column('answers', ({ answers }) => answers, { align: 'end' }),
    column('better', ({ coefficients }) => (coefficients ? coefficient(coefficients.better) : ''), { align: 'end' }),
    column('worse', ({ coefficients }) => (coefficients ? coefficient(coefficients.worse) : ''), { align: 'end' }),
    column('why', ({ why }) => textCell(why)),
    column('effort', ({ effort }) => (effort === null ? '' : measure(effort)), { align: 'end' }),
    column('status', ({ status }) => texts.statuses[status]),
    column('owner', ({ owner }) => textCell(owner ?? '')),
    column('touchpoints', ({ touchpoints }) => textCell(touchpoints.map((key) => names.get(key) ?? key).join(', '))),
  ];
  return tableView(texts.tabs.backlog, sortRows(rows, page.sorting, state.lists), columns, context);
}

/** A feature by its title, and its file where that is needed to tell it from another. */
export function nameCell({ title, file }: RankedRow): TemplateResult {
  return html`<span class="title">${title}${file === null ? nothing : html` <span class="file">${file}</span>`}</span>`;
}

/** A text that is cut off where the column ends, and whole in its tooltip. */
function textCell(text: string): TemplateResult {
  return html`<span class="text" title=${text || nothing}>${text}</span>`;
}
