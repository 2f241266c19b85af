import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { isOpen, orderByNeed, orderByWorth } from '../analysis/buildOrder.ts';
import { once } from '../analysis/once.ts';
import { uncorrectedTest } from '../analysis/personasTest.ts';
import { analyseProduct, type ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { settingsOf } from '../document/configuration.ts';
import type { Entry } from '../document/entry.ts';
import type { Feature, ListKey } from '../document/model.ts';
import { type Product, productList } from '../document/product.ts';
import type { Look } from '../webview/protocol.ts';
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
  readonly entry: Entry<'features'>;
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
  const passed = new Set<Entry>();
  for (const of of products) {
    for (const document of of.product.documents) {
      for (const entry of document.list('features')) {
        if (products.length > 1) {
          if (passed.has(entry)) continue;
          passed.add(entry);
        }
        const key = keyOf(entry.value.id ?? '');
        const views = seen(entry.value);
        found.set(key, {
          key,
          uri: document.uri,
          entry,
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
  for (const item of items.values()) {
    if (isOpen(item.feature)) byFeature.set(item.feature, item);
    else closed.push(item);
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
    isInCircle: (feature, need) => analysisOf(feature).dependencies.isInCircle(feature, need),
  });
}

function analysisOf(product: Product, look: Look): ProductAnalysis {
  const whole = analysisOfProduct(product);
  if (look.persona === null && look.survey === null) return whole;
  const values = <K extends ListKey>(key: K) => productList(product, key).map(({ entry }) => entry.value);
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
