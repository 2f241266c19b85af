import { finish } from '../../base/steps.ts';
import { listKeys } from '../format/model.ts';
import { frameItems, type Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';

/** The list items that only one of two versions of a file has. */
interface ChangedItems {
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** The items that an edit removed and added. Items that moved count as removed and added. Looks at no others. */
export function changedItems(before: KanoModel, after: KanoModel): ChangedItems {
  const { first, removed, added } = after.spliceFrom(before);
  const gone = before.segments.slice(first, first + removed).flatMap(({ item }) => item ?? []);
  const come = after.segments.slice(first, first + added).flatMap(({ item }) => item ?? []);
  if (before.frame === after.frame) return { removed: gone, added: come };
  return { removed: [...gone, ...frameItems(before.frame)], added: [...come, ...frameItems(after.frame)] };
}

/** Gives the index of a version of a file. */
export interface IndexByVersion<Index> {
  (model: KanoModel): Index;
  /** The same in steps of some items each, so that a caller can pause between two steps, or stop. */
  inSteps(model: KanoModel): Generator<undefined, Index>;
}

/** Items that are added or removed between two steps. */
const itemsPerStep = 200;

/**
 * A function that gives an index of the list items of any version of a file. The version after an edit takes over the index of the version
 * before it and changes it, so an edit costs what it changed. A version that has lost its index this way builds a new one when asked again.
 *
 * @param create makes an empty index
 * @param change adds an item (1) or removes it (−1); the order of the calls has no meaning
 */
export function indexByVersion<Index>(create: () => Index, change: (index: Index, item: Item, by: 1 | -1) => void): IndexByVersion<Index> {
  const indexes = new WeakMap<KanoModel, { readonly index: Index }>();
  function* inSteps(model: KanoModel): Generator<undefined, Index> {
    const known = indexes.get(model);
    if (known) return known.index;
    const before = model.indexedBefore;
    const earlier = before && indexes.get(before);
    const index = earlier?.index ?? create();
    // An index that is dropped half-way belongs to no version any more.
    if (before) indexes.delete(before);
    const { removed, added } = before && earlier ? changedItems(before, model) : { removed: [], added: allItems(model) };
    let changed = 0;
    for (const [items, by] of [[removed, -1] as const, [added, 1] as const]) {
      for (const item of items) {
        change(index, item, by);
        if (++changed % itemsPerStep === 0) yield;
      }
    }
    indexes.set(model, { index });
    model.markIndexed();
    return index;
  }
  return Object.assign((model: KanoModel) => indexes.get(model)?.index ?? finish(inSteps(model)), { inSteps });
}

function allItems(model: KanoModel): readonly Item[] {
  return listKeys.flatMap((list) => model.list(list) as readonly Item[]);
}
