import type { ReadSegment } from '../kanoModel.ts';
import type { Sparse } from '../versions/sparse.ts';
import type { Part } from './part.ts';

/** The parts of items that have anchors, or aliases to elsewhere: nearly no item has. The first of the segments has index `first`. */
export function partsWithNames(segments: readonly ReadSegment[], first = 0): Sparse<Part> {
  const at: number[] = [];
  const values: Part[] = [];
  segments.forEach(({ item }, index) => {
    if (!item || item.part.anchors.size + item.part.unresolvedAliases.size === 0) return;
    at.push(first + index);
    values.push(item.part);
  });
  return { at, values };
}

/**
 * Whether an alias in one part of a file means an anchor in another. An alias means the nearest anchor above it. One in an item is settled by an
 * anchor above it in that item; one in the frame may mean an anchor in any item, even where the frame has one of that name too.
 *
 * @param named the items' parts that `partsWithNames` gives
 */
export function aliasesCross(frame: Part, named: readonly Part[]): boolean {
  const meant = new Set(frame.aliases);
  for (const { unresolvedAliases } of named) for (const name of unresolvedAliases) meant.add(name);
  if (meant.size === 0) return false;
  return named.some(
    ({ anchors, unresolvedAliases }) =>
      [...anchors].some((name) => meant.has(name)) || [...unresolvedAliases].some((name) => frame.anchors.has(name)),
  );
}
