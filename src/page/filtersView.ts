import { html, nothing, type TemplateResult } from 'lit-html';
import { fillIn } from '../base/fillIn.ts';
import { type Category, categories, type Status, statuses } from '../document/format/model.ts';
import type { PageContext } from './pageContext.ts';
import type { SelectOption } from './protocol.ts';
import { categoryNames, type Filters } from './state/pageState.ts';

/** The row of filters, with what they leave and a way back to everything. */
export function filtersView(context: PageContext): TemplateResult {
  const { state, texts, page, all, actions } = context;
  const words = texts.filter;
  const { filters, look } = page;
  const tags = [...new Set(all.flatMap((row) => row.tags))].sort((a, b) => a.localeCompare(b));
  return html`<div class="filters" role="group" aria-label=${words.label}>
    <button type="button" class="button unfold" aria-expanded="false" @click=${unfold}>${words.label}</button>
    ${selectView(words.persona, state.lists.personas, look.persona, words.all, (persona) => actions.look({ persona }))}
    ${selectView(words.survey, state.lists.surveys, look.survey, words.newest, (survey) => actions.look({ survey }))}
    ${selectView(words.stage, state.lists.stages, filters.stage, words.all, (stage) => actions.filter({ stage }))}
    ${selectView(words.touchpoint, state.lists.touchpoints, filters.touchpoint, words.all, (touchpoint) => actions.filter({ touchpoint }))}
    ${selectView(words.status, options(statuses, texts.statuses), filters.status, words.all, (status) => actions.filter({ status: status as Status | null }))}
    ${selectView(
      words.tag,
      tags.map((tag) => ({ key: tag, name: tag })),
      filters.tag,
      words.all,
      (tag) => actions.filter({ tag }),
    )}
    ${categorySelect(context)}
    ${
      isFiltered(context)
        ? html`<span class="shown" aria-hidden="true">${summary(context)}</span>
          <button type="button" class="link clear" @click=${actions.clearFilters}>${words.clear}</button>`
        : nothing
    }
    <p class="hidden" role="status">${isFiltered(context) ? summary(context) : ''}</p>
  </div>`;
}

/** Where there is little room, the filters wait behind their button; nothing but the element knows it. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
}

/** Finds features by words; Escape takes them back. */
export function searchView({ texts, page, actions }: PageContext): TemplateResult {
  return html`<vscode-text-field
    class="search"
    placeholder=${texts.filter.search}
    .value=${page.filters.search}
    @input=${(event: Event) => actions.filter({ search: (event.target as HTMLInputElement).value })}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && actions.filter({ search: '' })}
    >${texts.filter.search}</vscode-text-field
  >`;
}

/** A list to choose one of; left out while there is nothing to choose from. */
export function selectView(
  label: string,
  choices: readonly SelectOption[],
  chosen: string | null,
  all: string,
  onChange: (key: string | null) => void,
): TemplateResult | typeof nothing {
  if (choices.length === 0 && chosen === null) return nothing;
  // What was chosen may have gone from the file since; then it still has to be seen, and can be taken back.
  const known = choices.some(({ key }) => key === chosen) || chosen === null ? choices : [...choices, { key: chosen, name: chosen }];
  return html`<label class=${chosen === null ? 'select' : 'select chosen'}
    ><span>${label}</span
    ><select @change=${(event: Event) => onChange(keyOf(event.target as HTMLSelectElement))}>
      <option value="" .selected=${chosen === null}>${all}</option>
      ${known.map(({ key, name }) => html`<option value="=${key}" .selected=${key === chosen}>${name.slice(0, 80)}</option>`)}
    </select></label
  >`;
}

/** Whether anything but all features by their newest answers is shown. */
export function isFiltered({ page: { filters, look } }: PageContext): boolean {
  const { search, hidden, ...others } = filters;
  return search !== '' || hidden.length > 0 || Object.values({ ...others, ...look }).some((chosen) => chosen !== null);
}

function summary({ rows, all, texts, page: { look }, state: { lists } }: PageContext): string {
  const nameOf = (choices: readonly SelectOption[], key: string) => choices.find((choice) => choice.key === key)?.name ?? key;
  const of = [
    ...(look.persona === null ? [] : [nameOf(lists.personas, look.persona)]),
    ...(look.survey === null ? [] : [nameOf(lists.surveys, look.survey)]),
  ];
  const shown = fillIn(texts.filter.shown, rows.length, all.length);
  return of.length === 0 ? shown : `${shown} · ${fillIn(texts.filter.answersOf, of.join(', '))}`;
}

/** One category, or all; the legend of the matrix takes several. */
function categorySelect({ texts, page: { filters }, actions }: PageContext): TemplateResult | typeof nothing {
  const shown = categoryNames.filter((name) => !filters.hidden.includes(name));
  const named = options(categories, texts.matrix.categories);
  const choices = [...named, { key: 'none', name: texts.matrix.noCategory }];
  const chosen = filters.hidden.length === 0 ? null : shown.length === 1 ? (shown[0] ?? null) : severalKey;
  const all = chosen === severalKey ? [...choices, { key: severalKey, name: texts.filter.several }] : choices;
  return selectView(texts.filter.category, all, chosen, texts.filter.all, (key) =>
    actions.filter({ hidden: key === null ? [] : key === severalKey ? filters.hidden : onlyShowing(key as Category | 'none') }),
  );
}

const severalKey = 'several';

function onlyShowing(name: Category | 'none'): Filters['hidden'] {
  return categoryNames.filter((other) => other !== name);
}

function options<Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>): readonly SelectOption[] {
  return keys.map((key) => ({ key, name: names[key] }));
}

/** Keys are told from "all" by a sign before them: a file may have an empty one. */
function keyOf({ value }: HTMLSelectElement): string | null {
  return value === '' ? null : value.slice(1);
}
