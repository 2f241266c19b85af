import { definitionIndex } from '../document/definitionIndex.ts';
import type { Entry } from '../document/entry.ts';
import { type Product, type ProductEntry, productList } from '../document/product.ts';
import { compareProducts } from './compareProducts.ts';
import { compareFeature } from './compareProductsFeatures.ts';
import type { ComparedProduct, FeatureDifference, ProductComparison } from './compareProductsResults.ts';
import { oncePerObject } from './once.ts';
import type { ProductAnalysis } from './productAnalysis.ts';

/** A version of a product that what stands there now is compared with. */
export interface ComparisonBase extends ComparedProduct {
  /** What it is called: `main`. */
  readonly name: string;
}

/**
 * The feature as it was, by its id; `undefined` where the base has none of that id. Costs the same however large the product is, apart from
 * the first time.
 */
export function featureBefore({ product }: ComparisonBase, entry: Entry<'features'>): Entry<'features'> | undefined {
  const { id } = entry.value;
  return id === undefined ? undefined : featuresById(product).get(id)?.entry;
}

/** What a feature says otherwise than in the base, its place in the build order left aside; `null` where nothing, or where it is new. */
export function differenceFrom(base: ComparisonBase, entry: Entry<'features'>, analysis: ProductAnalysis): FeatureDifference | null {
  const before = featureBefore(base, entry);
  if (!before) return null;
  const numbers = base.analysis.featureAnalysis(before.value);
  return compareFeature({ entry: before, numbers }, { entry, numbers: analysis.featureAnalysis(entry.value) });
}

/** How many feature ids came and went since the base. */
export function countCameAndWent(
  { product: before }: ComparisonBase,
  after: Product,
): { readonly added: number; readonly removed: number } {
  const idsOf = (product: Product) => product.documents.map((document) => definitionIndex(document).lists.features.definitions);
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

const featuresById = oncePerObject((product: Product): ReadonlyMap<string, ProductEntry<'features'>> => {
  const all = productList(product, 'features').toReversed();
  return new Map(all.flatMap((item) => (item.entry.value.id === undefined ? [] : [[item.entry.value.id, item] as const])));
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
