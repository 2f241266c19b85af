import type { ListKey } from './format/model.ts';
import type { ReadSegment } from './readSegment.ts';
import type { Edited } from './versions/splice.ts';

/** What the kinds and the numbers of lines of a model's segments tell. */
export interface Layout {
  /** The line on which each segment begins; behind the last one, the line on which another would. */
  readonly startLines: Int32Array;
  /** The indexes of the segments that the frame is made of. */
  readonly frames: readonly number[];
  /** The items between two frame segments, from index `first` up to, not including, `end`: they are all of one list. */
  readonly runs: readonly { readonly list: ListKey; readonly first: number; readonly end: number }[];
}

/** The layout of segments, by a walk over all of them. */
export function layoutOf(segments: readonly ReadSegment[]): Layout {
  const startLines = new Int32Array(segments.length + 1);
  const frames: number[] = [];
  segments.forEach(({ segment }, index) => {
    startLines[index + 1] = (startLines[index] ?? 0) + segment.lineBreaks;
    if (segment.kind === 'frame') frames.push(index);
  });
  return { startLines, frames, runs: runsBetween(frames, segments) };
}

/** The layout after an edit, from the one before it; `undefined` where the edit touches the frame. Looks at no segment that did not change. */
export function layoutAfter(
  before: Layout,
  { splice, removed, added }: Pick<Edited<{ readonly segments: readonly ReadSegment[] }>, 'splice' | 'removed' | 'added'>,
  segments: readonly ReadSegment[],
): Layout | undefined {
  if ([...removed, ...added].some(({ segment }) => segment.kind === 'frame')) return undefined;
  const { first, removed: gone } = splice;
  const more = added.length - gone;
  const startLines = new Int32Array(before.startLines.length + more);
  startLines.set(before.startLines.subarray(0, first + 1));
  added.forEach(({ segment }, index) => {
    startLines[first + index + 1] = (startLines[first + index] ?? 0) + segment.lineBreaks;
  });
  const behind = first + gone;
  const lines = (startLines[behind + more] ?? 0) - (before.startLines[behind] ?? 0);
  for (let index = behind + 1; index < before.startLines.length; index++)
    startLines[index + more] = (before.startLines[index] ?? 0) + lines;
  const frames = before.frames.map((index) => (index < first ? index : index + more));
  return { startLines, frames, runs: runsBetween(frames, segments) };
}

function runsBetween(frames: readonly number[], segments: readonly ReadSegment[]): Layout['runs'] {
  return [-1, ...frames].flatMap((frame, index) => {
    const [first, end] = [frame + 1, frames[index] ?? segments.length];
    const list = first < end ? segments[first]?.item?.list : undefined;
    return list ? [{ list, first, end }] : [];
  });
}
