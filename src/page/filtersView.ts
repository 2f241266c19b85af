import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { categories, type Status, statuses } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { statusLabel } from '../terms/labels.ts';
import { selectView } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import type { SelectOption } from './state/lists.ts';
import { type CategoryName, categoryNames } from './state/pageState.ts';

/** The row of filters, with what they leave and a way back to everything. */
export function filtersView(context: PageContext): TemplateResult {
  const { content, page, actions } = context;
  const { filters, answers } = page;
  const { lists, rows } = content;
  const all = l10n.t('all');
  const tags = [...new Set(rows.flatMap(({ feature }) => feature.tags ?? []))].sort((a, b) => a.localeCompare(b));
  const filtered = isFiltered(context);
  return html`<div class="filters" role="group" aria-label=${l10n.t('Filters')}>
    <button type="button" class="button unfold" aria-expanded="false" @click=${unfold}>${l10n.t('Filters')}</button>
    ${selectView(l10n.t('Persona'), lists.personas, answers.persona, all, (persona) => actions.filterAnswers({ persona }))}
    ${selectView(l10n.t('Survey'), lists.surveys, answers.survey, l10n.t('newest'), (survey) => actions.filterAnswers({ survey }))}
    ${selectView(l10n.t('Stage'), lists.stages, filters.stage, all, (stage) => actions.filter({ stage }))}
    ${selectView(l10n.t('Touchpoint'), lists.touchpoints, filters.touchpoint, all, (touchpoint) => actions.filter({ touchpoint }))}
    ${selectView(
      l10n.t('Status'),
      statuses.map((key) => ({ key, name: statusLabel(key) })),
      filters.status,
      all,
      (status) => actions.filter({ status: status as Status | null }),
    )}
    ${selectView(
      l10n.t('Tag'),
      tags.map((tag) => ({ key: tag, name: tag })),
      filters.tag,
      all,
      (tag) => actions.filter({ tag }),
    )}
    ${categorySelect(context)}
    ${
      filtered
        ? html`<span class="shown" aria-hidden="true">${summary(context)}</span>
          <button type="button" class="link clear" @click=${actions.clearFilters}>${l10n.t('Clear filters')}</button>`
        : nothing
    }
    <p class="hidden" role="status">${filtered ? summary(context) : ''}</p>
  </div>`;
}

/** Where there is little room, the filters are behind their button; only the element itself knows whether they are open. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  button.setAttribute('aria-expanded', String(!isOpen));
}

/** Finds features by words; Escape clears it. */
export function searchView({ page, actions }: PageContext): TemplateResult {
  const label = l10n.t('Search features');
  return html`<vscode-text-field
    class="search"
    placeholder=${label}
    .value=${page.filters.search}
    @input=${(event: Event) => actions.filter({ search: (event.target as HTMLInputElement).value })}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && actions.filter({ search: '' })}
    >${label}</vscode-text-field
  >`;
}

/** Whether anything but all features by their newest answers is shown. */
function isFiltered({ page: { filters, answers } }: PageContext): boolean {
  const { search, hidden, ...others } = filters;
  return search !== '' || hidden.length > 0 || Object.values({ ...others, ...answers }).some((chosen) => chosen !== null);
}

/** How many features are shown, and whose answers all numbers are of. */
function summary({ rows, content: { rows: all, lists }, page: { answers } }: PageContext): string {
  const nameOf = (choices: readonly SelectOption[], key: string) => choices.find((choice) => choice.key === key)?.name ?? key;
  const of = [
    ...(answers.persona === null ? [] : [nameOf(lists.personas, answers.persona)]),
    ...(answers.survey === null ? [] : [nameOf(lists.surveys, answers.survey)]),
  ];
  const shown = l10n.t('{0} of {1} features', rows.length, all.length);
  return of.length === 0 ? shown : `${shown} · ${l10n.t('answers of {0}', of.join(', '))}`;
}

/** One category, or all; the legend of the matrix takes several. */
function categorySelect({ page: { filters }, actions }: PageContext): TemplateResult | typeof nothing {
  const shown = categoryNames.filter((name) => !filters.hidden.includes(name));
  const choices = [...categories.map((key) => ({ key, name: categoryLabel(key) })), { key: 'none', name: categoryLabel(null) }];
  const chosen = filters.hidden.length === 0 ? null : shown.length === 1 ? (shown[0] ?? null) : severalKey;
  const offered = chosen === severalKey ? [...choices, { key: severalKey, name: l10n.t('several') }] : choices;
  return selectView(l10n.t('Category'), offered, chosen, l10n.t('all'), (key) => {
    if (key === severalKey) return;
    actions.filter({ hidden: key === null ? [] : categoryNames.filter((other) => other !== (key as CategoryName)) });
  });
}

const severalKey = 'several';
