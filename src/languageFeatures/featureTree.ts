import * as l10n from '@vscode/l10n';
import { classOrder, isOpen } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { AnalysedProduct, ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { Feature, ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { type Product, productList } from '../document/product.ts';
import { type CategoryOrNone, categoryLabel, withSign } from '../terms/categoryLabels.ts';
import { type Certainty, certainty, detailUnderCategory, featureDetail } from '../terms/featureSentences.ts';
import { unplacedHeading } from '../terms/labels.ts';
import { count } from '../terms/numbers.ts';
import { itemName } from './symbols.ts';

export const featureGroupings = ['category', 'touchpoint', 'stage'] as const;
export type FeatureGrouping = (typeof featureGroupings)[number];

/** A heading with the features under it. */
export interface FeatureGroup {
  /** Stays the same while files are edited. */
  readonly key: string;
  readonly label: string;
  /** The category that it stands for, if it does. */
  readonly category?: CategoryOrNone;
  readonly features: readonly ListedFeature[];
}

export interface ListedFeature {
  readonly model: KanoModel;
  readonly item: Item<'features'>;
  readonly label: string;
  /** Its category with the share, or under a category what it is ranked by; with several products also the product. */
  readonly description: string;
  readonly category: CategoryOrNone;
  /** The category is only the team's guess. */
  readonly isAssumed: boolean;
  readonly certainty: Certainty;
  /** In the build order of its product; infinite for a closed feature. */
  readonly rank: number;
}

/** Features per step: a few milliseconds of work if nobody asked for their numbers before. */
const featuresPerStep = 50;

/**
 * The features of several products under headings: categories in build order, or touchpoints or stages in the order of the journey. Within a
 * heading by rank, closed features last. Headings without features are left out. Made in short steps, between which the caller can pause.
 */
export function* featureTreeInSteps(
  products: readonly AnalysedProduct[],
  grouping: FeatureGrouping,
): Generator<undefined, readonly FeatureGroup[]> {
  const groups = new Map<string, { readonly heading: Heading; readonly features: ListedFeature[] }>();
  let looked = 0;
  for (const analysed of products) {
    // Ranks need the numbers of all features.
    for (const { item } of productList(analysed.product, 'features')) {
      analysed.analysis.featureAnalysis(item.value);
      if (++looked % featuresPerStep === 0) yield;
    }
    const headings = grouping === 'category' ? categoryHeadings() : journeyHeadings(analysed.product, grouping);
    for (const heading of headings) if (!groups.has(heading.key)) groups.set(heading.key, { heading, features: [] });
    const keysOf = grouping === 'category' ? undefined : journeyKeys(analysed.product, grouping);
    for (const { model, item } of productList(analysed.product, 'features')) {
      const shown = listed(model, item, analysed, grouping, products.length > 1);
      for (const key of keysOf?.(item.value) ?? [shown.category ?? '']) groups.get(key)?.features.push(shown);
      if (++looked % featuresPerStep === 0) yield;
    }
  }
  return [...groups.values()]
    .filter(({ features }) => features.length > 0)
    .map(({ heading, features }) => ({ ...heading, features: features.sort((a, b) => a.rank - b.rank) }));
}

type Heading = Omit<FeatureGroup, 'features'>;

function listed(
  model: KanoModel,
  item: Item<'features'>,
  { product, analysis }: AnalysedProduct,
  grouping: FeatureGrouping,
  isOneOfSeveral: boolean,
): ListedFeature {
  const numbers = analysis.featureAnalysis(item.value);
  const detail = (grouping === 'category' ? detailUnderCategory : featureDetail)(item.value, numbers, item);
  const name = product.opened.header.product;
  return {
    model,
    item,
    label: itemName(item),
    description: [detail, isOneOfSeveral && name].filter(Boolean).join(' · '),
    ...effectiveCategory(item.value, numbers),
    certainty: certainty(numbers),
    rank: analysis.priority(item.value).rank ?? Number.POSITIVE_INFINITY,
  };
}

function categoryHeadings(): Heading[] {
  return classOrder.map((category) => ({ key: category ?? '', label: categoryLabel(category), category }));
}

/** The touchpoints or stages of a product, then the heading for features without one. */
function journeyHeadings(product: Product, grouping: 'touchpoint' | 'stage'): Heading[] {
  const headings = definitions(product, `${grouping}s`).map((item) => ({ key: journeyKey(item), label: itemName(item) }));
  return [...headings, { key: '', label: unplacedHeading(grouping) }];
}

/** The keys of the headings for a feature: those of all its touchpoints, or of their stages. */
function journeyKeys(product: Product, grouping: 'touchpoint' | 'stage'): (feature: Feature) => readonly string[] {
  const touchpoints = new Map(definitions(product, 'touchpoints').map((item) => [item.value.id, item]));
  const stages = new Map(definitions(product, 'stages').map((item) => [item.value.id, item]));
  return ({ touchpoints: named = [] }) => {
    const at = named.flatMap((id) => touchpoints.get(id) ?? []);
    const under: readonly Item[] = grouping === 'touchpoint' ? at : at.flatMap(({ value }) => stages.get(value.stage) ?? []);
    return under.length === 0 ? [''] : [...new Set(under.map(journeyKey))];
  };
}

/** Definitions of two products with the same id and name share a heading; with different names they do not. */
function journeyKey(item: Item): string {
  return `${item.value.id} ${itemName(item)}`;
}

function definitions<K extends ListKey>(product: Product, list: K): readonly Item<K>[] {
  return productList(product, list).flatMap(({ item }) => (item.value.id === undefined ? [] : [item]));
}

/** How many features of a file are in one category. */
interface CategoryShare {
  readonly category: CategoryOrNone;
  readonly features: number;
  /** How many of them are neither shipped nor rejected. */
  readonly open: number;
  /** How many of them are only the team's guess. */
  readonly assumed: number;
}

/** The features of a file by category, in build order; categories without features are left out. Made in short steps too. */
export function* fileSummaryInSteps(model: KanoModel, analysis: ProductAnalysis): Generator<undefined, readonly CategoryShare[]> {
  const counted = new Map(classOrder.map((category) => [category, { category, features: 0, open: 0, assumed: 0 }]));
  let looked = 0;
  for (const { value } of model.list('features')) {
    const { category, isAssumed } = effectiveCategory(value, analysis.featureAnalysis(value));
    const share = counted.get(category);
    if (share) share.features++;
    if (share && isOpen(value)) share.open++;
    if (share && isAssumed) share.assumed++;
    if (++looked % featuresPerStep === 0) yield;
  }
  return [...counted.values()].filter(({ features }) => features > 0);
}

/** The one fact for the status bar, behind its sign: how many features must be there and how many of them are still to be built. */
export function summaryFact(shares: readonly CategoryShare[]): string {
  if (shares.length === 0) return l10n.t('no features');
  const mustBe = shares.find(({ category }) => category === 'M');
  if (mustBe) return withSign('M', l10n.t('{count} must-be, {open} open', { count: count(mustBe.features), open: count(mustBe.open) }));
  const [first] = shares;
  if (first?.category === null && shares.length === 1)
    return withSign(null, l10n.t('{count} not surveyed', { count: count(first.features) }));
  return withSign('M', l10n.t('no must-be'));
}
