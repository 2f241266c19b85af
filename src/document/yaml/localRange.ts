import { entryOf, nodeAt, type Path, type ValueNode } from './node.ts';
import { type Part, positionInPart } from './part.ts';
import type { OffsetRange, Range } from './position.ts';

/** A range within one line of a part. It stays valid whatever is inserted above the part in the file. */
export interface LocalRange extends OffsetRange {
  readonly part: Part;
}

/**
 * The range of the value at `path` below `node`: a scalar as written, or the first key or item of a collection, so that no range spans
 * lines. If there is no such value, the range of the nearest one around it.
 */
export function localRangeOfNode(part: Part, node: ValueNode | undefined, path: Path): LocalRange {
  for (let length = path.length; length >= 0; length--) {
    const target = nodeAt(node, path.slice(0, length));
    if (target && target.end > target.start) return within(part, firstScalar(target));
    // Only a dash: there is nothing else to point at.
    if (target && typeof path[length - 1] !== 'string') return lastCharacterBefore(part, target.start);
    // A key without a value: point at the key.
    if (target) return localRangeOfKey(part, node, path.slice(0, length));
  }
  return startOf(part);
}

/** The range of the key that `path` ends with; for a list index, the range of the item. */
export function localRangeOfKey(part: Part, node: ValueNode | undefined, path: Path): LocalRange {
  const last = path.at(-1);
  if (typeof last !== 'string') return localRangeOfNode(part, node, path);
  const entry = entryOf(nodeAt(node, path.slice(0, -1)), last);
  return entry ? within(part, entry.key) : localRangeOfNode(part, node, path.slice(0, -1));
}

/** The range as lines and characters, counted from the start of its part. */
export function linesInPart(range: LocalRange): Range {
  const start = positionInPart(range.part, range.start);
  return { start, end: { line: start.line, character: start.character + range.end - range.start } };
}

/** The first line of the part that is not blank, for findings about the part as a whole. */
export function startOf(part: Part): LocalRange {
  const start = Math.max(0, part.text.search(/\S/));
  return within(part, { start, end: part.text.length });
}

/** A range of the text, cut off at the end of its first line. */
export function within(part: Part, range: OffsetRange): LocalRange {
  const lineBreak = part.text.slice(range.start, range.end).search(/\r?\n/);
  return { part, start: range.start, end: lineBreak === -1 ? range.end : range.start + lineBreak };
}

function lastCharacterBefore(part: Part, offset: number): LocalRange {
  const end = part.text.slice(0, offset).trimEnd().length;
  return { part, start: Math.max(0, end - 1), end };
}

/** The first key or item of a block collection, unless an alias or merge key brings it in: then it is elsewhere in the text. */
function firstScalar(node: ValueNode): OffsetRange {
  if (node.kind === 'scalar' || node.flow) return node;
  const inside = (child: OffsetRange) => child.start >= node.start && child.end <= node.end;
  if (node.kind === 'map') return node.entries.find(({ key }) => inside(key))?.key ?? node;
  const first = node.items[0];
  if (!first || !inside(first)) return node;
  return first.end > first.start ? firstScalar(first) : { start: node.start, end: node.start + 1 };
}
