import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { isOpen, orderByNeed, orderByWorth } from '../analysis/buildOrder.ts';
import { analyseProduct, type ProductAnalysis } from '../analysis/productAnalysis.ts';
import { settingsOf } from '../document/configuration.ts';
import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Feature, ListKey } from '../document/model.ts';
import { type Product, productList } from '../document/product.ts';
import type { Look } from '../webview/protocol.ts';
import { seenAs } from './panelLook.ts';

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
  readonly document: KanoDocument;
  readonly entry: Entry<'features'>;
  /** What stands in the file, or as much of it as is looked at. */
  readonly feature: Feature;
  readonly of: PanelProduct;
}

export function panelProduct(product: Product, look: Look): PanelProduct {
  return { product, analysis: analysisOf(product, look), allPersonas: analysisOf(product, { ...look, persona: null }) };
}

/** The features of the products by their keys; one that two products share counts in the first of them. */
export function panelItems(products: readonly PanelProduct[], look: Look): ReadonlyMap<string, PanelItem> {
  const found = new Map<string, PanelItem>();
  const seen = new Set<Entry>();
  for (const of of products) {
    for (const { document, entry } of productList(of.product, 'features')) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      const key = freeKey(entry.value.id ?? '', found);
      found.set(key, { key, document, entry, feature: seenAs(entry.value, look), of });
    }
  }
  return found;
}

/** The id, or where that is taken the id with a number. */
export function freeKey(id: string, taken: { has(key: string): boolean }): string {
  let key = id;
  for (let occurrence = 2; taken.has(key) || key === ''; occurrence++) key = `${id}#${occurrence}`;
  return key;
}

/**
 * In build order, then those that are shipped or rejected. Features of several products stand among each other by their own worth, by
 * the order that the first product asks for.
 */
export function inBuildOrder(items: ReadonlyMap<string, PanelItem>): readonly PanelItem[] {
  const byFeature = new Map([...items.values()].map((item) => [item.feature, item]));
  const closed = [...items.values()].filter(({ feature }) => !isOpen(feature));
  return [...openInOrder(byFeature).flatMap((feature) => byFeature.get(feature) ?? []), ...closed];
}

function openInOrder(items: ReadonlyMap<Feature, PanelItem>): readonly Feature[] {
  const products = new Set([...items.values()].map(({ of }) => of));
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
    isInCircle: (feature, need) => analysisOf(feature).dependencies.isInCircle(feature, need),
  });
}

function analysisOf(product: Product, look: Look): ProductAnalysis {
  const whole = analysisOfProduct(product);
  if (look.persona === null && look.survey === null) return whole;
  const values = <K extends ListKey>(key: K) => productList(product, key).map(({ entry }) => entry.value);
  return analyseProduct({
    context: whole.context,
    features: values('features').map((feature) => seenAs(feature, look)),
    touchpoints: values('touchpoints'),
    stages: values('stages'),
    metrics: values('metrics'),
  });
}
