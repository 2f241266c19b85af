import * as l10n from '@vscode/l10n';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { smallestSample } from '../../analysis/leadingPair.ts';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { defaultStatus, type Status } from '../../document/format/model.ts';
import { type Ticket, ticketsOf } from '../../document/format/trackers.ts';
import { productList } from '../../document/product.ts';
import { type CategoryOrNone, categoryLabel } from '../../terms/categoryLabels.ts';
import { answersSentence, rankReason, standingLabel } from '../../terms/featureSentences.ts';
import { oneLine } from '../../terms/markdown.ts';
import { coefficient, count, measure, nameList } from '../../terms/numbers.ts';
import { standsApart } from '../backlog/backlogGroups.ts';

import { type FeatureRow, featureRows, isRankUnknown } from '../featureRows.ts';

/** 1 for what is missed, to 4 for what nobody minds. */
export type Urgency = 1 | 2 | 3 | 4;

/** A feature on its way into a tracker. */
export interface TrackerItem {
  readonly id: string;
  readonly title: string;
  /** What its product is called, or the name of its file. */
  readonly product: string;
  /** `must-be`, the same in every language. */
  readonly label: string;
  readonly urgency: Urgency;
  /** Why it stands where it stands, a sentence each. */
  readonly description: readonly string[];
  readonly effort: number | null;
  readonly tickets: readonly Ticket[];
  readonly status: Status;
}

/** What goes into a tracker, and what cannot. */
export interface TrackerItems {
  /** In build order, product after product. */
  readonly items: readonly TrackerItem[];
  /** What nothing could be found again by: features without an id. */
  readonly withoutId: readonly string[];
  /** Ids that several features have, with the products of these: a tracker would take each for the other. */
  readonly sharedIds: readonly string[];
}

/** What to build, in build order: the features that the backlog lists under that heading. One that several products share is there once. */
export function trackerItems(products: readonly AnalysedProduct[]): TrackerItems {
  const seen = new Set<string>();
  const all = products.flatMap(({ product, analysis }) => {
    const definitions = productList(product, 'features');
    const files = new Map(definitions.map(({ model, item }) => [item.value, model.uri]));
    const byFeature = new Map(featureRows(product, analysis).map((row) => [row.feature, row]));
    const last = analysis.buildOrder.findLastIndex((feature) => !standsApart(feature, analysis));
    const rows = analysis.buildOrder.slice(0, last + 1).flatMap((feature) => byFeature.get(feature) ?? []);
    const byId = new Map(rows.map((row) => [row.feature.id, row]));
    const here = rows.filter(({ feature }) => !seen.has(files.get(feature) ?? ''));
    for (const { uri } of product.models) seen.add(uri);
    const { uri, header } = product.opened;
    return here.map((row) => ({ row, item: itemOf(row, byId, header.product ?? uri.slice(uri.lastIndexOf('/') + 1)) }));
  });
  const items = all.flatMap(({ item }) => (item === null ? [] : [item]));
  return { items, withoutId: all.flatMap(({ row, item }) => (item === null ? [row.name] : [])), sharedIds: sharedIds(items) };
}

/** Why nothing goes into a tracker, or comes from one: a ticket could belong to each of several features. */
export function sharedIdsRefused(ids: readonly string[]): string {
  return l10n.t('Several features have the same id, by which a tracker finds them again: {ids}. Give each an id of its own.', {
    ids: nameList(ids),
  });
}

function sharedIds(items: readonly TrackerItem[]): readonly string[] {
  const products = new Map<string, readonly string[]>();
  for (const { id, product } of items) products.set(id, [...(products.get(id) ?? []), product]);
  return [...products].flatMap(([id, names]) => (names.length === 1 ? [] : [`${id} (${names.join(', ')})`]));
}

function itemOf(row: FeatureRow, byId: ReadonlyMap<string | undefined, FeatureRow>, product: string): TrackerItem | null {
  const { feature, numbers, name } = row;
  if (feature.id === undefined) return null;
  const { category } = effectiveCategory(feature, numbers);
  const users = row.neededBy.flatMap((id) => byId.get(id) ?? []);
  // What a must-be feature needs is as urgent as that.
  const urgency = Math.min(...[row, ...users].map(urgencyOf)) as Urgency;
  return {
    id: feature.id,
    title: oneLine(name),
    product,
    label: labels[category ?? 'none'],
    urgency,
    description: describe(row, product),
    effort: feature.effort ?? null,
    tickets: ticketsOf(feature),
    status: feature.status ?? defaultStatus,
  };
}

const labels: Readonly<Record<Exclude<CategoryOrNone, null> | 'none', string>> = {
  M: 'must-be',
  O: 'one-dimensional',
  A: 'attractive',
  I: 'indifferent',
  R: 'reverse',
  Q: 'questionable',
  none: 'not-surveyed',
};

function urgencyOf({ feature, numbers }: FeatureRow): Urgency {
  switch (effectiveCategory(feature, numbers).category) {
    case 'M':
      return 1;
    case 'O':
      return 2;
    case 'A':
      return 3;
    default:
      return 4;
  }
}

function describe(row: FeatureRow, product: string): readonly string[] {
  const { feature, numbers, rank } = row;
  const { category, counts, n, better, worse } = numbers;
  const { isAssumed } = effectiveCategory(feature, numbers);
  const standing = standingLabel(feature.assumed ?? null, category, numbers.rival);
  const isCounted = category !== null && !isRankUnknown(row);
  return [
    isCounted
      ? l10n.t('Category: {category}, {answers}', { category: standing, answers: answersSentence(counts[category], n, n < smallestSample) })
      : l10n.t('Category: {category}', { category: category === null && !isAssumed ? categoryLabel(null) : standing }),
    ...(better === null || worse === null
      ? []
      : [`${l10n.t('Better {value}', { value: coefficient(better) })}, ${l10n.t('Worse {value}', { value: coefficient(worse) })}`]),
    l10n.t('Why it stands here: {reason}', { reason: rankReason(numbers, { isAssumed }) }),
    ...(row.notes === '' ? [] : [l10n.t('Note: {notes}', { notes: row.notes })]),
    ...(rank === null ? [] : [l10n.t('Place {rank} in the build order of {product}', { rank: count(rank), product })]),
    ...(feature.effort === undefined ? [] : [l10n.t('Effort: {effort}', { effort: measure(feature.effort) })]),
  ].map(oneLine);
}
