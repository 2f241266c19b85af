import { classOrder } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { finish } from '../base/steps.ts';
import type { Category, Feature, ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { type Product, productList } from '../document/product.ts';
import { categoryWording } from '../terms/categoryLabels.ts';
import { detailUnderCategory, featureDetail } from '../terms/featureSentences.ts';
import { closedHeadings } from '../wording/backlogWording.ts';
import { itemName } from './documentSymbols.ts';

export const featureGroupings = ['category', 'touchpoint', 'stage'] as const;
/** What features are listed under. */
export type FeatureGrouping = (typeof featureGroupings)[number];

/** A product with its numbers. */
export interface AnalysedProduct {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
}

/** A heading with the features under it. */
export interface FeatureGroup {
  /** Stays the same while files are edited. */
  readonly key: string;
  readonly label: string;
  /** Name of a codicon, and the id of its colour. */
  readonly icon: string | undefined;
  readonly color: string | undefined;
  readonly features: readonly ListedFeature[];
}

export interface ListedFeature {
  readonly model: KanoModel;
  readonly item: Item<'features'>;
  readonly label: string;
  /** Its category with the share, under a category what it is ranked by; and the product where there are several. */
  readonly description: string;
  readonly category: Category | null;
}

/** Features that are looked at between two steps: a few milliseconds' work where nobody asked for their numbers before. */
const featuresPerStep = 50;

/**
 * The features of several products under headings: by category in the order in which they are built, or by touchpoint or stage in
 * the order of the journey. Within a heading by rank, closed ones last. Headings without features are left out.
 */
export function featureTree(products: readonly AnalysedProduct[], grouping: FeatureGrouping): readonly FeatureGroup[] {
  return finish(featureTreeInSteps(products, grouping));
}

/** The same, a few features at a time: a caller who must not be kept busy for long can pause between two steps. */
export function* featureTreeInSteps(
  products: readonly AnalysedProduct[],
  grouping: FeatureGrouping,
): Generator<undefined, readonly FeatureGroup[]> {
  const groups = new Map<string, { readonly heading: Heading; readonly features: Ranked[] }>();
  let looked = 0;
  for (const analysed of products) {
    // Ranks need the numbers of all.
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

interface Ranked extends ListedFeature {
  readonly rank: number;
}

function listed(
  model: KanoModel,
  item: Item<'features'>,
  { product, analysis }: AnalysedProduct,
  grouping: FeatureGrouping,
  isOneOfSeveral: boolean,
): Ranked {
  const numbers = analysis.featureAnalysis(item.value);
  const detail = (grouping === 'category' ? detailUnderCategory : featureDetail)(item.value, numbers, item);
  const name = product.opened.header.product;
  return {
    model,
    item,
    label: itemName(item),
    description: [detail, isOneOfSeveral && name].filter(Boolean).join(' · '),
    category: effectiveCategory(item.value, numbers).category,
    rank: analysis.priority(item.value).rank ?? Number.POSITIVE_INFINITY,
  };
}

function categoryHeadings(): Heading[] {
  return classOrder.map((category) => {
    const { label, icon, color } = categoryWording(category);
    return { key: category ?? '', label, icon, color };
  });
}

/** The touchpoints or stages of a product under their names, then what stands at none. */
function journeyHeadings(product: Product, grouping: 'touchpoint' | 'stage'): Heading[] {
  const { withoutTouchpoint, withoutStage } = closedHeadings();
  const heading = (key: string, label: string): Heading => ({ key, label, icon: undefined, color: undefined });
  return [
    ...definitions(product, `${grouping}s`).map((item) => heading(journeyKey(item), itemName(item))),
    heading('', grouping === 'touchpoint' ? withoutTouchpoint : withoutStage),
  ];
}

/** The keys of the headings that a feature stands under: of all its touchpoints, or of their stages. */
function journeyKeys(product: Product, grouping: 'touchpoint' | 'stage'): (feature: Feature) => readonly string[] {
  const touchpoints = new Map(definitions(product, 'touchpoints').map((item) => [item.value.id, item]));
  const stages = new Map(definitions(product, 'stages').map((item) => [item.value.id, item]));
  return ({ touchpoints: named = [] }) => {
    const at = named.flatMap((id) => touchpoints.get(id) ?? []);
    const under: readonly Item[] = grouping === 'touchpoint' ? at : at.flatMap(({ value }) => stages.get(value.stage) ?? []);
    return under.length === 0 ? [''] : [...new Set(under.map(journeyKey))];
  };
}

/** What two products call the same is one heading; the same id under another name is another. */
function journeyKey(item: Item): string {
  return `${item.value.id} ${itemName(item)}`;
}

function definitions<K extends ListKey>(product: Product, list: K): readonly Item<K>[] {
  return productList(product, list).flatMap(({ item }) => (item.value.id === undefined ? [] : [item]));
}
