import type { ReadSegment } from '../readSegment.ts';
import type { Part } from '../yaml/part.ts';

/** The index at which each part was last found in some version: only a hint where to look first. */
const lastFound = new WeakMap<Part, number>();

/** Remembers the indexes of the parts of some segments, by default of all. */
export function rememberParts(segments: readonly ReadSegment[], first = 0, end = segments.length): void {
  for (let index = first; index < end; index++) {
    const part = segments[index]?.item?.part;
    if (part) lastFound.set(part, index);
  }
}

/** How far from its last index a part is looked for, on either side, before all segments are. */
const nearby = 100;

/**
 * The index of the segment with this part; −1 when there is none. An edit moves the segments after it by the number of items it adds or
 * removes, mostly a few, so a part is found near its last index. After a larger edit one walk finds all parts again.
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
