import type { ReadSegment } from '../kanoModel.ts';
import type { Part } from '../yaml/part.ts';

/** Where each part was last found among the segments of some version: a place to begin to look, and no more. */
const lastFound = new WeakMap<Part, number>();

/** Remembers where the parts of some segments stand: of all, or of those that an edit added. */
export function rememberParts(segments: readonly ReadSegment[], first = 0, end = segments.length): void {
  for (let index = first; index < end; index++) {
    const part = segments[index]?.item?.part;
    if (part) lastFound.set(part, index);
  }
}

/** Segments on either side of where a part was last found that are looked at before all are. */
const nearby = 100;

/**
 * The index of the segment that a part belongs to; −1 where it is none of these. An edit moves what stands behind it by as many segments as it
 * brought or took: mostly few, so that the part is found near to where it was last. After others all are looked at, once for all of them.
 */
export function indexOfPart(segments: readonly ReadSegment[], part: Part): number {
  const isAt = (index: number) => segments[index]?.item?.part === part;
  const last = lastFound.get(part);
  for (let away = 0; last !== undefined && away <= nearby; away++) {
    const found = isAt(last + away) ? last + away : isAt(last - away) ? last - away : -1;
    if (found === -1) continue;
    if (found !== last) lastFound.set(part, found);
    return found;
  }
  rememberParts(segments);
  const found = lastFound.get(part) ?? -1;
  return isAt(found) ? found : -1;
}
