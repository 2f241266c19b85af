/** An item with its ranks in two orders. */
interface RankedTwice {
  /** From 1, and different for every item. */
  readonly before: number;
  readonly after: number;
  /** Whether something else about it changed, which makes it likelier to be the one that moved. */
  readonly isTouched: boolean;
}

/**
 * The items that moved past others: as few as explain the second order, and of two that changed places preferably the touched one. The
 * items that stay are an increasing subsequence of the greatest weight, found with a Fenwick tree of maxima in n log n time.
 */
export function movedPast<Item extends RankedTwice>(items: readonly Item[]): ReadonlySet<Item> {
  const ordered = items.toSorted((left, right) => left.before - right.before);
  // All touched items together weigh less than one untouched item.
  const untouchedWeight = items.length + 1;
  const size = items.reduce((largest, { after }) => Math.max(largest, after), 0);
  const best: (Chain<Item> | undefined)[] = new Array(size + 1);
  let heaviest: Chain<Item> | undefined;
  for (const item of ordered) {
    const previous = heaviestUpTo(best, item.after - 1);
    const chain: Chain<Item> = { item, previous, weight: (previous?.weight ?? 0) + (item.isTouched ? 1 : untouchedWeight) };
    for (let index = item.after; index <= size; index += index & -index) if (isHeavier(chain, best[index])) best[index] = chain;
    if (isHeavier(chain, heaviest)) heaviest = chain;
  }
  const moved = new Set(items);
  for (let chain = heaviest; chain; chain = chain.previous) moved.delete(chain.item);
  return moved;
}

interface Chain<Item> {
  readonly item: Item;
  readonly previous: Chain<Item> | undefined;
  readonly weight: number;
}

function heaviestUpTo<Item>(best: readonly (Chain<Item> | undefined)[], place: number): Chain<Item> | undefined {
  let found: Chain<Item> | undefined;
  for (let index = place; index > 0; index -= index & -index) {
    const chain = best[index];
    if (chain && isHeavier(chain, found)) found = chain;
  }
  return found;
}

function isHeavier(chain: Chain<unknown>, other: Chain<unknown> | undefined): boolean {
  return chain.weight > (other?.weight ?? 0);
}
