import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { type Status, statuses } from '../document/format/model.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { uncountedLabel } from '../terms/featureSentences.ts';
import { statusLabel } from '../terms/labels.ts';
import { itemList } from '../terms/numbers.ts';
import { selectView } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import { popoverView } from './popover.ts';
import { type CategoryName, categoryName, categoryNames } from './state/categoryNames.ts';
import type { SelectOption } from './state/lists.ts';

/** A filter with what can be chosen, and what it does. Its label is that of its list and of its chip. */
interface Filter {
  readonly key: string;
  readonly label: string;
  readonly choices: readonly SelectOption[];
  readonly chosen: string | null;
  /** What is shown without it. */
  readonly all: string;
  readonly choose: (key: string | null) => void;
}

/** The button that opens the filters; it says how many are active. */
export function filtersView(context: PageContext): TemplateResult {
  const filters = filtersOf(context);
  const active = filters.filter(({ chosen }) => chosen !== null).length;
  const label = active === 0 ? l10n.t('Filter') : l10n.t('Filter ({0})', active);
  const lists = filters.map(({ label: name, choices, chosen, all, choose }) => selectView(name, choices, chosen, all, choose));
  return popoverView('filters', label, lists, active > 0);
}

/** The active filters, each a button that takes it back, with what they leave: one stop of the Tab key. Nothing without filters. */
export function chipsView(context: PageContext): TemplateResult {
  const chips = filtersOf(context).filter(({ chosen }) => chosen !== null);
  const isFiltered = chips.length > 0 || context.page.filters.search !== '';
  const summary = isFiltered ? summaryOf(context) : '';
  return html`<div role="search" aria-label=${l10n.t('Active filters')}>${
    isFiltered
      ? html`<div class="chips" role="toolbar" aria-label=${l10n.t('Active filters')} @keydown=${moveAmongChips}>
        ${repeat(
          chips,
          ({ key }) => key,
          (chip, index) => chipView(chip, index === 0),
        )}
        <button type="button" class="link clear" tabindex=${chips.length === 0 ? 0 : -1} @click=${leaving(context.actions.clearFilters)}>
          ${l10n.t('Clear filters')}
        </button>
        <span class="shown" aria-hidden="true">${summary}</span>
      </div>`
      : nothing
  }
    <p class="hidden" role="status">${summary}</p></div>`;
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

function filtersOf(context: PageContext): readonly Filter[] {
  const { content, page, actions } = context;
  const { filters, answers } = page;
  const { lists, rows } = content;
  const all = l10n.t('all');
  const tags = [...new Set(rows.flatMap(({ feature }) => feature.tags ?? []))].sort((a, b) => a.localeCompare(b));
  const filter = (key: string, label: string, choices: readonly SelectOption[], chosen: string | null, choose: Filter['choose']) => ({
    ...{ key, label, choices, chosen, choose },
    all: key === 'survey' ? l10n.t('newest') : all,
  });
  return [
    filter('persona', l10n.t('Persona'), lists.personas, answers.persona, (persona) => actions.filterAnswers({ persona })),
    filter('survey', l10n.t('Survey'), lists.surveys, answers.survey, (survey) => actions.filterAnswers({ survey })),
    filter('stage', l10n.t('Stage'), lists.stages, filters.stage, (stage) => actions.filter({ stage })),
    filter('touchpoint', l10n.t('Touchpoint'), lists.touchpoints, filters.touchpoint, (touchpoint) => actions.filter({ touchpoint })),
    filter(
      'status',
      l10n.t('Status'),
      statuses.map((key) => ({ key, name: statusLabel(key) })),
      filters.status,
      (status) => actions.filter({ status: status as Status | null }),
    ),
    filter(
      'tag',
      l10n.t('Tag'),
      tags.map((tag) => ({ key: tag, name: tag })),
      filters.tag,
      (tag) => actions.filter({ tag }),
    ),
    categoryFilter(context),
  ];
}

/** One category, or all; the legend of the matrix takes several. */
function categoryFilter(context: PageContext): Filter {
  const { content, page, actions } = context;
  const { filters } = page;
  const occurring = new Set(content.rows.map(categoryName));
  // The first of those without a category always is a choice; the others only where there are such features.
  const names = categoryNames.filter((name) => !['unasked', 'uncounted'].includes(name) || occurring.has(name));
  const choices = names.map((key) => ({ key, name: nameOfCategory(key, context) }));
  const shown = names.filter((name) => !filters.hidden.includes(name));
  const isSeveral = filters.hidden.length > 0 && shown.length !== 1;
  const several = { key: severalKey, name: shown.length === 0 ? l10n.t('none') : itemList(shown.map((name) => nameOf(choices, name))) };
  return {
    ...{ key: 'category', label: l10n.t('Category'), all: l10n.t('all') },
    choices: isSeveral ? [...choices, several] : choices,
    chosen: filters.hidden.length === 0 ? null : isSeveral ? severalKey : (shown[0] ?? null),
    choose: (key) => {
      if (key === severalKey) return;
      actions.filter({ hidden: key === null ? [] : categoryNames.filter((other) => other !== (key as CategoryName)) });
    },
  };
}

/** What filters and the legend call the features without a category too. */
export function nameOfCategory(name: CategoryName, { content }: Pick<PageContext, 'content'>): string {
  if (name === 'unasked') return content.unasked ?? '';
  if (name === 'uncounted') return uncountedLabel();
  return categoryLabel(name === 'none' ? null : name);
}

const severalKey = 'several';

function chipView({ key, label, choices, chosen, choose }: Filter, isFirst: boolean): TemplateResult {
  const name = `${label}: ${nameOf(choices, chosen ?? '').slice(0, 80)}`;
  return html`<button
    type="button"
    class="chip"
    data-filter=${key}
    tabindex=${isFirst ? 0 : -1}
    aria-label=${l10n.t('Remove the filter {0}', name)}
    title=${name}
    @click=${leaving(() => choose(null))}
  >
    <span>${name}</span><span aria-hidden="true">×</span>
  </button>`;
}

/** A chip goes with its filter: before that, the keyboard goes to the one beside it, or to the button of the filters. */
function leaving(act: () => void): (event: Event) => void {
  return ({ currentTarget }) => {
    const left = currentTarget as HTMLElement;
    const others = chipsAround(left).filter((chip) => chip !== left && chip.matches('.chip'));
    const next = left.matches('.chip') ? others[0] : undefined;
    (next ?? document.getElementById('filters-button'))?.focus();
    act();
  };
}

function moveAmongChips(event: KeyboardEvent): void {
  const chips = chipsAround(event.target as HTMLElement);
  const index = chips.indexOf(event.target as HTMLElement);
  const next = { ArrowRight: index + 1, ArrowLeft: index - 1 + chips.length, Home: 0, End: chips.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  chips[next % chips.length]?.focus();
}

function chipsAround(chip: HTMLElement): HTMLElement[] {
  return [...(chip.closest('.chips')?.querySelectorAll<HTMLElement>('button') ?? [])];
}

/** How many features are shown, and whose answers all numbers are of. */
function summaryOf({ rows, content: { rows: all, lists }, page: { answers } }: PageContext): string {
  const of = [
    ...(answers.persona === null ? [] : [nameOf(lists.personas, answers.persona)]),
    ...(answers.survey === null ? [] : [nameOf(lists.surveys, answers.survey)]),
  ];
  const shown = l10n.t('{0} of {1} features', rows.length, all.length);
  return of.length === 0 ? shown : `${shown} · ${l10n.t('answers of {0}', of.join(', '))}`;
}

function nameOf(choices: readonly SelectOption[], key: string): string {
  return choices.find((choice) => choice.key === key)?.name ?? key;
}
