import * as l10n from '@vscode/l10n';
import { isOpen } from '../../analysis/buildOrder.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { shippedOn, type Want } from '../../analysis/wants.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import { type Activity, activities, type Feature } from '../../document/format/model.ts';
import { definitionsById, type Product } from '../../document/product.ts';
import { readingChangeText, readingText, verdictText, wantStateLabel } from '../../terms/journeyLabels.ts';
import { activityLabel, definitionHeading, joinNotes } from '../../terms/labels.ts';
import type { Column, ListGroup } from '../../terms/markdown.ts';
import { count, nameList, noNumber } from '../../terms/numbers.ts';
import type { ReportTable } from './journeyTables.ts';

/** Needs, pains and bottlenecks with an id, those that nothing is there for first; `undefined` where there is none. */
export function wantTable(product: Product, { wants }: ProductAnalysis): ReportTable | undefined {
  if (wants.length === 0) return undefined;
  const order: readonly Want['state'][] = ['open', 'under-way', 'met'];
  return {
    columns: [left(l10n.t('Needs and pains')), left(l10n.t('Where')), left(l10n.t('State')), left(definitionHeading('features'))],
    rows: order.flatMap((state) =>
      wants
        .filter((want) => want.state === state)
        .map((want) => [phraseOrId(want), placeOf(want, product), stateText(want), featuresText(want)]),
    ),
  };
}

/**
 * The same in the order of the file, each with the features that are there for it, a line each: so branches that do something for different ones change different
 * lines, with one between them that stays.
 */
export function wantGroups(product: Product, { wants }: ProductAnalysis): readonly ListGroup[] {
  return wants.map((want) => {
    return {
      title: namedWant(want, product),
      lines: want.features.filter(({ status }) => status !== 'rejected').map((feature) => `${nameOf(feature)} · ${featureState(feature)}`),
    };
  });
}

/** A want with whose it is, or where: `orders without signing up (Guest)`. */
export function namedWant(want: Want, product: Product): string {
  const place = placeOf(want, product);
  const phrase = phraseOrId(want);
  return place === '' ? phrase : l10n.t('{name} ({detail})', { name: phrase, detail: place });
}

function featureState(feature: Feature): string {
  return feature.status === 'shipped' ? stateText({ state: 'met', metSince: shippedOn(feature) }) : wantStateLabel('under-way');
}

function nameOf({ title, id }: { readonly title?: string; readonly id?: string }): string {
  return title ?? id ?? '';
}

/** The features behind a state. Those that shipped come first: they are why it is met. Rejected ones do nothing for it. */
function featuresText({ features }: Want): string {
  const shipped = features.filter(({ status }) => status === 'shipped').map(nameOf);
  const underWay = features.filter((feature) => isOpen(feature)).map(nameOf);
  if (shipped.length === 0 || underWay.length === 0) return nameList([...shipped, ...underWay]);
  return joinNotes([nameList(shipped), l10n.t('also under way: {features}', { features: nameList(underWay) })]);
}

function stateText({ state, metSince }: Pick<Want, 'state' | 'metSince'>): string {
  const label = wantStateLabel(state);
  return metSince === null ? label : l10n.t('{state} since {date}', { state: label, date: metSince });
}

function placeOf({ kind, of }: Want, product: Product): string {
  if (of === null) return '';
  if (kind === 'need') return definitionsById(product, 'personas').get(of)?.name ?? of;
  if (kind === 'pain') return definitionsById(product, 'touchpoints').get(of)?.name ?? of;
  return (activities as readonly string[]).includes(of) ? activityLabel(of as Activity) : of;
}

/**
 * Where must-be features are missing, by activity and stage, with the bottlenecks behind them; without activities of which nothing is known, `undefined` where
 * that are all.
 * @param withGaps `false` leaves out the numbers of features
 */
export function valueChainTable(product: Product, { valueChain }: ProductAnalysis, withGaps = true): ReportTable | undefined {
  if (valueChain.length === 0) return undefined;
  const stages = definitionsById(product, 'stages');
  const columns = (withGaps ? valueChain[0]?.gapsByStage : [])?.map(({ stage }) => right(stages.get(stage)?.name ?? stage)) ?? [];
  const hasOwners = valueChain.some(({ owner }) => owner !== null);
  const hasBottlenecks = valueChain.some(
    ({ openBottlenecks, relievedBottlenecks, notedBottlenecks }) =>
      openBottlenecks.length + relievedBottlenecks.length + notedBottlenecks.length > 0,
  );
  const hasGaps = withGaps && valueChain.some(({ gapsByStage }) => gapsByStage.some(({ mustBeGaps }) => mustBeGaps > 0));
  if (!hasGaps && !hasOwners && !hasBottlenecks) return undefined;
  return {
    columns: [
      left(withGaps ? l10n.t('Must-be gaps by activity') : l10n.t('Activity')),
      ...(hasOwners ? [left(l10n.t('Owner'))] : []),
      ...columns,
      ...(hasBottlenecks ? [left(l10n.t('Open bottlenecks')), left(l10n.t('Relieved bottlenecks'))] : []),
    ],
    rows: valueChain.flatMap(({ id, owner, gapsByStage, openBottlenecks, relievedBottlenecks, notedBottlenecks }) => {
      const cells = [
        ...(hasOwners ? [owner ?? ''] : []),
        ...(withGaps ? gapsByStage : []).map(({ mustBeGaps }) => (mustBeGaps === 0 ? '' : count(mustBeGaps))),
        ...(hasBottlenecks
          ? [[...openBottlenecks.map(phraseOrId), ...notedBottlenecks], relievedBottlenecks.map(phraseOrId)].map(joinNotes)
          : []),
      ];
      return cells.every((cell) => cell === '') ? [] : [[activityLabel(id), ...cells]];
    }),
  };
}

/** How metrics moved since features shipped that are meant to move them; `undefined` where none shipped on a known day. */
export function outcomeTable(product: Product, { outcomes, dependencies }: ProductAnalysis): ReportTable | undefined {
  if (outcomes.length === 0) return undefined;
  const metrics = definitionsById(product, 'metrics');
  return {
    columns: [
      left(l10n.t('Since it shipped')),
      left(l10n.t('Shipped on')),
      left(definitionHeading('metrics')),
      right(l10n.t('Before')),
      right(l10n.t('After')),
      right(l10n.t('Change')),
      left(l10n.t('Verdict')),
    ],
    rows: outcomes.map(({ metric, feature, shipped, before, after, change, relativeChange, improved }) => {
      const definition = metrics.get(metric);
      const unit = definition && unitOf(definition);
      const title = dependencies.resolve(feature)?.title;
      return [
        title ?? feature,
        shipped,
        definition?.name ?? metric,
        before ? readingText(before.value, unit) : noNumber,
        after ? readingText(after.value, unit) : noNumber,
        change === null ? '' : readingChangeText(change, relativeChange, unit),
        verdictText(improved),
      ];
    }),
  };
}

function phraseOrId({ phrase, id }: Want): string {
  return phrase || id;
}

function left(heading: string): Column {
  return { heading, align: 'left' };
}

function right(heading: string): Column {
  return { heading, align: 'right' };
}
