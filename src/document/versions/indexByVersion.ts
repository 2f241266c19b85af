import { finish } from '../../base/steps.ts';
import { listKeys } from '../format/model.ts';
import type { Item } from '../item.ts';
import type { KanoModel } from '../kanoModel.ts';
import { changedItems } from './changedItems.ts';

/** Gives the index of a version of a file. */
export interface IndexByVersion<Index> {
  (model: KanoModel): Index;
  /** The same, a few items at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest. */
  inSteps(model: KanoModel): Generator<undefined, Index>;
}

/** Items that are brought in or taken out between two steps. */
const itemsPerStep = 200;

/**
 * A function that gives an index of the list items of any version of a file. It is not built anew for each version: the version after an
 * edit takes over the index of the version before and brings in what changed. A version that is asked again after that builds its own.
 *
 * @param create an index of nothing
 * @param change brings an item in (1) or takes it out (−1); the order of items means nothing
 */
export function indexByVersion<Index>(create: () => Index, change: (index: Index, item: Item, by: 1 | -1) => void): IndexByVersion<Index> {
  const indexes = new WeakMap<KanoModel, { readonly index: Index }>();
  function* inSteps(model: KanoModel): Generator<undefined, Index> {
    const known = indexes.get(model);
    if (known) return known.index;
    const before = model.indexedBefore;
    const earlier = before && indexes.get(before);
    const index = earlier?.index ?? create();
    // What is dropped half-way is nobody's any more.
    if (before) indexes.delete(before);
    const { removed, added } = before && earlier ? changedItems(before, model) : { removed: [], added: allEntries(model) };
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

function allEntries(model: KanoModel): readonly Item[] {
  return listKeys.flatMap((list) => model.list(list) as readonly Item[]);
}
