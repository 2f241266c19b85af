import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { ListKey } from '../document/model.ts';
import type { MapEntry, ValueNode } from '../document/node.ts';
import type { Part } from '../document/part.ts';
import type { Position, Range } from '../document/position.ts';

/** A stretch of a part's text, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What stands at a position of a file. */
export interface Spot {
  readonly part: Part;
  readonly offset: number;
  /** The list whose item was read alone and holds the position; `undefined` where the path begins at the top of the file. */
  readonly list: ListKey | undefined;
  /** Keys and indexes from there to the innermost value or key at the position. */
  readonly path: readonly (string | number)[];
  /** Whether the position is on the last key of the path, on its value, or neither. */
  readonly on: 'key' | 'value' | 'nothing';
  /** Everything written around the position, the outermost first: items, pairs of key and value, values, keys. */
  readonly around: readonly Span[];
}

/** Finds what stands at a position. Costs a walk down one item, or down the frame. */
export function spotAt(document: KanoDocument, position: Position): Spot {
  const { part, offset, entry } = offsetAt(document, position);
  const path: (string | number)[] = [];
  const around: Span[] = [];
  const on = descend(entry ? entry.node : part.root, offset, path, around);
  return { part, offset, list: entry?.list, path, on, around };
}

/** The part that a position stands in, the offset in its text, and the item where the part holds one alone. Past a line's end: that end. */
export function offsetAt(document: KanoDocument, { line, character }: Position): { part: Part; offset: number; entry?: Entry } {
  const index = document.segmentAt(line);
  const entry = document.segments[index]?.entry;
  const part = entry?.part ?? document.frame;
  let rest = line - document.startLine(index);
  if (!entry)
    for (const { segment } of document.segments.slice(0, Math.max(0, index))) if (segment.kind === 'frame') rest += segment.lineBreaks;
  let start = 0;
  for (; rest > 0; rest--) {
    const lineBreak = part.text.indexOf('\n', start);
    if (lineBreak === -1) return { part, offset: part.text.length, ...(entry ? { entry } : {}) };
    start = lineBreak + 1;
  }
  const lineBreak = part.text.indexOf('\n', start);
  const end = lineBreak === -1 ? part.text.length : part.text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  return { part, offset: Math.max(start, Math.min(start + character, end)), ...(entry ? { entry } : {}) };
}

/** Where a span stands in a version of the file, also one of several lines. */
export function rangeOfSpan(document: KanoDocument, part: Part, { start, end }: Span): Range {
  const at = (offset: number) => document.rangeOf({ part, start: offset, end: offset }).start;
  return { start: at(start), end: at(end) };
}

/** The span of a value without the white space that belongs to block scalars and broken values. */
export function writtenSpan(part: Part, { start, end }: Span): Span {
  return { start, end: start + part.text.slice(start, end).trimEnd().length };
}

/** The span between the quotes; the same span where there are none. */
export function withoutQuotes(text: string, span: Span): Span {
  const [quote, last] = [text[span.start], text[span.end - 1]];
  const isQuoted = (quote === '"' || quote === "'") && last === quote && span.end - span.start >= 2;
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

export function spanContains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether a value stands where its parent was written: what aliases and merge keys bring in stands elsewhere. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function descend(node: ValueNode | undefined, offset: number, path: (string | number)[], around: Span[]): Spot['on'] {
  if (!node || !spanContains(node, offset)) return 'nothing';
  around.push(node);
  if (node.kind === 'scalar') return 'value';
  if (node.kind === 'list') {
    const index = node.items.findIndex((item) => item.end > item.start && isWithin(item, node) && spanContains(item, offset));
    if (index === -1) return 'nothing';
    path.push(index);
    return descend(node.items[index], offset, path, around);
  }
  const found = node.entries.find((entry) => isWithin(entry.key, node) && spanContains(pairSpan(entry), offset));
  if (!found) return 'nothing';
  path.push(String(found.key.value));
  around.push(pairSpan(found));
  if (spanContains(found.key, offset)) {
    around.push(found.key);
    return 'key';
  }
  return descend(found.value, offset, path, around);
}

/** A key without a value still has its colon behind it. */
function pairSpan({ key, value }: MapEntry): Span {
  return { start: key.start, end: Math.max(key.end, value.end) };
}
