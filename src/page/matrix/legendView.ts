import { html, type TemplateResult } from 'lit-html';
import { type Category, categories } from '../../document/format/model.ts';
import type { PageContext } from '../pageContext.ts';
import { occurringCategories } from '../state/visibleRows.ts';
import { markView } from '../table/tableView.ts';

/** What the symbols mean; each entry shows or hides its category in picture and lists. */
export function legendView({ texts, all, page: { filters }, actions }: PageContext): TemplateResult {
  const occurring = occurringCategories(all);
  const entries = [...categories, null].filter((category) => occurring.has(category));
  const toggle = (name: Category | 'none', shown: boolean) => {
    const others = filters.hidden.filter((other) => other !== name);
    actions.filter({ hidden: shown ? others : [...others, name] });
  };
  return html`<div class="legend" role="group" aria-label=${texts.filter.legend}>
    ${entries.map((category) => {
      const name = category ?? 'none';
      const label = category === null ? texts.matrix.noCategory : texts.matrix.categories[category];
      return html`<vscode-checkbox
        .checked=${!filters.hidden.includes(name)}
        @change=${(event: Event) => toggle(name, (event.target as HTMLInputElement).checked)}
        ><span class="entry">${markView(category)}${label}</span></vscode-checkbox
      >`;
    })}
  </div>`;
}
