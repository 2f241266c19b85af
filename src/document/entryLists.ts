import type { Entry } from './entry.ts';
import { frameEntries } from './frameEntries.ts';
import type { ReadSegment } from './kanoDocument.ts';
import { type ListKey, listKeys } from './model.ts';
import type { Part } from './part.ts';
import type { Splice } from './splice.ts';

/** The items of each list of a file: first those in its frame, then those that were cut out. */
export type EntryLists = { readonly [K in ListKey]: readonly Entry<K>[] };

export function collectEntryLists(frame: Part, segments: readonly ReadSegment[]): EntryLists {
  const lists: { [K in ListKey]: Entry<K>[] } = { personas: [], stages: [], touchpoints: [], surveys: [], features: [], metrics: [] };
  for (const entry of frameEntries(frame)) (lists[entry.list] as Entry[]).push(entry);
  for (const { entry } of segments) if (entry) (lists[entry.list] as Entry[]).push(entry);
  return lists;
}

/**
 * The lists after a splice that left the frame's items as they were; lists that it did not reach stay the same arrays. `undefined` where nothing
 * beside new items tells their place in their list.
 */
export function spliceEntryLists(
  before: EntryLists,
  old: readonly ReadSegment[],
  now: readonly ReadSegment[],
  { first, removed, added }: Splice,
): EntryLists | undefined {
  const lists: { [K in ListKey]: readonly Entry[] } = { ...before };
  const gone = old.slice(first, first + removed);
  const come = now.slice(first, first + added);
  const [above, below] = [old[first - 1]?.entry, old[first + removed]?.entry];
  for (const key of listKeys) {
    const [out, into] = [entriesOf(gone, key), entriesOf(come, key)];
    if (out.length + into.length === 0) continue;
    const list = lists[key];
    const next = out[0] ?? (below?.list === key ? below : undefined);
    if (!next && above?.list !== key) return undefined;
    const at = next ? list.indexOf(next) : list.indexOf(above as Entry) + 1;
    lists[key] = list.slice(0, at).concat(into, list.slice(at + out.length));
  }
  return lists as EntryLists;
}

function entriesOf(segments: readonly ReadSegment[], key: ListKey): readonly Entry[] {
  return segments.flatMap(({ entry }) => (entry?.list === key ? entry : []));
}
