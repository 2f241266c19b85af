import { html, type TemplateResult } from 'lit-html';
import { coefficient } from '../../terms/numbers.ts';
import type { PageContext } from '../pageContext.ts';
import type { Look, PanelResult } from '../protocol.ts';
import type { RankedRow } from '../state/visibleRows.ts';
import { markView } from '../table/tableView.ts';

/** Pixels that a column of results takes; the styles say the same. */
export const resultWidth = 256;

/** What one survey or persona says of a feature; leads to the tally that says it. */
export function resultCell(row: RankedRow, result: PanelResult | undefined, tally: Partial<Look>, { texts }: PageContext): TemplateResult {
  if (!result || result.category === null) return html`<span class="quiet">${texts.trend.notAsked}</span>`;
  return html`<button
    type="button"
    class="cell"
    tabindex="-1"
    data-key=${row.key}
    data-tally=${JSON.stringify(tally)}
  >
    ${markView(result.category)}<span>${texts.matrix.categories[result.category]}</span
    ><span class="number">${coefficient(result.better)} / ${coefficient(result.worse)}</span>
  </button>`;
}
