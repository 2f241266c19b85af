import { html, svg, type TemplateResult } from 'lit-html';
import type { PanelTexts } from './protocol.ts';
import { categoryClass, symbolMark } from './symbolView.ts';
import type { RankedRow } from './visibleRows.ts';

/** The strip under the matrix: the numbers of the feature that is looked at. It keeps its height, so that nothing jumps. */
export function detailsView(row: RankedRow | null, texts: PanelTexts): TemplateResult {
  if (!row) return html`<div class="details"><p class="quiet">${texts.selectHint}</p></div>`;
  return html`<div class="details">
    <p class="name">
      <svg class="symbol ${categoryClass(row.category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(row.category, row.assumed, 6)}`}</svg>
      <strong>${row.title}</strong>
    </p>
    <p class="numbers">${row.details.map((detail) => html`<span>${detail}</span>`)}</p>
  </div>`;
}
