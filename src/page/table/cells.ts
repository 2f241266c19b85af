import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Category } from '../../document/format/model.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { coefficient } from '../../terms/numbers.ts';
import { markView } from '../elements.ts';
import type { TallyChoice } from '../protocol.ts';
import type { PanelRow } from '../state/rows.ts';

/** A feature by its title, and its file where that is needed to tell it from another. */
export function nameCell({ title, file }: PanelRow): TemplateResult {
  return html`<span class="title">${title}${file === null ? nothing : html` <span class="file">${file}</span>`}</span>`;
}

/** A text that is cut off where the column ends, and whole in its tooltip. */
export function textCell(text: string): TemplateResult {
  return html`<span class="text" title=${text || nothing}>${text}</span>`;
}

/** Pixels that a column of results takes; the styles say the same. */
export const resultWidth = 256;

interface Result {
  readonly category: Category | null;
  readonly better: number | null;
  readonly worse: number | null;
}

/** What one survey or persona says of a feature; leads to the tally that says it. */
export function resultCell(row: PanelRow, result: Result | undefined, tally: TallyChoice): TemplateResult {
  if (!result || result.category === null) return html`<span class="quiet">${l10n.t('not asked')}</span>`;
  return html`<button
    type="button"
    class="cell"
    tabindex="-1"
    data-key=${row.key}
    data-tally=${JSON.stringify(tally)}
  >
    ${markView(result.category)}<span>${categoryLabel(result.category)}</span
    ><span class="number">${coefficient(result.better)} / ${coefficient(result.worse)}</span>
  </button>`;
}
