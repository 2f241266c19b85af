import type { Segment } from '../yaml/segment.ts';
import type { Splice } from './splice.ts';

interface HasSegment {
  readonly segment: Segment;
}

/** The line on which each segment begins, and behind the last one the line on which another would. */
export function startLinesOf(segments: readonly HasSegment[]): Int32Array {
  const lines = new Int32Array(segments.length + 1);
  segments.forEach(({ segment }, index) => {
    lines[index + 1] = (lines[index] ?? 0) + segment.lineBreaks;
  });
  return lines;
}

/** The same as `startLinesOf(segments)`, from the lines before a splice: looks at no segment but the added ones. */
export function splicedStartLines(before: Int32Array, segments: readonly HasSegment[], { first, removed, added }: Splice): Int32Array {
  const middle = startLinesOf(segments.slice(first, first + added));
  const start = before[first] ?? 0;
  const shift = start + (middle[added] ?? 0) - (before[first + removed] ?? 0);
  if (shift === 0 && added === 1 && removed === 1) return before;
  const lines = new Int32Array(segments.length + 1);
  lines.set(before.subarray(0, first));
  for (let index = 0; index < added; index++) lines[first + index] = start + (middle[index] ?? 0);
  for (let old = first + removed, now = first + added; old < before.length; old++, now++) lines[now] = (before[old] ?? 0) + shift;
  return lines;
}
