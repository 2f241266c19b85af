import type { ReadSegment } from './kanoDocument.ts';
import type { Part } from './part.ts';

/** Where each part was last found among the segments of some version: a place to begin to look, and no more. */
const lastFound = new WeakMap<Part, number>();

/** Remembers where the parts of some segments stand: of all, or of those that an edit added. */
export function rememberParts(segments: readonly ReadSegment[], first = 0, end = segments.length): void {
  for (let index = first; index < end; index++) {
    const part = segments[index]?.entry?.part;
    if (part) lastFound.set(part, index);
  }
}

/**
 * The index of the segment that a part belongs to; −1 where it is none of these. An edit moves what stands behind it by as many segments as it
 * brought, so that the part is found that near to where it was last.
 */
export function indexOfPart(segments: readonly ReadSegment[], part: Part): number {
  if (!lastFound.has(part)) rememberParts(segments);
  const last = lastFound.get(part);
  if (last === undefined) return -1;
  for (let below = last, above = last; below >= 0 || above < segments.length; below--, above++) {
    const found = segments[above]?.entry?.part === part ? above : segments[below]?.entry?.part === part ? below : -1;
    if (found === -1) continue;
    if (found !== last) lastFound.set(part, found);
    return found;
  }
  return -1;
}
