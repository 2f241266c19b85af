import { firstBy } from '../../base/groupBy.ts';
import { oncePerObject } from '../../base/once.ts';
import { definitionIndex } from '../../document/definitionIndex.ts';
import type { Item } from '../../document/item.ts';
import { type Product, productList } from '../../document/product.ts';
import type { AnalysedProduct, ProductAnalysis } from '../productAnalysis.ts';
import { compareFeature } from './compareFeature.ts';
import { compareProducts } from './compareProducts.ts';
import type { FeatureDifference, ProductComparison } from './productComparison.ts';

/** An earlier version of a product that the current one is compared with. */
export interface ComparisonBase extends AnalysedProduct {
  /** Its name, for example `main`. */
  readonly name: string;
}

/**
 * The feature as it was, by its id; `undefined` when the base has no feature with that id. After the first call this takes the same time
 * for products of any size.
 */
export function featureBefore({ product }: ComparisonBase, item: Item<'features'>): Item<'features'> | undefined {
  const { id } = item.value;
  return id === undefined ? undefined : featuresById(product).get(id);
}

/** What changed about a feature since the base, its rank aside; `null` when nothing did, or when the feature is new. */
export function differenceFrom(base: ComparisonBase, item: Item<'features'>, analysis: ProductAnalysis): FeatureDifference | null {
  const before = featureBefore(base, item);
  if (!before) return null;
  const numbers = base.analysis.featureAnalysis(before.value);
  return compareFeature({ item: before, numbers }, { item, numbers: analysis.featureAnalysis(item.value) });
}

/** How many feature ids were added and removed since the base. */
export function countCameAndWent({ product: before }: ComparisonBase, after: Product) {
  const idsOf = (product: Product) => product.models.map((model) => definitionIndex(model).lists.features.definitions);
  const [old, now] = [idsOf(before), idsOf(after)];
  const lacking = (some: typeof old, others: typeof old) =>
    some.reduce((sum, ids) => {
      for (const id of ids.keys()) if (!others.some((other) => other.has(id))) sum++;
      return sum;
    }, 0);
  return { added: lacking(now, old), removed: lacking(old, now) };
}

/** Everything that changed since the base. Kept for as long as both are. */
export function changesSince(base: ComparisonBase, after: AnalysedProduct): ProductComparison {
  const known = comparisons(base.product);
  const comparison = known.get(after.product) ?? compareProducts(base, after);
  known.set(after.product, comparison);
  return comparison;
}

const featuresById = oncePerObject((product: Product): ReadonlyMap<string, Item<'features'>> => {
  const items = productList(product, 'features').map(({ item }) => item);
  return firstBy(items, ({ value }) => value.id);
});

const comparisons = oncePerObject((_before: Product) => new WeakMap<Product, ProductComparison>());
