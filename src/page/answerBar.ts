import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit-html';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { categories } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { count } from '../terms/numbers.ts';
import { categoryClass, markView } from './elements.ts';

/** How the answers are divided among the six categories: a bar, and below it each category by its sign and its count. */
export function answerBar({ counts }: Pick<FeatureAnalysis, 'counts'>): TemplateResult {
  const label = categories.map((category) => `${categoryLabel(category)} ${count(counts[category])}`).join(', ');
  return html`<div class="bar" role="img" aria-label=${l10n.t('Answers: {counts}', { counts: label })}>
      ${categories.map(
        (category) =>
          html`<span class="segment ${categoryClass(category)}" .style=${`flex-grow: ${counts[category]}`} ?hidden=${counts[category] === 0}></span>`,
      )}
    </div>
    <p class="counts" aria-hidden="true">
      ${categories.map((category) => html`<span title=${categoryLabel(category)}>${markView(category)}${count(counts[category])}</span>`)}
    </p>`;
}
