import { framesIn, KanoModel, type ReadSegment } from '../kanoModel.ts';
import { assemble, charactersLimit, readModel } from '../readModel.ts';
import { aliasesCross } from '../yaml/aliasesCross.ts';
import { type Part, parsePart } from '../yaml/part.ts';
import { comparePositions, type Position, type TextChange } from '../yaml/position.ts';
import { readSegment } from '../yaml/readSegment.ts';
import { type ItemSegment, type Segment, segmentFile, segmentLines } from '../yaml/segment.ts';
import { endOfLine } from '../yaml/syntaxFinding.ts';
import { spliced } from './sparse.ts';
import type { Splice } from './splice.ts';

/**
 * The document after an edit, equal to `readDocument` on the new text. Items that the edit did not touch are taken over
 * as they are: an edit costs what it changed. `changes` are those of one editor event: ranges in the text
 * before, none overlapping another, in any order.
 */
export function updateModel(before: KanoModel, changes: readonly TextChange[]): KanoModel {
  // From the end backwards, so that the ranges of the changes still to come stay right, also of one that touches the next.
  const ordered = [...changes].sort(({ range: a }, { range: b }) => comparePositions(b.start, a.start) || comparePositions(b.end, a.end));
  return ordered.reduce(applyChange, before);
}

/** Segments of the version before, from `first` up to but without `end`, and what their lines are now. */
interface Touched {
  readonly first: number;
  readonly end: number;
  readonly text: string;
}

/** Touched segments, cut anew. */
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

/** `undefined` where a look at the whole file is needed. */
function recutAndRead(before: KanoModel, touched: Touched, length: number): KanoModel | undefined {
  // What could not be cut before, or means things across its items, can hardly be now.
  if (before.segments.length === 1 || length > charactersLimit) return undefined;
  const recut = recutItems(before, touched) ?? recutAround(before, touched);
  return recut && replace(before, recut);
}

/** Items of one list that are items of it still. */
function recutItems({ segments }: KanoModel, { first, end, text }: Touched): Recut | undefined {
  const scope = segments[first]?.segment;
  if (scope?.kind !== 'item' || !segments.slice(first, end).every(({ segment }) => belongsTo(segment, scope))) return undefined;
  const items = segmentLines(text, scope);
  return items?.every(({ kind }) => kind === 'item') ? { first, end, segments: items } : undefined;
}

/**
 * Whatever was touched, with the item above it (or all to the beginning of the file) and the item below it: when that one is in the same list at
 * the same column as before, all that follows is cut as it was.
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

/** `undefined` where an alias means an anchor in another part. */
function replace(before: KanoModel, recut: Recut): KanoModel | undefined {
  const { head, tail } = equalEnds(before.segments.slice(recut.first, recut.end), recut.segments);
  const come = recut.segments.slice(head, recut.segments.length - tail).map(readSegment);
  const first = recut.first + head;
  const splice = { first, removed: recut.end - tail - first, added: come.length };
  const segments = before.segments.slice(0, first).concat(come, before.segments.slice(recut.end - tail));
  const model = new KanoModel(before.uri, segments, frameAfter(before, splice, come), before, splice);
  return segments.length > 1 && aliasesCross(model.frame, model.named.values) ? undefined : model;
}

function frameAfter(before: KanoModel, splice: Splice, come: readonly ReadSegment[]): Part {
  const { first, removed } = splice;
  const isTouched = ({ segment }: ReadSegment) => segment.kind === 'frame';
  if (!come.some(isTouched) && !before.segments.slice(first, first + removed).some(isTouched)) return before.frame;
  const frames = spliced(before.frames, splice, framesIn(come, first));
  return parsePart(frames.values.map(({ text }) => text).join(''));
}

function rereadWhole(before: KanoModel, { first, end, text }: Touched): KanoModel {
  const segments = segmentFile(textOf(before.segments.slice(0, first)) + text + textOf(before.segments.slice(end)));
  const { head, tail } = equalEnds(before.segments, segments);
  const reusable: (ReadSegment | undefined)[] = new Array(segments.length);
  for (let index = 0; index < head; index++) reusable[index] = before.segments[index];
  for (let back = 1; back <= tail; back++) reusable[segments.length - back] = before.segments[before.segments.length - back];
  return assemble(before.uri, segments, reusable, before);
}

function textOf(segments: readonly ReadSegment[]): string {
  return segments.map(({ segment }) => segment.text).join('');
}

/** How many segments at the beginning, and how many of the others at the end, were the same before. */
function equalEnds(old: readonly ReadSegment[], now: readonly Segment[]): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && isEqual(old[head]?.segment, now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isEqual(old[old.length - 1 - tail]?.segment, now[now.length - 1 - tail])) tail++;
  return { head, tail };
}

function isEqual(old: Segment | undefined, now: Segment | undefined): boolean {
  if (!old || !now || old.kind !== now.kind || old.text !== now.text) return false;
  return now.kind === 'frame' || (belongsTo(old, now) && old.kind === 'item' && old.misaligned === now.misaligned);
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
