import { html, type TemplateResult } from 'lit-html';
import { readableColumns } from '../../report/featureColumns.ts';
import { betterMeaning, withBasis, worseMeaning } from '../../terms/coefficientWords.ts';
import { featureMark } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import { sortRows, toFeatureRow } from '../state/featureTable.ts';
import { nameCell, textCell } from '../table/cells.ts';
import { type TableColumn, tableView } from '../table/tableView.ts';
import { tabLabel } from './tabNames.ts';

/** The features as a table with the reasons for their order. */
export function backlogTab(context: PageContext): TemplateResult {
  const { rows, page, content } = context;
  const { touchpoints } = content.lists;
  const featureRow = toFeatureRow(touchpoints);
  const columns = readableColumns('panel').map(({ key, heading, text, align }): TableColumn => {
    const isCutOff = key === 'why' || key === 'owner' || key === 'touchpoints';
    return {
      key,
      heading: heading(),
      sortedBy: key,
      className: `column-${key}`,
      ...(align === 'right' && { align: 'end' }),
      ...(key === 'better' && { explanation: withBasis(betterMeaning()) }),
      ...(key === 'worse' && { explanation: withBasis(worseMeaning()) }),
      isName: key === 'title',
      cell: ownCells[key] ?? ((row) => (isCutOff ? textCell(text(featureRow(row))) : text(featureRow(row)))),
    };
  });
  return tableView(tabLabel('backlog'), sortRows(rows, page.sorting, touchpoints), columns, context);
}

/** Cells that show more than their text. */
const ownCells: Readonly<Record<string, TableColumn['cell']>> = {
  rank: ({ rank }) => rank ?? '',
  title: nameCell,
  category: (row) => html`<span class="category" title=${row.categoryText}>${featureMark(row)}<span>${row.categoryText}</span></span>`,
};
