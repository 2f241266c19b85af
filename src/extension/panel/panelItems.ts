import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { isOpen, orderByNeed, orderByWorth } from '../../analysis/buildOrder.ts';
import { uncorrectedTest } from '../../analysis/personasTest.ts';
import { analyseProduct, type ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../../analysis/results.ts';
import { once } from '../../base/once.ts';
import type { Feature, ListKey } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import type { Look } from '../../page/protocol.ts';
import { viewOf, viewsOf } from './panelLook.ts';

/** A product as the panel looks at it. */
export interface PanelProduct {
  readonly product: Product;
  /** Of the answers that are looked at. */
  readonly analysis: ProductAnalysis;
  /** The same for all personas, for what compares them. */
  readonly allPersonas: ProductAnalysis;
}

/** One feature of what the panel shows. */
export interface PanelItem {
  /** Stays the same while the file is edited. */
  readonly key: string;
  /** The file it stands in. */
  readonly uri: string;
  readonly item: Item<'features'>;
  /** What stands in the file, or as much of it as is looked at. */
  readonly feature: Feature;
  /** What the numbers say of `feature`. */
  readonly numbers: FeatureAnalysis;
  /** The feature as several surveys, and as several personas see it: all surveys of the persona looked at, and the other way round. */
  readonly overTime: Feature;
  readonly byPersona: Feature;
  /** `byPersona` as it was when the product was last looked at as a whole. */
  readonly tested: Feature;
  /** The product as it was then. */
  readonly of: PanelProduct;
}

export function panelProduct(product: Product, look: Look): PanelProduct {
  return { product, analysis: analysisOf(product, look), allPersonas: analysisOf(product, { ...look, persona: null }) };
}

/**
 * The features of the products by their keys; one that two products share counts in the first of them. In steps, because at first every feature is
 * read, checked and analysed on the way; later it is a walk over what is known.
 */
export function* panelItems(products: readonly PanelProduct[], look: Look): Generator<undefined, ReadonlyMap<string, PanelItem>> {
  const seen = viewsOf(look);
  const found = new Map<string, PanelItem>();
  const keyOf = keysBeside(found);
  const passed = new Set<Item>();
  for (const of of products) {
    for (const model of of.product.models) {
      for (const item of model.list('features')) {
        if (products.length > 1) {
          if (passed.has(item)) continue;
          passed.add(item);
        }
        const key = keyOf(item.value.id ?? '');
        const views = seen(item.value);
        found.set(key, {
          key,
          uri: model.uri,
          item,
          ...views,
          tested: views.byPersona,
          numbers: of.analysis.featureAnalysis(views.feature),
          of,
        });
        // So that the tests of all, which are corrected together, find theirs.
        uncorrectedTest(of.analysis.featureAnalysis(views.byPersona).personas);
        if (found.size % itemsAtOnce === 0) yield;
      }
    }
  }
  return found;
}

const itemsAtOnce = 50;

/** Gives each thing its id as its key, or where that is taken the id with a number. */
export function keysBeside(taken: { has(key: string): boolean }): (id: string) => string {
  // Where thousands have the same id, or none yet, nobody is to count from the beginning for each.
  const counted = new Map<string, number>();
  return (id) => {
    let key = id;
    while (taken.has(key) || key === '') {
      const occurrence = (counted.get(id) ?? 1) + 1;
      counted.set(id, occurrence);
      key = `${id}#${occurrence}`;
    }
    return key;
  };
}

/**
 * In build order, then those that are shipped or rejected. Features of several products stand among each other by their own worth, by
 * the order that the first product asks for.
 */
export function inBuildOrder(items: ReadonlyMap<string, PanelItem>): readonly PanelItem[] {
  const byFeature = new Map<Feature, PanelItem>();
  const closed: PanelItem[] = [];
  for (const panelItem of items.values()) {
    if (isOpen(panelItem.feature)) byFeature.set(panelItem.feature, panelItem);
    else closed.push(panelItem);
  }
  return [...openInOrder(byFeature).flatMap((feature) => byFeature.get(feature) ?? []), ...closed];
}

function openInOrder(items: ReadonlyMap<Feature, PanelItem>): readonly Feature[] {
  const products = new Set<PanelProduct>();
  for (const { of } of items.values()) products.add(of);
  const [first] = products;
  if (!first) return [];
  if (products.size === 1) return first.analysis.buildOrder;
  const analysisOf = (feature: Feature) => items.get(feature)?.of.analysis ?? first.analysis;
  const byWorth = orderByWorth(
    [...items.keys()],
    (feature) => analysisOf(feature).featureAnalysis(feature),
    settingsOf(first.product).order,
  );
  return orderByNeed(byWorth, {
    ...first.analysis.dependencies,
    needs: (feature) =>
      analysisOf(feature)
        .dependencies.needs(feature)
        .filter((need) => items.has(need)),
    isInCycle: (feature, need) => analysisOf(feature).dependencies.isInCycle(feature, need),
  });
}

function analysisOf(product: Product, look: Look): ProductAnalysis {
  const whole = analysisOfProduct(product);
  if (look.persona === null && look.survey === null) return whole;
  const values = <K extends ListKey>(key: K) => productList(product, key).map(({ item }) => item.value);
  const features = once(() => values('features').map(viewOf(look)));
  return analyseProduct({
    context: whole.context,
    get features() {
      return features();
    },
    touchpoints: values('touchpoints'),
    stages: values('stages'),
    metrics: values('metrics'),
  });
}
