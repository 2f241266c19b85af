import { Entry } from './entry.ts';
import { listKeys } from './model.ts';
import { nodeAt } from './node.ts';
import type { Part } from './part.ts';

const entriesByFrame = new WeakMap<Part, readonly Entry[]>();

/** The items of lists that were not cut out: flow lists, and whatever stands in a file that cannot be cut. List by list. */
export function frameEntries(frame: Part): readonly Entry[] {
  const known = entriesByFrame.get(frame);
  if (known) return known;
  const entries = listKeys.flatMap((key) => {
    const value = nodeAt(frame.root, [key]);
    return value?.kind === 'list' ? value.items.map((node) => new Entry(key, frame, node, false)) : [];
  });
  entriesByFrame.set(frame, entries);
  return entries;
}
