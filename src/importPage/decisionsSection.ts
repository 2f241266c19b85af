import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Decision } from '../survey/importView/decisions.ts';
import type { PersonaChoice } from '../survey/importView/importChoices.ts';
import { withColumn } from '../survey/importView/importChoices.ts';
import { openDecisions } from '../survey/importView/openDecisions.ts';
import { type QuestionKind, questionKinds } from '../terms/languages/languageRecord.ts';
import { answerOptions } from './answerOptions.ts';
import { choiceList, radioButtons } from './controls.ts';
import type { ImportContext } from './importContext.ts';
import { questionLabel } from './questionLabel.ts';

/** What the export leaves open, each with the choice that settles it. */
export function decisionsSection(context: ImportContext): TemplateResult | typeof nothing {
  const { decisions } = context.view;
  if (decisions.length === 0) return nothing;
  return html`<section class="decisions" aria-labelledby="decisions">
    <h2 id="decisions">${l10n.t('To decide')}</h2>
    ${repeat(
      decisions,
      (decision) => ('column' in decision ? `${decision.kind} ${decision.column}` : decision.kind),
      (decision) =>
        html`<div class=${openDecisions([decision]) === 0 ? 'decision settled' : 'decision'}>${decisionView(decision, context)}</div>`,
    )}
  </section>`;
}

function decisionView(decision: Decision, context: ImportContext): TemplateResult {
  switch (decision.kind) {
    case 'stems':
      return stemsView(decision, context);
    case 'words':
      return wordsView(decision, context);
    case 'direction':
      return directionView(decision, context);
    case 'importance':
      return importanceView(decision, context);
    case 'personas':
      return personasView(decision, context);
    case 'duplicates':
      return duplicatesView(decision, context);
    case 'wave':
    case 'product':
      return filterView(decision, context);
    case 'respondents':
      return respondentsView(decision, context);
  }
}

function stemsView({ text, stems }: Extract<Decision, { kind: 'stems' }>, { view, choose }: ImportContext): TemplateResult {
  const [first, second] = stems;
  const given = view.choices.stems;
  if (stems.length === 2 && first && second) {
    const pair = (functional: string, dysfunctional: string) => ({ [functional]: 'functional', [dysfunctional]: 'dysfunctional' }) as const;
    const options = [pair(first.text, second.text), pair(second.text, first.text)];
    const isChosen = (option: Readonly<Record<string, QuestionKind>>) =>
      Object.entries(option).every(([stem, kind]) => given[stem] === kind);
    return html`<fieldset><legend>${text}</legend>
      ${options.map(
        (option) =>
          html`<label class="radio"><input type="radio" name="stems" .checked=${isChosen(option)} @change=${() =>
            choose({ stems: { ...given, ...option } })} /><span>${Object.entries(option).map(
            ([stem, kind]) => html`<span class="line"><strong>${questionLabel(kind)}</strong> ${stem}</span>`,
          )}</span></label>`,
      )}</fieldset>`;
  }
  const kinds = questionKinds.map((kind) => ({ value: kind, text: questionLabel(kind) }));
  return html`<p>${text}</p>
    ${stems.map(
      ({ text: stem, chosen }) =>
        html`<p class="line">${choiceList(stem, kinds, chosen, (kind) => choose({ stems: { ...given, [stem]: kind } }), l10n.t('Choose…'))} ${stem}</p>`,
    )}`;
}

function wordsView({ words }: Extract<Decision, { kind: 'words' }>, { view, choose }: ImportContext): TemplateResult {
  return html`${repeat(
    words,
    ({ word }) => word,
    ({ word, text, chosen }) =>
      html`<p class="line">${choiceList(
        l10n.t('What “{word}” means', { word }),
        answerOptions(),
        view.choices.words[word] ?? chosen,
        (key) => choose({ words: { ...view.choices.words, [word]: key } }),
        l10n.t('Choose…'),
      )} <span>${text}</span></p>`,
  )}`;
}

function directionView({ text, options }: Extract<Decision, { kind: 'direction' }>, { view, choose }: ImportContext): TemplateResult {
  const like = JSON.stringify(view.choices.direction?.like);
  const chosen = options.findIndex(({ direction }) => JSON.stringify(direction.like) === like);
  return html`<fieldset><legend>${text}</legend>${radioButtons(
    'direction',
    options.map((option, index) => ({ value: String(index), text: option.text })),
    chosen === -1 ? undefined : String(chosen),
    (index) => {
      const direction = options[Number(index)]?.direction;
      if (direction) choose({ direction });
    },
  )}</fieldset>`;
}

function importanceView(
  { text, words, scales, chosen }: Extract<Decision, { kind: 'importance' }>,
  { choose }: ImportContext,
): TemplateResult {
  const keyOf = ({ from, to }: (typeof scales)[number]) => `${from} ${to}`;
  return html`<fieldset><legend>${text.map((line) => html`<span class="line">${line}</span>`)}</legend>
    ${
      words.length > 1
        ? importanceWords(words, (ordered) => choose({ importance: { words: ordered } }))
        : radioButtons(
            'importance',
            scales.map((scale) => ({
              value: keyOf(scale),
              text: l10n.t('{from} to {to}', { from: String(scale.from), to: String(scale.to) }),
            })),
            chosen !== undefined && 'from' in chosen ? keyOf(chosen) : undefined,
            (key) => {
              const importance = scales.find((scale) => keyOf(scale) === key);
              if (importance) choose({ importance });
            },
          )
    }</fieldset>`;
}

/** Words in their order, which buttons change. */
function importanceWords(words: readonly string[], onOrder: (ordered: readonly string[]) => void): TemplateResult {
  const raised = (index: number) =>
    words.map((word, at) => (at === index - 1 ? (words[index] ?? word) : at === index ? (words[index - 1] ?? word) : word));
  return html`<p>${l10n.t('From the least to the most important:')}</p>
    <ol>${words.map(
      (word, index) =>
        html`<li>${word} ${
          index === 0
            ? nothing
            : html`<button type="button" class="button small" aria-label=${l10n.t('Move “{word}” up', { word })} @click=${() => onOrder(raised(index))}>↑</button>`
        }</li>`,
    )}</ol>
    <button type="button" class="button" @click=${() => onOrder(words)}>${l10n.t('This Is the Order')}</button>`;
}

function personasView({ values }: Extract<Decision, { kind: 'personas' }>, { view, choose }: ImportContext): TemplateResult {
  const known = view.personas.map(({ id, name }) => ({ value: `=${id}`, text: name }));
  return html`${repeat(
    values,
    ({ value }) => value,
    ({ value, text, chosen: before }) => {
      const chosen = view.choices.personas[value] ?? before;
      const made = value === '' ? [] : [{ value: 'new', text: l10n.t('New persona “{name}”', { name: value }) }];
      const options = [...known, ...made, { value: 'leave-out', text: l10n.t('Leave out') }];
      const current = chosen === undefined ? undefined : chosen.kind === 'persona' ? `=${chosen.id}` : chosen.kind;
      return html`<p class="line">${choiceList(
        l10n.t('The persona “{value}”', { value }),
        options,
        current,
        (key) => choose({ personas: { ...view.choices.personas, [value]: personaChoice(key) } }),
        l10n.t('Choose…'),
      )} <span>${text}</span></p>`;
    },
  )}`;
}

function personaChoice(key: string): PersonaChoice {
  return key.startsWith('=') ? { kind: 'persona', id: key.slice(1) } : { kind: key === 'new' ? 'new' : 'leave-out' };
}

function duplicatesView({ text, chosen }: Extract<Decision, { kind: 'duplicates' }>, { view, choose }: ImportContext): TemplateResult {
  const options = [
    { value: 'first', text: l10n.t('The first answers count') },
    { value: 'last', text: l10n.t('The last answers count') },
    { value: 'all', text: l10n.t('All answers count') },
  ] as const;
  return html`<fieldset><legend>${text.map((line) => html`<span class="line">${line}</span>`)}</legend>${radioButtons(
    'duplicates',
    options,
    view.choices.duplicates ?? chosen,
    (duplicates) => choose({ duplicates }),
  )}</fieldset>`;
}

type FilterDecision = Extract<Decision, { kind: 'wave' | 'product' }>;

/** One of the values of a column; of products perhaps all. */
function filterView({ kind, text, column, values }: FilterDecision, { view, choose }: ImportContext): TemplateResult {
  const question =
    kind === 'wave'
      ? l10n.t('Each wave belongs into a survey of its own. Which one is imported now?')
      : l10n.t('Which rows are about this product?');
  const options = values.map((value) => ({ value: `=${value}`, text: value }));
  return html`<fieldset><legend>${text.map((line) => html`<span class="line">${line}</span>`)}
      <span class="line">${question}</span></legend>${radioButtons(
        `${kind} ${column}`,
        kind === 'wave' ? options : [...options, { value: 'all', text: l10n.t('All of them') }],
        undefined,
        (value) =>
          choose(withColumn(view.choices, column, value === 'all' ? { kind: 'leave-out' } : { kind: 'filter', values: [value.slice(1)] })),
      )}</fieldset>`;
}

function respondentsView({ text, column }: Extract<Decision, { kind: 'respondents' }>, { view, choose }: ImportContext): TemplateResult {
  const options = [
    { value: 'respondent', text: l10n.t('It tells respondents apart') },
    { value: 'leave-out', text: l10n.t('Every row is a respondent of its own') },
  ] as const;
  return html`<fieldset><legend>${text.map((line) => html`<span class="line">${line}</span>`)}</legend>${radioButtons(
    `respondents ${column}`,
    options,
    undefined,
    (kind) => choose(withColumn(view.choices, column, { kind })),
  )}</fieldset>`;
}
