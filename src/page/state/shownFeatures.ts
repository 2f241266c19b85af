import { type AnswerFilter, filteredFeature, withAnswersOf } from '../../analysis/answerFilter.ts';
import { isOpen, orderByNeed, orderByWorth } from '../../analysis/buildOrder.ts';
import { analyseProduct, analysisOfProduct, type ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../../analysis/results.ts';
import { prepareTests } from '../../analysis/testIndex.ts';
import { once } from '../../base/once.ts';
import type { Feature, ListKey } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';

/** A product with what its numbers say. */
export interface ShownProduct {
  readonly product: Product;
  /** Of the filtered answers. */
  readonly analysis: ProductAnalysis;
  /** The same for all personas, for what compares them. */
  readonly allPersonas: ProductAnalysis;
  /** The same for all surveys. */
  readonly allSurveys: ProductAnalysis;
}

/** One feature of what the page shows. */
export interface ShownFeature {
  /** Stays the same while the file is edited. */
  readonly key: string;
  /** The file it is in. */
  readonly uri: string;
  readonly item: Item<'features'>;
  /** The feature with the filtered answers only. */
  readonly feature: Feature;
  /** What the numbers say of `feature`. */
  readonly numbers: FeatureAnalysis;
  /** The feature with all surveys of the chosen persona, and with all personas of the chosen survey. */
  readonly overTime: Feature;
  readonly byPersona: Feature;
  /** `byPersona` as it was when everything was last computed. */
  readonly tested: Feature;
  /** The product as it was then. */
  readonly of: ShownProduct;
}

/** Whether it has answers, but none of the persona or the survey that is chosen. */
export function isUnasked({ item, feature, numbers, of }: ShownFeature): boolean {
  if (feature === item.value || numbers.n > 0) return false;
  return of.analysis.featureAnalysis(item.value).n > 0;
}

export function shownProduct(product: Product, answers: AnswerFilter): ShownProduct {
  const analysis = analysisOf(product, answers);
  return {
    product,
    analysis,
    allPersonas: answers.persona === null ? analysis : analysisOf(product, { ...answers, persona: null }),
    allSurveys: answers.survey === null ? analysis : analysisOf(product, { ...answers, survey: null }),
  };
}

/**
 * The features of the products by their keys; one that two products share counts in the first of them. In steps, because at first every feature is
 * read, checked and analysed on the way; later it is a walk over what is known.
 */
export function* shownFeatures(
  products: readonly ShownProduct[],
  answers: AnswerFilter,
): Generator<undefined, ReadonlyMap<string, ShownFeature>> {
  const filtered = filteredFeature(answers);
  const found = new Map<string, ShownFeature>();
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
        const versions = filtered(item.value);
        found.set(key, {
          key,
          uri: model.uri,
          item,
          ...versions,
          tested: versions.byPersona,
          numbers: of.analysis.featureAnalysis(versions.feature),
          of,
        });
        // So that the tests of all, which are corrected together, find theirs.
        const isSlow = [versions.byPersona, versions.overTime].map((version) => prepareTests(of.analysis.featureAnalysis(version)));
        if (found.size % itemsAtOnce === 0 || isSlow.includes(true)) yield;
      }
    }
  }
  return found;
}

const itemsAtOnce = 50;

/** Gives each thing its id as its key, or where that is taken the id with a number. */
export function keysBeside(taken: { has(key: string): boolean }): (id: string) => string {
  // Thousands of features may have the same id, or none yet: counting from the beginning for each would take too long.
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
 * In build order, then those that are shipped or rejected. Features of several products are mixed by their own worth, in the
 * order that the first product asks for.
 */
export function inBuildOrder(items: ReadonlyMap<string, ShownFeature>): readonly ShownFeature[] {
  const byFeature = new Map<Feature, ShownFeature>();
  const closed: ShownFeature[] = [];
  for (const shown of items.values()) {
    if (isOpen(shown.feature)) byFeature.set(shown.feature, shown);
    else closed.push(shown);
  }
  return [...openInOrder(byFeature).flatMap((feature) => byFeature.get(feature) ?? []), ...closed];
}

function openInOrder(items: ReadonlyMap<Feature, ShownFeature>): readonly Feature[] {
  const products = new Set<ShownProduct>();
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

function analysisOf(product: Product, answers: AnswerFilter): ProductAnalysis {
  const whole = analysisOfProduct(product);
  if (answers.persona === null && answers.survey === null) return whole;
  const values = <K extends ListKey>(key: K) => productList(product, key).map(({ item }) => item.value);
  const features = once(() => values('features').map(withAnswersOf(answers)));
  return analyseProduct({
    context: whole.context,
    get features() {
      return features();
    },
    touchpoints: values('touchpoints'),
    stages: values('stages'),
    metrics: values('metrics'),
    personas: values('personas'),
    valueChain: values('valueChain'),
  });
}
