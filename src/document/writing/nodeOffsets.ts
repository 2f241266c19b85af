import type { MapEntry, MapNode, ValueNode } from '../yaml/node.ts';
import type { OffsetRange } from '../yaml/position.ts';
import { endOfLine, startOfLine } from '../yaml/syntaxFinding.ts';
import type { PartEdit } from './textEdit.ts';

/** Whether a node is written as an alias (`*name`): its value is elsewhere in the text. */
export function isAlias(text: string, node: ValueNode): boolean {
  return text[node.start] === '*';
}

/** The end of the last character of a node: for the parser, blank lines and comments after a block collection belong to it. */
export function contentEnd(text: string, node: ValueNode): number {
  if (node.kind === 'scalar' || node.flow || isAlias(text, node)) {
    return Math.max(node.start, text.slice(0, node.end).trimEnd().length);
  }
  const ends =
    node.kind === 'map'
      ? ownEntries(text, node).map((entry) => entryEnd(text, entry))
      : node.items.filter((item) => isInside(item, node)).map((item) => contentEnd(text, item));
  return ends.reduce((last, end) => Math.max(last, end), node.start);
}

/** The end of an entry of a mapping: of its value or, without a value, of its colon. */
export function entryEnd(text: string, { key, value }: MapEntry): number {
  const end = value.start >= key.end ? contentEnd(text, value) : key.end;
  return end > key.end ? end : colonEnd(text, key.end);
}

/** The end of the colon after a key or, without a colon, of the key. */
export function colonEnd(text: string, keyEnd: number): number {
  return keyEnd + (/^[ \t]*:/.exec(text.slice(keyEnd, endOfLine(text, keyEnd)))?.[0].length ?? 0);
}

/** The entries that are written in the mapping itself, in the order of the text, without those of a merge key (`<<`). */
export function ownEntries(text: string, map: MapNode): readonly MapEntry[] {
  const column = columnOf(text, map.start);
  const inside = map.entries.filter(({ key }) => isInside(key, map) && (map.flow || columnOf(text, key.start) === column));
  let end = map.start;
  return [...inside]
    .sort((a, b) => a.key.start - b.key.start)
    .filter(({ key, value }) => {
      if (key.start < end) return false;
      end = Math.max(key.end, value.start >= key.end ? value.end : 0);
      return true;
    });
}

/** The number of characters before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** The start of a comment after an offset, if only blanks are before it on the line. */
export function commentAfter(text: string, offset: number): number | undefined {
  const match = /^[ \t]*(?=#)/.exec(text.slice(offset, endOfLine(text, offset)));
  // Without a space before it, `#` begins no comment.
  return match && (match[0].length > 0 || isBlankBefore(text, offset)) ? offset + match[0].length : undefined;
}

/** The next comma after an offset in a flow collection, if only blanks, line breaks and comments are before it. */
export function commaAfter(text: string, offset: number): number | undefined {
  const between = /(?:[ \t\r\n]|(?<=[ \t\r\n,[{])#[^\n]*)*/y;
  between.lastIndex = offset;
  between.test(text);
  const next = Math.max(offset, between.lastIndex);
  return text[next] === ',' ? next : undefined;
}

/** Extends a removal to the whole line if the rest of the line is blank. */
export function orWholeLine(text: string, edit: PartEdit): PartEdit {
  const lineStart = startOfLine(text, edit.start);
  const lineEnd = endOfLine(text, edit.end);
  const remains = text.slice(lineStart, edit.start) + edit.newText + text.slice(edit.end, lineEnd);
  if (remains.trim() !== '') return edit;
  const next = text.indexOf('\n', lineEnd);
  return next === -1
    ? { start: lineBreakBefore(text, lineStart), end: lineEnd, newText: '' }
    : { start: lineStart, end: next + 1, newText: '' };
}

function lineBreakBefore(text: string, lineStart: number): number {
  if (lineStart === 0) return 0;
  return text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
}

function isBlankBefore(text: string, offset: number): boolean {
  return offset === 0 || /\s/.test(text[offset - 1] ?? '');
}

function isInside(child: OffsetRange, node: ValueNode): boolean {
  return child.start >= node.start && child.end <= node.end;
}
