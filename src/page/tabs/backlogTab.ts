import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { type Status, statuses } from '../../document/format/model.ts';
import { readableColumns } from '../../report/featureColumns.ts';
import { betterMeaning, withBasis, worseMeaning } from '../../terms/coefficientWords.ts';
import { statusLabel } from '../../terms/labels.ts';
import { chosenValue, featureMark } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import { type BacklogColumn, sortRows, toFeatureRow } from '../state/featureTable.ts';
import type { PanelRow } from '../state/rows.ts';
import { shownColumns, widthOf } from '../state/shownColumns.ts';
import { nameCell, textCell } from '../table/cells.ts';
import { type TableColumn, tableView } from '../table/tableView.ts';
import { ticketLinks } from '../ticketLinks.ts';
import { tabLabel } from './tabNames.ts';

/** The features as a table with the reasons for their order. */
export function backlogTab(context: PageContext): TemplateResult {
  const { rows, page, content } = context;
  const { touchpoints } = content.lists;
  const featureRow = toFeatureRow(touchpoints);
  const shown = shownColumns(page.columns, context.width);
  const columns = readableColumns('panel')
    .filter(({ key }) => shown.includes(key))
    .map(({ key, heading, text, align }): TableColumn => {
      const isCutOff = key === 'why' || key === 'owner' || key === 'touchpoints';
      const own = ownCells[key];
      return {
        key,
        heading: heading(),
        sortedBy: key,
        className: `column-${key}`,
        ...(align === 'right' && { align: 'end' }),
        ...(key === 'better' && { explanation: withBasis(betterMeaning()) }),
        ...(key === 'worse' && { explanation: withBasis(worseMeaning()) }),
        isName: key === 'title',
        cell: own ? (row) => own(row, context) : (row) => (isCutOff ? textCell(text(featureRow(row))) : text(featureRow(row))),
      };
    });
  // Columns that the reader chose are shown, whatever the width.
  const needed = page.columns === null ? undefined : shown.reduce((sum, key) => sum + widthOf(key), 0);
  return tableView(tabLabel('backlog'), sortRows(rows, page.sorting, touchpoints), columns, context, needed);
}

/** Cells that show more than their text. */
const ownCells: Readonly<Partial<Record<BacklogColumn, (row: PanelRow, context: PageContext) => unknown>>> = {
  rank: ({ rank, section }) => (section === 'cannot-be-counted' ? '' : (rank ?? '')),
  title: nameCell,
  category: (row) => html`<span class="category" title=${row.categoryText}>${featureMark(row)}<span>${row.categoryText}</span></span>`,
  tracker: ({ feature }) => html`<span class="text">${ticketLinks(feature)}</span>`,
  status: (row, { readOnly, stale, actions }) =>
    readOnly !== null || stale !== null
      ? statusLabel(row.status)
      : html`<select
          class="cell status"
          tabindex="-1"
          aria-label=${l10n.t('Status of “{0}”', row.title)}
          data-key=${row.key}
          @change=${(event: Event) => actions.edit(row, { property: 'status', value: chosenValue(event) as Status })}
        >
          ${statuses.map((status) => html`<option value=${status} .selected=${live(status === row.status)}>${statusLabel(status)}</option>`)}
        </select>`,
};
