import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { fillIn } from '../base/fillIn.ts';
import { categories, type Status, statuses } from '../document/format/model.ts';
import type { PageContext } from './pageContext.ts';
import type { RankedRow } from './state/visibleRows.ts';
import { markView } from './table/tableView.ts';

/** The strip under the views: the numbers of the feature that is looked at, and what can be changed of the selected one. */
export function detailsView(context: PageContext): TemplateResult {
  const { active, byKey, page, texts } = context;
  const row = active === null ? undefined : byKey.get(active);
  const selected = page.selected === null ? undefined : byKey.get(page.selected);
  if (!row) return html`<div class="details"><p class="quiet">${texts.selectHint}</p></div>`;
  return html`<div class="details">
    <p class="name">${markView(row.category, row.assumed)}<strong title=${row.title}>${row.title}</strong></p>
    <p class="numbers">${row.details.map((detail) => html`<span>${detail}</span>`)}</p>
    ${selected ? keyed(selected.key, editView(selected, selected === row, context)) : nothing}
  </div>`;
}

/** @param isShown while another feature is under the pointer, the form keeps its room and its content */
function editView(row: RankedRow, isShown: boolean, { state, texts, actions }: PageContext): TemplateResult {
  const words = texts.edit;
  const isReadOnly = state.readOnly !== null || state.stale !== null;
  return html`<form
    class=${isShown ? 'edit' : 'edit away'}
    aria-label=${fillIn(words.label, row.title)}
    @submit=${(event: Event) => event.preventDefault()}
  >
    <label class="select"
      ><span>${words.status}</span
      ><select
        ?disabled=${isReadOnly}
        @change=${(event: Event) => actions.edit(row, { property: 'status', value: textOf(event) as Status })}
      >
        ${statuses.map((status) => optionView(status, texts.statuses[status], status === row.status))}
      </select></label
    >
    <label class="select"
      ><span>${words.effort}</span
      ><input
        type="number"
        min="0"
        step="any"
        ?disabled=${isReadOnly}
        .defaultValue=${row.effort === null ? '' : String(row.effort)}
        .value=${row.effort === null ? '' : String(row.effort)}
        @change=${(event: Event) => {
          const value = effortOf(event.target as HTMLInputElement);
          if (value === undefined) actions.refuse(words.noEffort);
          else actions.edit(row, { property: 'effort', value });
        }}
        @keydown=${takeBack}
    /></label>
    <label class="select"
      ><span>${words.owner}</span
      ><input
        type="text"
        spellcheck="false"
        ?disabled=${isReadOnly}
        .defaultValue=${row.owner ?? ''}
        .value=${row.owner ?? ''}
        @change=${(event: Event) => actions.edit(row, { property: 'owner', value: textOf(event).trim() || null })}
        @keydown=${takeBack}
    /></label>
    <label class="select"
      ><span>${words.assumed}</span
      ><select ?disabled=${isReadOnly} @change=${(event: Event) => actions.edit(row, { property: 'assumed', value: textOf(event) || null })}>
        ${optionView('', words.none, row.assumption === null)}
        ${categories.map((category) => optionView(category, texts.matrix.categories[category], category === row.assumption))}
      </select></label
    >
    <button type="button" class="link" @click=${() => actions.reveal(row.key)}>${words.goToSource}</button>
    ${state.readOnly === null ? nothing : html`<span class="quiet">${state.readOnly}</span>`}
  </form>`;
}

/** What stands in the file is the default as well, which resetting the form brings back. */
function optionView(value: string, label: string, isChosen: boolean): TemplateResult {
  return html`<option value=${value} .defaultSelected=${isChosen} .selected=${isChosen}>${label}</option>`;
}

/** Escape brings back what stands in the file. */
function takeBack(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const input = event.currentTarget as HTMLInputElement;
  input.value = input.defaultValue;
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** `null` takes the effort away; `undefined` for what is no effort. */
function effortOf(input: HTMLInputElement): number | null | undefined {
  if (input.value === '' && !input.validity.badInput) return null;
  return input.valueAsNumber > 0 ? input.valueAsNumber : undefined;
}
