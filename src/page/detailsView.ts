import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { categories, type Status, statuses } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { statusLabel } from '../terms/labels.ts';
import { markView } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import type { PanelRow } from './state/rows.ts';
import { plotDetails, shownPlot } from './state/shownPlot.ts';

/** The strip under the tabs: the numbers of the active feature, and what can be changed of the selected one. */
export function detailsView(context: PageContext): TemplateResult {
  const { active, byKey, content, page, isEditor } = context;
  const row = active === null ? undefined : byKey.get(active);
  const selected = page.selected === null ? undefined : byKey.get(page.selected);
  const hint = isEditor
    ? l10n.t('Select a feature to see its numbers; Enter goes to its place in the file.')
    : l10n.t('Select a feature to see its numbers.');
  const plot = page.tab === 'matrix' ? shownPlot(page.view.plot, content.rows) : 'coefficients';
  if (!row) return html`<div class="details"><p class="quiet">${hint}</p></div>`;
  return html`<div class="details">
    <p class="name">${markView(row.category, row.assumed)}<strong title=${row.title}>${row.title}</strong></p>
    <p class="numbers">${[...plotDetails(row, plot), ...row.details, ...(row.refined === null ? [] : [row.refined])].map((detail) => html`<span>${detail}</span>`)}</p>
    ${selected ? keyed(selected.key, editView(selected, selected === row, context)) : nothing}
  </div>`;
}

/** @param isShown while another feature is under the pointer, the form keeps its room and its content */
function editView(row: PanelRow, isShown: boolean, { readOnly, stale, isEditor, actions }: PageContext): TemplateResult {
  const isReadOnly = readOnly !== null || stale !== null;
  const { owner = '', effort, assumed } = row.feature;
  const change = (event: Event) => {
    const value = effortOf(event.target as HTMLInputElement);
    if (value === undefined) actions.refuse(l10n.t('An effort is a number above 0: nothing was changed.'));
    else actions.edit(row, { property: 'effort', value });
  };
  return html`<form
    class=${isShown ? 'edit' : 'edit away'}
    aria-label=${l10n.t('Change “{0}”', row.title)}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label class="select"
      ><span>${l10n.t('Status')}</span
      ><select
        ?disabled=${isReadOnly}
        @change=${(event: Event) => actions.edit(row, { property: 'status', value: textOf(event) as Status })}
      >
        ${statuses.map((status) => optionView(status, statusLabel(status), status === row.status))}
      </select></label
    >
    <label class="select"
      ><span>${l10n.t('Effort')}</span
      ><input
        type="number"
        min="0"
        step="any"
        ?disabled=${isReadOnly}
        .defaultValue=${effort === undefined ? '' : String(effort)}
        .value=${effort === undefined ? '' : String(effort)}
        @change=${change}
        @keydown=${takeBack}
    /></label>
    <label class="select"
      ><span>${l10n.t('Owner')}</span
      ><input
        type="text"
        spellcheck="false"
        ?disabled=${isReadOnly}
        .defaultValue=${owner}
        .value=${owner}
        @change=${(event: Event) => actions.edit(row, { property: 'owner', value: textOf(event).trim() || null })}
        @keydown=${takeBack}
    /></label>
    <label class="select"
      ><span>${l10n.t('Assumed')}</span
      ><select ?disabled=${isReadOnly} @change=${(event: Event) => actions.edit(row, { property: 'assumed', value: textOf(event) || null })}>
        ${optionView('', l10n.t('none'), assumed === undefined)}
        ${categories.map((category) => optionView(category, categoryLabel(category), category === assumed))}
      </select></label
    >
    ${
      isEditor
        ? html`<button type="button" class="link" @click=${() => actions.reveal(row.key)}>${l10n.t('Go to its place in the file')}</button>`
        : nothing
    }
    ${readOnly === null ? nothing : html`<span class="quiet">${readOnly}</span>`}
  </form>`;
}

/** The value of the file is the default as well, which resetting the form brings back. */
function optionView(value: string, label: string, isChosen: boolean): TemplateResult {
  return html`<option value=${value} .defaultSelected=${isChosen} .selected=${isChosen}>${label}</option>`;
}

/** Escape brings back what the file says. */
function takeBack(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const input = event.currentTarget as HTMLInputElement;
  input.value = input.defaultValue;
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** `null` removes the effort; `undefined` for what is no effort. */
function effortOf(input: HTMLInputElement): number | null | undefined {
  if (input.value === '' && !input.validity.badInput) return null;
  return input.valueAsNumber > 0 ? input.valueAsNumber : undefined;
}
