import { type ListKey, listKeys } from '../format/model.ts';
import { frameItems } from '../frameItems.ts';
import type { Item } from '../item.ts';
import type { ReadSegment } from '../kanoModel.ts';
import type { Part } from '../yaml/part.ts';
import type { Splice } from './splice.ts';

/** The items of each list of a file: first those in its frame, then those that were cut out. */
export type ItemLists = { readonly [K in ListKey]: readonly Item<K>[] };

export function collectItemLists(frame: Part, segments: readonly ReadSegment[]): ItemLists {
  const lists: { [K in ListKey]: Item<K>[] } = { personas: [], stages: [], touchpoints: [], surveys: [], features: [], metrics: [] };
  for (const item of frameItems(frame)) (lists[item.list] as Item[]).push(item);
  for (const { item } of segments) if (item) (lists[item.list] as Item[]).push(item);
  return lists;
}

/**
 * The lists after a splice that left the frame's items as they were; lists that it did not reach stay the same arrays. `undefined` where nothing
 * beside new items tells their place in their list.
 */
export function spliceItemLists(
  before: ItemLists,
  old: readonly ReadSegment[],
  now: readonly ReadSegment[],
  { first, removed, added }: Splice,
): ItemLists | undefined {
  const lists: { [K in ListKey]: readonly Item[] } = { ...before };
  const gone = old.slice(first, first + removed);
  const come = now.slice(first, first + added);
  const [above, below] = [old[first - 1]?.item, old[first + removed]?.item];
  for (const key of listKeys) {
    const [out, into] = [entriesOf(gone, key), entriesOf(come, key)];
    if (out.length + into.length === 0) continue;
    const list = lists[key];
    const next = out[0] ?? (below?.list === key ? below : undefined);
    if (!next && above?.list !== key) return undefined;
    const at = next ? list.indexOf(next) : list.indexOf(above as Item) + 1;
    lists[key] = list.slice(0, at).concat(into, list.slice(at + out.length));
  }
  return lists as ItemLists;
}

function entriesOf(segments: readonly ReadSegment[], key: ListKey): readonly Item[] {
  return segments.flatMap(({ item }) => (item?.list === key ? item : []));
}
