import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { smallestSample } from '../analysis/leadingPair.ts';
import { type Category, categories, type Feature, type Status, statuses } from '../document/format/model.ts';
import { freshForOf } from '../document/product.ts';
import { changeSince } from '../languageFeatures/codeLenses.ts';
import { answersNeededSentence } from '../terms/ambiguitySentences.ts';
import { answersAge } from '../terms/answersAge.ts';
import { categoryLabel } from '../terms/categoryLabels.ts';
import { answersSentence, eitherSentence } from '../terms/featureSentences.ts';
import { evidenceInShort, leanMeaning, praiseText } from '../terms/journeyLabels.ts';
import { statusLabel } from '../terms/labels.ts';
import { coefficient, interval, share } from '../terms/numbers.ts';
import { answerBar } from './answerBar.ts';
import { detailsFacts } from './detailsFacts.ts';
import { journeyLines } from './detailsJourney.ts';
import { featureMark, markView } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import type { SelectOption } from './state/lists.ts';
import type { PanelRow } from './state/rows.ts';
import { plotDetails, shownPlot } from './state/shownPlot.ts';
import { moreOnTheWeb } from './ticketLinks.ts';

/** The strip at the bottom: all about the selected feature, each thing once, always as high. Nothing while none is selected. */
export function detailsView(context: PageContext): TemplateResult | typeof nothing {
  const { byKey, page } = context;
  const row = page.selected === null ? undefined : byKey.get(page.selected);
  if (!row) return nothing;
  return html`<section class="details" aria-label=${l10n.t('About “{0}”', row.title)}>
    ${placeView(row, context)}
    <div class="answers">${answersView(row, context)}</div>
    <div class="compared">${comparisonLines(row, context).map((line) => html`<p>${line}</p>`)}${moreOnTheWeb(row.feature)}</div>
    ${context.isEditor ? keyed(row.key, editView(row, context)) : detailsFacts(row, fileValue(row, context))}
  </section>`;
}

/** What it is, where it is in the build order and why, and the numbers behind that. */
function placeView(row: PanelRow, { page, content }: PageContext): TemplateResult {
  const { better, worse, betterInterval, worseInterval } = row.numbers;
  const plot = page.tab === 'matrix' ? shownPlot(page.view.plot, content.rows) : 'coefficients';
  const numbers = [
    ...plotDetails(row, plot),
    ...(better === null ? [] : [l10n.t('Better {value}', { value: `${coefficient(better)} (${interval(betterInterval)})` })]),
    ...(worse === null ? [] : [l10n.t('Worse {value}', { value: `${coefficient(worse)} (${interval(worseInterval)})` })]),
    // The class itself is among the reasons.
    ...(row.importance === null ? [] : [row.importance]),
  ];
  return html`<div class="place" role="group" aria-label=${row.title}>
    <p class="name">${featureMark(row)}<strong title=${row.title}>${row.title}</strong></p>
    <p>${placeText(row)}</p>
    <p class="quiet">${numbers.join(' · ')}</p>
  </div>`;
}

function placeText({ rank, status, why }: PanelRow): string {
  if (rank === null) return [statusLabel(status), why].filter(Boolean).join(' · ');
  return l10n.t('{rank} in the build order: {reason}', { rank: `#${rank}`, reason: why });
}

function answersView({ key, numbers, categoryText }: PanelRow, { content }: PageContext): TemplateResult {
  const { category, counts, n, rival } = numbers;
  if (n === 0 || category === null) return html`<p>${categoryText}</p>`;
  const settings = content.features.get(key)?.of.analysis.context.settings;
  const standing =
    rival === null
      ? `${categoryLabel(category)} · ${answersSentence(counts[category], n, n < smallestSample)}`
      : `${eitherSentence(category, rival)} · ${share(counts[category] / n)} / ${answersSentence(counts[rival], n, false)}`;
  return html`<p><strong>${standing}</strong></p>
    ${answerBar(numbers)}
    ${rival === null || !settings ? nothing : html`<p class="quiet">${answersNeededSentence(numbers, settings)}</p>`}`;
}

/** What other personas, the survey before, the version in Git and people’s own words say, each in one line, and none where there is nothing to say. */
function comparisonLines(row: PanelRow, { content, base }: PageContext): readonly (TemplateResult | string)[] {
  const { lists, features, shown } = content;
  const nameOf = (choices: readonly SelectOption[], key: string | null, none: string) =>
    key === null ? none : (choices.find((choice) => choice.key === key)?.name ?? key);
  // What was asked in other words stands beside it, and says so.
  const { drift } = row.numbers;
  const former = drift === null ? row.history.at(-2) : row.history.find(({ survey }) => survey === drift.from);
  const feature = features.get(row.key);
  const product = feature?.of.product;
  const age = product ? answersAge(row.numbers, product.asOf, freshForOf(product)) : null;
  const evidence = feature ? feature.of.analysis.evidence(feature.item.value) : null;
  const since = base && feature && feature.of === shown[0] ? changeSince(base, feature.item, feature.of.analysis)?.sentence : undefined;
  return [
    ...(row.verdict === null
      ? []
      : [
          html`<span title=${row.verdict}
            >${row.personas.map(
              ({ persona, category }, index) =>
                html`${index === 0 ? '' : ' · '}${nameOf(lists.personas, persona, l10n.t('without a persona'))} ${categoryView(category)}`,
            )}</span
          >${row.personasDisagree ? html` <strong>${l10n.t('they differ')}</strong>` : nothing}`,
        ]),
    ...(former
      ? [
          html`${nameOf(lists.surveys, former.survey, l10n.t('without a survey'))} ${categoryView(former.category)} ${coefficient(former.better)} / ${coefficient(former.worse)}${drift === null ? html` <span class="quiet">(${l10n.t('asked in other words')})</span>` : nothing}`,
        ]
      : []),
    ...(age === null ? [] : [age]),
    ...(since === undefined ? [] : [html`<strong>${since}</strong>`]),
    ...(evidence === null
      ? []
      : [
          html`<span title=${evidence.lean === null ? '' : leanMeaning(evidence.lean)}>${[evidenceInShort(evidence), praiseText(evidence)].filter(Boolean).join(' · ')}</span>`,
        ]),
    ...(feature ? journeyLines(feature) : []),
  ];
}

function categoryView(category: Category | null): TemplateResult {
  return html`<span class="category">${markView(category)}<span>${categoryLabel(category)}</span></span>`;
}

/** As the file has it, whoever’s answers are shown. */
function fileValue(row: PanelRow, { content }: PageContext): Feature {
  return content.features.get(row.key)?.item.value ?? row.feature;
}

function editView(row: PanelRow, context: PageContext): TemplateResult {
  const { readOnly, stale, actions } = context;
  const isReadOnly = readOnly !== null || stale !== null;
  const { owner = '', effort, assumed } = fileValue(row, context);
  const change = (event: Event) => {
    const value = effortOf(event.target as HTMLInputElement);
    if (value === undefined) actions.refuse(l10n.t('An effort is a number above 0: nothing was changed.'));
    else actions.edit(row, { property: 'effort', value });
  };
  return html`<form
    class="edit"
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
    ${ownerView(row, owner, isReadOnly, actions)}
    <label class="select"
      ><span>${l10n.t('Assumed')}</span
      ><select ?disabled=${isReadOnly} @change=${(event: Event) => actions.edit(row, { property: 'assumed', value: textOf(event) || null })}>
        ${optionView('', l10n.t('none'), assumed === undefined)}
        ${categories.map((category) => optionView(category, categoryLabel(category), category === assumed))}
      </select></label
    >
    <button type="button" class="link" @click=${() => actions.reveal(row.key)}>${l10n.t('Go to its place in the file')}</button>
    ${readOnly === null ? nothing : html`<span class="quiet">${readOnly}</span>`}
  </form>`;
}

function ownerView(row: PanelRow, owner: string, isReadOnly: boolean, actions: PageContext['actions']): TemplateResult {
  return html`<label class="select"
    ><span>${l10n.t('Owner')}</span
    ><input
      type="text"
      spellcheck="false"
      ?disabled=${isReadOnly}
      .defaultValue=${owner}
      .value=${owner}
      @change=${(event: Event) => actions.edit(row, { property: 'owner', value: textOf(event).trim() || null })}
      @keydown=${takeBack}
  /></label>`;
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
