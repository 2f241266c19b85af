import type { KanoModel } from '../kanoModel.ts';
import { charactersLimit, joinSegments, readUncut } from '../readModel.ts';
import { type ReadSegment, readSegment } from '../readSegment.ts';
import { comparePositions, type Position, type TextChange } from '../yaml/position.ts';
import { type Segment, segmentFile, segmentLines } from '../yaml/segment.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { type Splice, spliceBetween } from './splice.ts';

/**
 * The model after an edit, equal to `readModel` of the new text.
 *
 * The invariant of this folder: two versions share every segment that the edits between them did not touch, as the same object and in the
 * same order. So one splice leads from the segments of one version to those of the other, and comparing identities from both ends finds it
 * (`spliceBetween`). Whatever depends on the content of segments (`indexByVersion`, `sparseByVersion`, what the problems room finds in an
 * item) is computed anew for the segments in the splice and taken over for all others, or is kept by the identity of the item. Only what a
 * glance at the kind or the number of lines of a segment tells is computed by a walk over all segments: that takes microseconds for 1,000
 * items.
 *
 * @param changes those of one editor event: ranges in the text before, none overlapping another, in any order
 */
export function updateModel(before: KanoModel, changes: readonly TextChange[]): KanoModel {
  // From the end backwards: so the ranges of the remaining changes stay right, even of one that touches the next.
  const ordered = [...changes].sort(({ range: a }, { range: b }) => comparePositions(b.start, a.start) || comparePositions(b.end, a.end));
  return ordered.reduce(applyChange, before);
}

function applyChange(before: KanoModel, change: TextChange): KanoModel {
  const { uri, segments: old } = before;
  const first = before.segmentAt(change.range.start.line);
  const end = before.segmentAt(change.range.end.line) + 1;
  const lines = textOf(old.slice(first, end));
  const offset = (position: Position) => offsetAt(lines, before.startLine(first), position);
  const text = lines.slice(0, offset(change.range.start)) + change.text + lines.slice(offset(change.range.end));
  const length = before.length - lines.length + text.length;
  const whole = () => textOf(old.slice(0, first)) + text + textOf(old.slice(end));
  if (length > charactersLimit) return readUncut(uri, whole(), charactersLimit);
  const recut = cutAround(old, first, end, text) ?? { first: 0, end: old.length, segments: segmentFile(whole()) };
  const { segments, splice, removed, added } = readChanged(old, recut);
  return joinSegments(uri, segments, length, { before, splice, removed, added });
}

/** Segments of the version before, from `first` up to, not including, `end`, and those that replace them. */
interface Recut {
  readonly first: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

/**
 * Cuts again what is now `text`, with the segment above and the one below. If the one below is what it was, everything after it is cut as
 * before. `undefined` when it is not, and when the file cannot be cut.
 */
function cutAround(old: readonly ReadSegment[], first: number, end: number, text: string): Recut | undefined {
  let from = Math.max(0, first - 1);
  // A dash left of the column of its list begins an item only below another item.
  while (isMisaligned(old[from]?.segment)) from--;
  const above = old[from]?.segment;
  const below = old[end]?.segment;
  const around = textOf(old.slice(from, first)) + text + (below?.text ?? '');
  const segments = segmentLines(around, above?.kind === 'item' ? above : undefined);
  const isCutAsBefore = below === undefined || isOfSameList(segments?.at(-1), below);
  return segments && isCutAsBefore ? { first: from, end: end + 1, segments } : undefined;
}

/** All segments of the next version, of which those that are as before are the same objects, and those that the edit removed and added. */
function readChanged(old: readonly ReadSegment[], { first, end, segments }: Recut) {
  const { first: same, ...sizes } = spliceBetween(old.slice(first, end), segments, isUnchanged);
  const splice: Splice = { first: first + same, ...sizes };
  const behind = splice.first + splice.removed;
  const added = segments.slice(same, same + splice.added).map(readSegment);
  const next = old.slice(0, splice.first).concat(added, old.slice(behind));
  return { segments: next, splice, removed: old.slice(splice.first, behind), added };
}

function textOf(segments: readonly ReadSegment[]): string {
  return segments.map(({ segment }) => segment.text).join('');
}

function isMisaligned(segment: Segment | undefined): boolean {
  return segment?.kind === 'item' && segment.misaligned;
}

function isUnchanged(old: ReadSegment | undefined, now: Segment | undefined): boolean {
  return old !== undefined && old.segment.text === now?.text && isOfSameList(old.segment, now);
}

/** Whether both are items of one list whose dashes have one column, or both in the frame. */
function isOfSameList(a: Segment | undefined, b: Segment): boolean {
  if (a?.kind !== 'item' || b.kind !== 'item') return a?.kind === b.kind;
  return a.list === b.list && a.indentation === b.indentation;
}

/** The offset in `text`, whose first line is line `base` of the file. Positions past the end of a line mean its end. */
function offsetAt(text: string, base: number, position: Position): number {
  let start = 0;
  for (let line = base; line < position.line; line++) {
    const lineBreak = text.indexOf('\n', start);
    if (lineBreak === -1) return text.length;
    start = lineBreak + 1;
  }
  return Math.min(start + position.character, endOfLine(text, start));
}
