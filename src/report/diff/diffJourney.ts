import * as l10n from '@vscode/l10n';
import type { JourneyComparison, OtherEdit, WantChange } from '../../analysis/comparison/productComparison.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import { type Activity, activities, isListKey, type Metric } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { emotionText, leanLabel, mentionCounts, readingText as valueText, wantStateLabel } from '../../terms/journeyLabels.ts';
import { activityLabel, definitionHeading } from '../../terms/labels.ts';
import type { Column } from '../../terms/markdown.ts';
import { count, itemList, nameList, noNumber } from '../../terms/numbers.ts';
import type { DiffTable, NameCell } from './diffTables.ts';

/**
 * What changed of metrics, emotions, needs and pains, evidence and shipping, as tables without empty ones.
 * @param product the product after the change
 */
export function journeyTables(
  { readings, emotions, wants, evidence, shipped }: JourneyComparison,
  product: Product,
  nameCell: NameCell,
): readonly DiffTable[] {
  const [feature, before, after] = [l10n.t('Feature'), l10n.t('Before'), l10n.t('After')];
  const personas = definitionsById(product, 'personas');
  const tables: readonly DiffTable[] = [
    {
      title: definitionHeading('metrics'),
      columns: [left(definitionHeading('metrics')), right(before), right(after), left(l10n.t('Change'))],
      rows: readings.map(({ metric, before, after, improved }) => [
        metric.name ?? metric.id ?? '',
        readingText(metric, before),
        readingText(metric, after),
        improved === null ? '' : improved ? l10n.t('better') : l10n.t('worse'),
      ]),
    },
    {
      title: l10n.t('Emotions'),
      columns: [left(l10n.t('Touchpoint')), left(l10n.t('Persona')), right(before), right(after)],
      rows: emotions.map(({ touchpoint, persona, emotion }) => [
        touchpoint.name ?? touchpoint.id ?? '',
        persona === null ? l10n.t('everybody') : (personas.get(persona)?.name ?? persona),
        emotionText(emotion.before),
        emotionText(emotion.after),
      ]),
    },
    {
      title: l10n.t('Pains and needs'),
      columns: [left(l10n.t('What')), left(l10n.t('Where')), left(before), left(after)],
      rows: wants.map((want) => [
        want.phrase,
        placeOf(want, product),
        stateText(want, want.state.before),
        stateText(want, want.state.after),
      ]),
    },
    {
      title: l10n.t('Evidence'),
      columns: [left(feature), left(before), left(after), left(l10n.t('Lean'))],
      rows: evidence.map(({ after, counts, lean }) => [
        nameCell(after),
        mentionCounts(counts.before),
        mentionCounts(counts.after),
        leanStep(lean.before && leanLabel(lean.before), lean.after && leanLabel(lean.after)),
      ]),
    },
    {
      title: l10n.t('Shipped'),
      columns: [left(feature), left(l10n.t('Shipped on')), left(l10n.t('Meant to move'))],
      rows: shipped.map(({ after, day, metrics }) => [
        nameCell(after),
        day,
        metrics.length === 0 ? '' : nameList(metrics.map(({ name, id }) => name ?? id ?? '')),
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** `Also edited: effort 1, question 1, answers 3 (168 → 16,800)`; nothing where all edits are told. */
export function editedNotes(edits: readonly OtherEdit[]): readonly string[] {
  if (edits.length === 0) return [];
  const parts = edits.map(({ of, key, count: number, answers }) => {
    const list = isListKey(key) ? definitionHeading(key) : key;
    const name = of === 'list' ? l10n.t('{list} (list)', { list }) : of === 'order' ? l10n.t('{list} (order)', { list }) : key;
    const change = answers && answers.before !== answers.after ? ` (${count(answers.before)} → ${count(answers.after)})` : '';
    return `${name} ${count(number)}${change}`;
  });
  return [l10n.t('Also edited: {edits}', { edits: itemList(parts) })];
}

function left(heading: string): Column {
  return { heading, align: 'left' };
}

function right(heading: string): Column {
  return { heading, align: 'right' };
}

/** A reading with its unit and its day. */
export function readingText(metric: Metric, reading: { readonly date: string; readonly value: number } | null): string {
  if (!reading) return noNumber;
  return l10n.t('{reading} ({date})', { reading: valueText(reading.value, unitOf(metric)), date: reading.date });
}

function placeOf({ kind, of }: WantChange, product: Product): string {
  if (of === null) return '';
  if (kind === 'bottleneck') return (activities as readonly string[]).includes(of) ? activityLabel(of as Activity) : of;
  return definitionsById(product, kind === 'need' ? 'personas' : 'touchpoints').get(of)?.name ?? of;
}

/** What is not there is said by kind; what is there by whether it is served or relieved. */
function stateText({ kind }: WantChange, state: WantChange['state']['before']): string {
  if (state === null) return noNumber;
  if (state !== 'met') return wantStateLabel(state);
  return kind === 'need' ? l10n.t('served') : l10n.t('relieved');
}

function leanStep(before: string | null, after: string | null): string {
  if (before === after) return after ?? '';
  return `${before ?? noNumber} → ${after ?? noNumber}`;
}
