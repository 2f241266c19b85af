import type { KanoDocument, ReadSegment } from './kanoDocument.ts';
import { comparePositions, type Position, type TextChange } from './position.ts';
import { assemble, readDocument } from './readDocument.ts';
import { type ItemSegment, type Segment, segmentFile, segmentItems } from './segment.ts';
import { endOfLine } from './syntaxFinding.ts';

/**
 * The document after an edit, equal to `readDocument` on the new text. Items that the edit did not touch are taken over
 * as they are: an edit inside a list costs what it changed. `changes` are those of one editor event: ranges in the text
 * before, none overlapping another, in any order.
 */
export function updateDocument(before: KanoDocument, changes: readonly TextChange[]): KanoDocument {
  // From the end backwards, so that the ranges of the changes still to come stay right.
  const ordered = [...changes].sort((a, b) => comparePositions(b.range.start, a.range.start));
  return ordered.reduce(applyChange, before);
}

function applyChange(before: KanoDocument, change: TextChange): KanoDocument {
  const first = before.segmentAt(change.range.start.line);
  const last = before.segmentAt(change.range.end.line);
  if (first === -1) return readDocument(before.uri, change.text);
  const touched = before.segments.slice(first, last + 1);
  const text = touched.map(({ segment }) => segment.text).join('');
  const base = before.startLine(first);
  const changed =
    text.slice(0, offsetAt(text, base, change.range.start)) + change.text + text.slice(offsetAt(text, base, change.range.end));
  const scope = touched[0]?.segment;
  const items =
    scope?.kind === 'item' && touched.every(({ segment }) => belongsTo(segment, scope)) ? segmentItems(changed, scope) : undefined;
  const start = before.segments.slice(0, first).map(({ segment }) => segment);
  const end = before.segments.slice(last + 1).map(({ segment }) => segment);
  const segments = items ? [...start, ...items, ...end] : undefined;
  return segments ? reassemble(before, segments) : rereadWhole(before, first, last, changed);
}

function rereadWhole(before: KanoDocument, first: number, last: number, changed: string): KanoDocument {
  const textOf = (segments: readonly ReadSegment[]) => segments.map(({ segment }) => segment.text).join('');
  const text = textOf(before.segments.slice(0, first)) + changed + textOf(before.segments.slice(last + 1));
  return reassemble(before, segmentFile(text));
}

/** Takes over what was read of the segments that are equal at the beginning and at the end of both versions. */
function reassemble(before: KanoDocument, segments: readonly Segment[]): KanoDocument {
  const reusable: (ReadSegment | undefined)[] = new Array(segments.length);
  const old = before.segments;
  let head = 0;
  while (head < segments.length && head < old.length && same(old[head], segments[head])) {
    reusable[head] = old[head];
    head++;
  }
  let tail = 0;
  while (
    tail < segments.length - head &&
    tail < old.length - head &&
    same(old[old.length - 1 - tail], segments[segments.length - 1 - tail])
  ) {
    reusable[segments.length - 1 - tail] = old[old.length - 1 - tail];
    tail++;
  }
  return assemble(before.uri, segments, reusable, before);
}

function same(old: ReadSegment | undefined, segment: Segment | undefined): boolean {
  if (old?.segment === segment) return true;
  if (!old || !segment || old.segment.kind !== segment.kind || old.segment.text !== segment.text) return false;
  if (segment.kind === 'frame' || old.segment.kind === 'frame') return true;
  return belongsTo(old.segment, segment) && old.segment.misaligned === segment.misaligned;
}

function belongsTo(segment: Segment, scope: ItemSegment): boolean {
  return segment.kind === 'item' && segment.list === scope.list && segment.indentation === scope.indentation;
}

/** The offset in `text`, whose first line is line `base` of the file. Past the end of a line, the line's end. */
function offsetAt(text: string, base: number, position: Position): number {
  let start = 0;
  for (let line = base; line < position.line; line++) {
    const lineBreak = text.indexOf('\n', start);
    if (lineBreak === -1) return text.length;
    start = lineBreak + 1;
  }
  return Math.min(start + position.character, endOfLine(text, start));
}
