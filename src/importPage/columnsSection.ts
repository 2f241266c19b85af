import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ColumnKind, ColumnRow } from '../survey/importView/columnRows.ts';
import { type ColumnChoice, withColumn } from '../survey/importView/importChoices.ts';
import { questionKinds } from '../terms/languages/languageRecord.ts';
import { count } from '../terms/numbers.ts';
import { choiceList, type Option, tickBox } from './controls.ts';
import type { ImportContext } from './importContext.ts';
import { questionLabel } from './questionLabel.ts';

/** The columns, what each was understood as, and what else it may be. */
export function columnsSection(context: ImportContext): TemplateResult | typeof nothing {
  const { groups } = context.view;
  if (groups.length === 0) return nothing;
  return html`<section aria-labelledby="columns">
    <h2 id="columns">${l10n.t('Columns')}</h2>
    ${groups.map(
      ({ files, columns }) => html`${groups.length > 1 ? html`<h3>${files}</h3>` : nothing}
        <table class="column-table">
          <thead><tr><th scope="col" class="number">#</th><th scope="col">${l10n.t('Column')}</th><th scope="col">${l10n.t('Meaning')}</th
            ><th scope="col">${l10n.t('In the cells')}</th></tr></thead>
          <tbody>${repeat(
            columns,
            ({ name }) => name,
            (column) => columnView(column, context),
          )}</tbody>
        </table>`,
    )}
  </section>`;
}

function columnView(column: ColumnRow, context: ImportContext): TemplateResult {
  const { number, header, samples, note, isOpen } = column;
  return html`<tr class=${isOpen ? 'to-decide' : ''}>
    <td class="number">${count(number)}</td>
    <th scope="row">${header}</th>
    <td>${meaningView(column, context)}${note === undefined ? nothing : html`<p class=${isOpen ? 'note' : 'note quiet'}>${note}</p>`}</td>
    <td class="quiet">${samples.join(' · ')}</td>
  </tr>`;
}

type Meaning = Exclude<ColumnKind, 'leave-out' | 'unclear' | 'empty'>;

function meaningView(column: ColumnRow, context: ImportContext): TemplateResult {
  const { view, begun, begin, choose } = context;
  // What was just chosen is shown before the host has read it.
  const { name, header, kind, feature, values, taken, isFixed } = {
    ...column,
    ...chosenMeaning(context.view.choices.columns[column.name]),
  };
  if (isFixed)
    return html`${kind === 'functional' || kind === 'dysfunctional' || kind === 'importance' ? questionLabel(kind) : ''} · ${feature ?? ''}`;
  const started = begun.get(name);
  const isUndecided = started === undefined && (kind === 'unclear' || kind === 'empty' || (kind === 'unused' && column.isOpen));
  const shown = started ?? (kind === 'leave-out' ? 'unused' : kind);
  const set = (choice: ColumnChoice | undefined) => {
    begin(name, undefined);
    choose(withColumn(view.choices, name, choice));
  };
  const onMeaning = (meaning: Meaning) => {
    switch (meaning) {
      case 'functional':
      case 'dysfunctional':
      case 'importance':
        if (feature === undefined) begin(name, meaning);
        else set({ kind: meaning, feature });
        return;
      case 'filter':
        return set({ kind: 'filter', values: (values ?? []).slice(-1) });
      case 'unused':
        return set({ kind: 'leave-out' });
      default:
        return set({ kind: meaning });
    }
  };
  const isQuestion = shown === 'functional' || shown === 'dysfunctional' || shown === 'importance';
  const features = view.features.map(({ id, title }) => ({ value: id, text: title }));
  return html`<div class="controls">${choiceList<Meaning>(
    l10n.t('Meaning of “{column}”', { column: header }),
    meanings(values !== undefined || kind === 'filter'),
    isUndecided ? undefined : (shown as Meaning),
    onMeaning,
    kind === 'empty' ? l10n.t('Empty') : l10n.t('Choose…'),
  )}${
    isQuestion
      ? choiceList(
          l10n.t('Feature of “{column}”', { column: header }),
          features,
          started === undefined ? feature : undefined,
          (id) => set({ kind: shown, feature: id }),
          l10n.t('of which feature?'),
        )
      : nothing
  }${shown === 'filter' ? filterView(column, taken ?? [], context) : nothing}</div>`;
}

function chosenMeaning(choice: ColumnChoice | undefined): Partial<Pick<ColumnRow, 'kind' | 'feature' | 'taken'>> {
  if (choice === undefined) return {};
  return {
    kind: choice.kind,
    ...('feature' in choice && { feature: choice.feature }),
    ...('values' in choice && { taken: choice.values }),
  };
}

function meanings(canFilter: boolean): readonly Option<Meaning>[] {
  return [
    ...questionKinds.map((kind) => ({ value: kind, text: questionLabel(kind) })),
    { value: 'persona', text: l10n.t('Persona') },
    { value: 'respondent', text: l10n.t('Tells respondents apart') },
    ...(canFilter ? [{ value: 'filter' as const, text: l10n.t('Filter') }] : []),
    { value: 'unused', text: l10n.t('Not used') },
  ];
}

function filterView({ name, header, values = [] }: ColumnRow, taken: readonly string[], { view, choose }: ImportContext): TemplateResult {
  const change = (value: string, isTaken: boolean) => {
    const chosen = [...taken.filter((each) => each !== value), ...(isTaken ? [value] : [])];
    choose(withColumn(view.choices, name, chosen.length === 0 ? { kind: 'leave-out' } : { kind: 'filter', values: chosen }));
  };
  return html`<fieldset class="filter"><legend class="hidden">${l10n.t('Rows that count by “{column}”', { column: header })}</legend>${values.map(
    (value) => tickBox(value === '' ? l10n.t('empty') : value, taken.includes(value), (isTaken) => change(value, isTaken)),
  )}</fieldset>`;
}
