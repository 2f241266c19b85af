import { KanoModel } from '../kanoModel.ts';
import { assemble, charactersLimit, readModel } from '../readModel.ts';
import { aliasesCross, hasNames, type ReadSegment, readSegment } from '../readSegment.ts';
import { parsePart } from '../yaml/part.ts';
import { comparePositions, type Position, type TextChange } from '../yaml/position.ts';
import { type ItemSegment, type Segment, segmentFile, segmentLines } from '../yaml/segment.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { rememberParts } from './partIndex.ts';
import { spliceBetween } from './splice.ts';

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

/** The segments of the version before from `first` up to, not including, `end`, and the new text of their lines. */
interface Touched {
  readonly first: number;
  readonly end: number;
  readonly text: string;
}

/** Touched segments, and the segments that replace them. */
interface Recut extends Omit<Touched, 'text'> {
  readonly segments: readonly Segment[];
}

function applyChange(before: KanoModel, change: TextChange): KanoModel {
  const first = before.segmentAt(change.range.start.line);
  const end = before.segmentAt(change.range.end.line) + 1;
  if (first === -1) return readModel(before.uri, change.text);
  const old = textOf(before.segments.slice(first, end));
  const base = before.startLine(first);
  const text = old.slice(0, offsetAt(old, base, change.range.start)) + change.text + old.slice(offsetAt(old, base, change.range.end));
  const touched = { first, end, text };
  return recutAndRead(before, touched, before.length - old.length + text.length) ?? rereadWhole(before, touched);
}

/** `undefined` when the whole file has to be read again. */
function recutAndRead(before: KanoModel, touched: Touched, length: number): KanoModel | undefined {
  // A file that could not be cut before, or has aliases across items, most likely still cannot.
  if (before.segments.length === 1 || length > charactersLimit) return undefined;
  const recut = recutItems(before, touched) ?? recutAround(before, touched);
  return recut && replace(before, recut, length);
}

/** The simple case: the touched segments are items of one list before and after. */
function recutItems({ segments }: KanoModel, { first, end, text }: Touched): Recut | undefined {
  const scope = segments[first]?.segment;
  if (scope?.kind !== 'item' || !segments.slice(first, end).every(({ segment }) => belongsTo(segment, scope))) return undefined;
  const items = segmentLines(text, scope);
  return items?.every(({ kind }) => kind === 'item') ? { first, end, segments: items } : undefined;
}

/**
 * Any other case: cuts again from the item above (or the beginning of the file) to the item below. If the item below is still an item of
 * its list at its column, everything after it is cut as before.
 */
function recutAround({ segments }: KanoModel, touched: Touched): Recut | undefined {
  const isFrame = (index: number) => segments[index]?.segment.kind === 'frame';
  let first = touched.first - 1;
  while (isFrame(first)) first--;
  let end = touched.end;
  while (isFrame(end)) end++;
  const [above, below] = [segments[first]?.segment, segments[end]?.segment];
  [first, end] = [Math.max(first, 0), Math.min(end + 1, segments.length)];
  const text = textOf(segments.slice(first, touched.first)) + touched.text + textOf(segments.slice(touched.end, end));
  const recut = segmentLines(text, above?.kind === 'item' ? above : undefined);
  const isSame = (segment: Segment | undefined, old: Segment | undefined) =>
    old?.kind !== 'item' || (segment?.kind === 'item' && belongsTo(segment, old) && segment.misaligned === old.misaligned);
  return recut && isSame(recut[0], above) && isSame(recut.at(-1), below) ? { first, end, segments: recut } : undefined;
}

/** The next version; `undefined` when an alias refers to an anchor in another part. */
function replace(before: KanoModel, recut: Recut, length: number): KanoModel | undefined {
  const { first: head, removed, added } = spliceBetween(before.segments.slice(recut.first, recut.end), recut.segments, isUnchanged);
  const first = recut.first + head;
  const gone = before.segments.slice(first, first + removed);
  const come = recut.segments.slice(head, head + added).map(readSegment);
  const segments = before.segments.slice(0, first).concat(come, before.segments.slice(first + removed));
  const isFrameTouched = [...gone, ...come].some(({ segment }) => segment.kind === 'frame');
  const frame = isFrameTouched ? parsePart(textOf(segments.filter(({ segment }) => segment.kind === 'frame'))) : before.frame;
  // Aliases that did not cross before can do so only after a change of names.
  if ((isFrameTouched || come.some(hasNames)) && segments.length > 1 && aliasesCross(frame, segments)) return undefined;
  rememberParts(segments, first, first + added);
  return new KanoModel(before.uri, segments, frame, length, before);
}

function rereadWhole(before: KanoModel, { first, end, text }: Touched): KanoModel {
  const old = before.segments;
  const segments = segmentFile(textOf(old.slice(0, first)) + text + textOf(old.slice(end)));
  const splice = spliceBetween(old, segments, isUnchanged);
  const behind = splice.first + splice.added;
  const reusable = segments.map((_, index) =>
    index < splice.first ? old[index] : index < behind ? undefined : old[index - behind + splice.first + splice.removed],
  );
  return assemble(before.uri, segments, reusable, before);
}

function textOf(segments: readonly ReadSegment[]): string {
  return segments.map(({ segment }) => segment.text).join('');
}

function isUnchanged(old: ReadSegment | undefined, now: Segment | undefined): boolean {
  if (!old || !now || old.segment.kind !== now.kind || old.segment.text !== now.text) return false;
  return now.kind === 'frame' || (old.segment.kind === 'item' && belongsTo(old.segment, now) && old.segment.misaligned === now.misaligned);
}

function belongsTo(segment: Segment, scope: ItemSegment): boolean {
  return segment.kind === 'item' && segment.list === scope.list && segment.indentation === scope.indentation;
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
