import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { categories } from '../document/format/model.ts';
import type { TallyRow } from '../survey/importView/tallyRows.ts';
import { categoryWording } from '../terms/categoryLabels.ts';
import { count, measure, noNumber } from '../terms/numbers.ts';
import { tickBox } from './controls.ts';
import type { ImportContext } from './importContext.ts';

/** Every feature with answers, before and after. */
export function talliesSection({ view, choose }: ImportContext): TemplateResult | typeof nothing {
  const { tallies, losses, choices } = view;
  if (tallies.length === 0) return nothing;
  return html`<section aria-labelledby="tallies">
    <h2 id="tallies">${l10n.t('What changes')}</h2>
    <p>${l10n.t('Respondents: {respondents}, features: {features}.', { respondents: count(view.respondents), features: count(tallies.length) })}${
      view.open > 0 ? html` <span class="quiet">${l10n.t('As far as it is understood yet.')}</span>` : nothing
    }</p>
    ${
      losses.length > 0
        ? html`<div class="notice"><ul class="plain">${losses.map((line) => html`<li>${line}</li>`)}</ul>
            ${tickBox(l10n.t('Replace these answers of the file'), choices.replace, (replace) => choose({ replace }))}</div>`
        : nothing
    }
    <div class="scrolled" tabindex="0" role="group" aria-labelledby="tallies"><table>
      <thead><tr><th scope="col">${l10n.t('Feature')}</th><th scope="col">${l10n.t('Before')}</th><th scope="col">${l10n.t('After')}</th
        ><th scope="col" class="number">${l10n.t('Answers')}</th>${categories.map((category) => html`<th scope="col" class="number">${category}</th>`)}<th
          scope="col" class="number">${l10n.t('Importance')}</th><th scope="col" class="number">${l10n.t('Only one answered')}</th></tr></thead>
      <tbody>${tallies.map(tallyView)}</tbody>
    </table></div>
  </section>`;
}

function tallyView({ title, before, after, n, counts, importance, halves, state }: TallyRow): TemplateResult {
  const isMoved = before.category !== after.category;
  return html`<tr class=${state}>
    <th scope="row">${title}</th>
    <td>${categoryText(before)}</td>
    <td class=${isMoved ? 'moved' : ''}>${categoryText(after)}${state === 'same' ? html` <span class="quiet">${l10n.t('as before')}</span>` : nothing}</td>
    <td class="number">${count(n)}</td>
    ${categories.map((category) => html`<td class="number">${counts[category] === 0 ? '' : count(counts[category])}</td>`)}
    <td class="number">${importance === undefined ? noNumber : measure(importance)}</td>
    <td class="number">${halves === 0 ? '' : count(halves)}</td>
  </tr>`;
}

function categoryText({ n, category }: TallyRow['before']): TemplateResult {
  const { symbol, label } = categoryWording(n === 0 ? null : category);
  return html`<span class="category-${n === 0 || category === null ? 'none' : category}" aria-hidden="true">${symbol}</span> ${
    n === 0 ? label : l10n.t('{category}, {count} answers', { category: label, count: count(n) })
  }`;
}
