import { groupBy } from '../../base/groupBy.ts';

/** Which items of two lists are the same. */
export interface Pairs<Item> {
  /** In the order of the list after. */
  readonly pairs: readonly (readonly [before: Item, after: Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

type KeyOf<Item> = (item: Item) => string | undefined;

/**
 * Finds the items that are the same before and after. First by `idOf`; of several with one id the first matches the first, and so on. The
 * rest by each of the `traits` in turn, if exactly one item on either side has it. Similar items are never taken for the same. Takes linear
 * time.
 */
export function pairUp<Item>(
  before: readonly Item[],
  after: readonly Item[],
  idOf: KeyOf<Item>,
  traits: readonly KeyOf<Item>[],
): Pairs<Item> {
  const found = new Map<Item, Item>();
  const byId = groupBy(before, idOf);
  const used = new Map<string, number>();
  for (const item of after) {
    const id = idOf(item);
    if (id === undefined) continue;
    const occurrence = used.get(id) ?? 0;
    used.set(id, occurrence + 1);
    const match = byId.get(id)?.[occurrence];
    if (match !== undefined) found.set(item, match);
  }
  for (const trait of traits) {
    const { removed, added } = unmatched(before, after, found);
    if (removed.length === 0 || added.length === 0) break;
    const [old, now] = [groupBy(removed, trait), groupBy(added, trait)];
    for (const [key, [item, ...others]] of now) {
      const [match, ...otherMatches] = old.get(key) ?? [];
      if (item !== undefined && match !== undefined && others.length + otherMatches.length === 0) found.set(item, match);
    }
  }
  const pairs = after.flatMap((item) => {
    const match = found.get(item);
    return match === undefined ? [] : [[match, item] as const];
  });
  return { pairs, ...unmatched(before, after, found) };
}

function unmatched<Item>(before: readonly Item[], after: readonly Item[], found: ReadonlyMap<Item, Item>) {
  const matched = new Set(found.values());
  return { removed: before.filter((item) => !matched.has(item)), added: after.filter((item) => !found.has(item)) };
}
