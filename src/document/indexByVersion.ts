import { changedEntries } from './changedEntries.ts';
import type { Entry } from './entry.ts';
import type { KanoDocument } from './kanoDocument.ts';
import { listKeys } from './model.ts';
import { finish } from './steps.ts';

/** Gives the index of a version of a file. */
export interface IndexByVersion<Index> {
  (document: KanoDocument): Index;
  /** The same, a few items at a time: a caller who must not be kept busy for long can pause between two steps, or drop the rest. */
  inSteps(document: KanoDocument): Generator<undefined, Index>;
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
export function indexByVersion<Index>(
  create: () => Index,
  change: (index: Index, entry: Entry, by: 1 | -1) => void,
): IndexByVersion<Index> {
  const indexes = new WeakMap<KanoDocument, { readonly index: Index }>();
  function* inSteps(document: KanoDocument): Generator<undefined, Index> {
    const known = indexes.get(document);
    if (known) return known.index;
    const before = document.indexedBefore;
    const earlier = before && indexes.get(before);
    const index = earlier?.index ?? create();
    // What is dropped half-way is nobody's any more.
    if (before) indexes.delete(before);
    const { removed, added } = before && earlier ? changedEntries(before, document) : { removed: [], added: allEntries(document) };
    let changed = 0;
    for (const [entries, by] of [[removed, -1] as const, [added, 1] as const]) {
      for (const entry of entries) {
        change(index, entry, by);
        if (++changed % itemsPerStep === 0) yield;
      }
    }
    indexes.set(document, { index });
    document.markIndexed();
    return index;
  }
  return Object.assign((document: KanoDocument) => indexes.get(document)?.index ?? finish(inSteps(document)), { inSteps });
}

function allEntries(document: KanoDocument): readonly Entry[] {
  return listKeys.flatMap((list) => document.list(list) as readonly Entry[]);
}
