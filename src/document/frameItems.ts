import { listKeys } from './format/model.ts';
import { Item } from './item.ts';
import { nodeAt } from './yaml/node.ts';
import type { Part } from './yaml/part.ts';

const entriesByFrame = new WeakMap<Part, readonly Item[]>();

/** The items of lists that were not cut out: flow lists, and whatever stands in a file that cannot be cut. List by list. */
export function frameItems(frame: Part): readonly Item[] {
  const known = entriesByFrame.get(frame);
  if (known) return known;
  const items = listKeys.flatMap((key) => {
    const value = nodeAt(frame.root, [key]);
    return value?.kind === 'list' ? value.items.map((node) => new Item(key, frame, node, false)) : [];
  });
  entriesByFrame.set(frame, items);
  return items;
}
