import type { ListKey } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { MapEntry, ValueNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import type { OffsetRange, Position, Range } from '../document/yaml/position.ts';

/** What is at a position of a file. */
export interface AtPosition {
  readonly part: Part;
  readonly offset: number;
  /** The list whose item was read alone and holds the position; `undefined` where the path begins at the top of the file. */
  readonly list: ListKey | undefined;
  /** Keys and indexes from there to the innermost value or key at the position. */
  readonly path: readonly (string | number)[];
  /** Whether the position is on the last key of the path, on its value, or neither. */
  readonly on: 'key' | 'value' | 'nothing';
  /** Everything written around the position, the outermost first: items, pairs of key and value, values, keys. */
  readonly around: readonly OffsetRange[];
}

/** Finds what is at a position. Costs a walk down one item, or down the frame. */
export function findAtPosition(model: KanoModel, position: Position): AtPosition {
  const { part, offset, item } = offsetAt(model, position);
  const path: (string | number)[] = [];
  const around: OffsetRange[] = [];
  const on = descend(item ? item.node : part.root, offset, path, around);
  return { part, offset, list: item?.list, path, on, around };
}

/** The part that holds a position, the offset in its text, and the item if the part holds one alone. A position past a line's end counts as that end. */
export function offsetAt(model: KanoModel, { line, character }: Position): { part: Part; offset: number; item?: Item } {
  const index = model.segmentAt(line);
  const item = model.segments[index]?.item;
  const part = item?.part ?? model.frame;
  let rest = line - model.startLine(index);
  if (!item)
    for (const { segment } of model.segments.slice(0, Math.max(0, index))) if (segment.kind === 'frame') rest += segment.lineBreaks;
  let start = 0;
  for (; rest > 0; rest--) {
    const lineBreak = part.text.indexOf('\n', start);
    if (lineBreak === -1) return { part, offset: part.text.length, ...(item ? { item } : {}) };
    start = lineBreak + 1;
  }
  const lineBreak = part.text.indexOf('\n', start);
  const end = lineBreak === -1 ? part.text.length : part.text[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
  return { part, offset: Math.max(start, Math.min(start + character, end)), ...(item ? { item } : {}) };
}

/** Offsets of a part as a range of the file, which may span lines. */
export function rangeOfOffsets(model: KanoModel, part: Part, { start, end }: OffsetRange): Range {
  const at = (offset: number) => model.locate({ part, start: offset, end: offset }).start;
  return { start: at(start), end: at(end) };
}

/** The offsets of a value without the white space at its end, which belongs to block scalars and broken values. */
export function writtenOffsets(part: Part, { start, end }: OffsetRange): OffsetRange {
  return { start, end: start + part.text.slice(start, end).trimEnd().length };
}

/** The offsets between the quotes; the same object where there are no quotes. */
export function withoutQuotes(text: string, offsets: OffsetRange): OffsetRange {
  const [quote, last] = [text[offsets.start], text[offsets.end - 1]];
  const isQuoted = (quote === '"' || quote === "'") && last === quote && offsets.end - offsets.start >= 2;
  return isQuoted ? { start: offsets.start + 1, end: offsets.end - 1 } : offsets;
}

export function containsOffset({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Whether a value is written within its parent: what aliases and merge keys bring in is written elsewhere. */
function isWithin(inner: OffsetRange, outer: OffsetRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function descend(node: ValueNode | undefined, offset: number, path: (string | number)[], around: OffsetRange[]): AtPosition['on'] {
  if (!node || !containsOffset(node, offset)) return 'nothing';
  around.push(node);
  if (node.kind === 'scalar') return 'value';
  if (node.kind === 'list') {
    const index = node.items.findIndex((item) => item.end > item.start && isWithin(item, node) && containsOffset(item, offset));
    if (index === -1) return 'nothing';
    path.push(index);
    return descend(node.items[index], offset, path, around);
  }
  const found = node.entries.find((entry) => isWithin(entry.key, node) && containsOffset(pairOffsets(entry), offset));
  if (!found) return 'nothing';
  path.push(String(found.key.value));
  around.push(pairOffsets(found));
  if (containsOffset(found.key, offset)) {
    around.push(found.key);
    return 'key';
  }
  return descend(found.value, offset, path, around);
}

/** The offsets of a key with its value, which is empty where there is only a colon. */
function pairOffsets({ key, value }: MapEntry): OffsetRange {
  return { start: key.start, end: Math.max(key.end, value.end) };
}
