import { changedEntries } from './changedEntries.ts';
import type { Entry } from './entry.ts';
import type { KanoDocument } from './kanoDocument.ts';
import { listKeys } from './model.ts';

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
): (document: KanoDocument) => Index {
  const indexes = new WeakMap<KanoDocument, { readonly index: Index }>();
  return (document) => {
    const known = indexes.get(document);
    if (known) return known.index;
    const before = document.indexedBefore;
    const earlier = before && indexes.get(before);
    const index = earlier?.index ?? create();
    if (before && earlier) {
      indexes.delete(before);
      const { removed, added } = changedEntries(before, document);
      for (const entry of removed) change(index, entry, -1);
      for (const entry of added) change(index, entry, 1);
    } else {
      for (const list of listKeys) for (const entry of document.list(list)) change(index, entry, 1);
    }
    indexes.set(document, { index });
    document.markIndexed();
    return index;
  };
}
