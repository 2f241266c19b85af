import { type Product, productList } from '../../document/product.ts';

/** A product of one side. */
interface PairableProduct {
  readonly product: Product;
}

/**
 * Pairs the products before with those after: by the file that opens them, and the others, whose file may have been renamed, by feature ids: a
 * pair shares more than half of the ids of each, and the largest share wins. A product without a partner is paired with `null`.
 *
 * @param placeOf where the file that opens a product is, the same on both sides
 */
export function pairProducts<Side extends PairableProduct>(
  before: readonly Side[],
  after: readonly Side[],
  placeOf: (side: Side) => string,
): readonly (readonly [before: Side | null, after: Side | null])[] {
  const found = new Map<Side, Side>();
  const byPlace = new Map(before.map((side) => [placeOf(side), side]));
  for (const side of after) {
    const same = byPlace.get(placeOf(side));
    if (same) found.set(side, same);
  }
  const matched = new Set(found.values());
  const gone = before.filter((side) => !matched.has(side));
  const come = after.filter((side) => !found.has(side));
  for (const { from, to } of likeness(gone, come)) {
    if (found.has(to) || matched.has(from)) continue;
    found.set(to, from);
    matched.add(from);
  }
  return [
    ...after.map((side) => [found.get(side) ?? null, side] as const),
    ...gone.filter((side) => !matched.has(side)).map((side) => [side, null] as const),
  ];
}

/** The pairs that share enough ids, sorted by their share, the largest first. */
function likeness<Side extends PairableProduct>(gone: readonly Side[], come: readonly Side[]) {
  if (gone.length === 0 || come.length === 0) return [];
  const holders = new Map<string, Side[]>();
  const sizes = new Map<Side, number>();
  for (const side of gone) {
    const ids = idsOf(side);
    sizes.set(side, ids.size);
    for (const id of ids) holders.set(id, [...(holders.get(id) ?? []), side]);
  }
  return come
    .flatMap((to) => {
      const ids = idsOf(to);
      const shared = new Map<Side, number>();
      for (const id of ids) for (const side of holders.get(id) ?? []) shared.set(side, (shared.get(side) ?? 0) + 1);
      return [...shared].map(([from, number]) => ({ from, to, share: number / Math.max(ids.size, sizes.get(from) ?? 0) }));
    })
    .filter(({ share }) => share > 0.5)
    .sort((left, right) => right.share - left.share);
}

function idsOf({ product }: PairableProduct): ReadonlySet<string> {
  return new Set(productList(product, 'features').flatMap(({ item }) => item.value.id ?? []));
}
