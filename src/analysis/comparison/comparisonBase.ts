import { oncePerObject } from '../../base/once.ts';
import { definitionIndex } from '../../document/definitionIndex.ts';
import type { Item } from '../../document/item.ts';
import { type Product, type ProductItem, productList } from '../../document/product.ts';
import type { ProductAnalysis } from '../productAnalysis.ts';
import { compareFeature } from './compareFeature.ts';
import { compareProducts } from './compareProducts.ts';
import type { ComparedProduct, FeatureDifference, ProductComparison } from './productComparison.ts';

/** An earlier version of a product that the current one is compared with. */
export interface ComparisonBase extends ComparedProduct {
  /** Its name, for example `main`. */
  readonly name: string;
}

/**
 * The feature as it was, by its id; `undefined` when the base has no feature with that id. After the first call this takes the same time
 * for products of any size.
 */
export function featureBefore({ product }: ComparisonBase, item: Item<'features'>): Item<'features'> | undefined {
  const { id } = item.value;
  return id === undefined ? undefined : featuresById(product).get(id)?.item;
}

/** What changed about a feature since the base, its rank aside; `null` when nothing did, or when the feature is new. */
export function differenceFrom(base: ComparisonBase, item: Item<'features'>, analysis: ProductAnalysis): FeatureDifference | null {
  const before = featureBefore(base, item);
  if (!before) return null;
  const numbers = base.analysis.featureAnalysis(before.value);
  return compareFeature({ item: before, numbers }, { item, numbers: analysis.featureAnalysis(item.value) });
}

/** How many feature ids were added and removed since the base. */
export function countCameAndWent(
  { product: before }: ComparisonBase,
  after: Product,
): { readonly added: number; readonly removed: number } {
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
export function changesSince(base: ComparisonBase, after: ComparedProduct): ProductComparison {
  return comparisons(base.product)(after.product)({ base, after });
}

const featuresById = oncePerObject((product: Product): ReadonlyMap<string, ProductItem<'features'>> => {
  const all = productList(product, 'features').toReversed();
  return new Map(all.flatMap((item) => (item.item.value.id === undefined ? [] : [[item.item.value.id, item] as const])));
});

type Sides = { readonly base: ComparisonBase; readonly after: ComparedProduct };

const comparisons = oncePerObject((_: Product) =>
  oncePerObject((_: Product) => {
    let kept: ProductComparison | undefined;
    return ({ base, after }: Sides) => {
      kept ??= compareProducts(base, after);
      return kept;
    };
  }),
);
