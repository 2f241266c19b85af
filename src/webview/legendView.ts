import { html, svg, type TemplateResult } from 'lit-html';
import { type Category, categories } from '../document/model.ts';
import type { CategoryOrNone } from '../wording/categoryWording.ts';
import type { PanelTexts } from './protocol.ts';
import { categoryClass, symbolMark } from './symbolView.ts';

export interface LegendView {
  readonly texts: PanelTexts;
  readonly occurring: ReadonlySet<CategoryOrNone>;
  readonly hidden: readonly (Category | 'none')[];
  onToggle(category: Category | 'none', shown: boolean): void;
}

/** What the symbols mean; each entry shows or hides its category in picture and list. */
export function legendView({ texts, occurring, hidden, onToggle }: LegendView): TemplateResult {
  const entries = [...categories, null].filter((category) => occurring.has(category));
  return html`<div class="legend" role="group" aria-label=${texts.legendLabel}>
    ${entries.map((category) => {
      const name = category ?? 'none';
      const label = category === null ? texts.matrix.noCategory : texts.matrix.categories[category];
      return html`<vscode-checkbox
        .checked=${!hidden.includes(name)}
        @change=${(event: Event) => onToggle(name, (event.target as HTMLInputElement).checked)}
        ><span class="entry"
          ><svg class="symbol ${categoryClass(category)}" viewBox="-8 -8 16 16" aria-hidden="true">${svg`${symbolMark(category, false, 5.5)}`}</svg
          >${label}</span
        ></vscode-checkbox
      >`;
    })}
  </div>`;
}
