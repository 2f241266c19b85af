import type { ReadSegment } from './kanoDocument.ts';
import type { Part } from './part.ts';

/** The parts of items that have anchors, or aliases to elsewhere: nearly no item has. */
export function partsWithNames(segments: readonly ReadSegment[]): readonly Part[] {
  const parts: Part[] = [];
  for (const { entry } of segments)
    if (entry && (entry.part.anchors.size > 0 || entry.part.unresolvedAliases.size > 0)) parts.push(entry.part);
  return parts;
}

/**
 * Whether an alias in one part of a file means an anchor in another. An alias means the nearest anchor above it. One in an item is settled by an
 * anchor above it in that item; one in the frame may mean an anchor in any item, even where the frame has one of that name too.
 *
 * @param named the items' parts as `partsWithNames` gives them
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
