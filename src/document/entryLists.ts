import type { Entry } from './entry.ts';
import { frameEntries } from './frameEntries.ts';
import type { ReadSegment } from './kanoDocument.ts';
import { type ListKey, listKeys } from './model.ts';
import type { Part } from './part.ts';

/** The items of each list of a file: first those in its frame, then those that were cut out. */
export type EntryLists = { readonly [K in ListKey]: readonly Entry<K>[] };

export function collectEntryLists(frame: Part, segments: readonly ReadSegment[]): EntryLists {
  const lists: { [K in ListKey]: Entry<K>[] } = { personas: [], stages: [], touchpoints: [], surveys: [], features: [], metrics: [] };
  for (const entry of frameEntries(frame)) (lists[entry.list] as Entry[]).push(entry);
  for (const { entry } of segments) if (entry) (lists[entry.list] as Entry[]).push(entry);
  return lists;
}

/**
 * The lists after an edit that left the frame's items as they were, where `come` took the place of `gone`; lists that it did not reach stay the
 * same arrays. `undefined` where nothing tells the place of the new items in their list.
 */
export function spliceEntryLists(before: EntryLists, gone: readonly ReadSegment[], come: readonly ReadSegment[]): EntryLists | undefined {
  const lists: { [K in ListKey]: readonly Entry[] } = { ...before };
  for (const key of listKeys) {
    const [out, into] = [entriesOf(gone, key), entriesOf(come, key)];
    if (out[0]) {
      const list = lists[key];
      const at = list.indexOf(out[0]);
      lists[key] = list.slice(0, at).concat(into, list.slice(at + out.length));
    } else if (into.length > 0) return undefined;
  }
  return lists as EntryLists;
}

function entriesOf(segments: readonly ReadSegment[], key: ListKey): readonly Entry[] {
  return segments.flatMap(({ entry }) => (entry?.list === key ? entry : []));
}
