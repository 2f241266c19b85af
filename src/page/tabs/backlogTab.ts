import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { statusLabel } from '../../terms/labels.ts';
import { coefficient, measure } from '../../terms/numbers.ts';
import { markView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { SortColumn } from '../state/pageState.ts';
import { sortRows } from '../state/sortRows.ts';
import { nameCell, textCell } from '../table/cells.ts';
import { type TableColumn, tableView } from '../table/tableView.ts';
import { tabLabel } from './tabNames.ts';

/** The features as a table with the reasons for their order. */
export function backlogTab(context: PageContext): TemplateResult {
  const { rows, page, content } = context;
  const { touchpoints } = content.lists;
  const names = new Map(touchpoints.map(({ key, name }) => [key, name]));
  const column = (key: SortColumn, heading: string, cell: TableColumn['cell'], more: Partial<TableColumn> = {}): TableColumn => ({
    ...{ key, heading, sortedBy: key, className: `column-${key}`, cell },
    ...more,
  });
  const number = (value: number | null) => (value === null ? '' : coefficient(value));
  const columns = [
    column('rank', l10n.t('Rank'), ({ rank }) => rank ?? '', { align: 'end' }),
    column('title', l10n.t('Feature'), nameCell, { isName: true }),
    column(
      'category',
      l10n.t('Category'),
      ({ category, assumed, categoryText }) =>
        html`<span class="category" title=${categoryText}>${markView(category, assumed)}<span>${categoryText}</span></span>`,
    ),
    column('answers', l10n.t('Answers'), ({ answers }) => answers, { align: 'end' }),
    column('better', l10n.t('Better'), ({ numbers }) => number(numbers.better), { align: 'end' }),
    column('worse', l10n.t('Worse'), ({ numbers }) => number(numbers.worse), { align: 'end' }),
    column('why', l10n.t('Why it stands here'), ({ why }) => textCell(why)),
    column('effort', l10n.t('Effort'), ({ feature: { effort } }) => (effort === undefined ? '' : measure(effort)), { align: 'end' }),
    column('status', l10n.t('Status'), ({ status }) => statusLabel(status)),
    column('owner', l10n.t('Owner'), ({ feature }) => textCell(feature.owner ?? '')),
    column('touchpoints', l10n.t('Touchpoints'), (row) => textCell(row.touchpoints.map((key) => names.get(key) ?? key).join(', '))),
  ];
  return tableView(tabLabel('backlog'), sortRows(rows, page.sorting, touchpoints), columns, context);
}
