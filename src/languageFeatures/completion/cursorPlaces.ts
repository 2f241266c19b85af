import { blockPlaces } from './blockPlaces.ts';
import { type BlockToken, blockTokens, lineEnd, withoutComment } from './blockTokens.ts';
import { blockOf, otherItems, pathOf } from './blockTree.ts';
import type { CursorPlace } from './cursorPlace.ts';
import { flowPlace } from './flowPlace.ts';
import { isClosed } from './flowTokens.ts';

/**
 * Where the cursor stands in a text, by the lines around it and the brackets before it: the text need not be readable as YAML, and while
 * somebody types it seldom is. Two places where both a key and an item of the list above can follow; none in comments, in free text of
 * several lines, and where nothing can stand.
 */
export function cursorPlaces(source: string, offset: number): readonly CursorPlace[] {
  // The same length, and one kind of line break less to think of.
  const text = source.replaceAll('\r', ' ');
  const lineStart = text.slice(0, offset).lastIndexOf('\n') + 1;
  // What is put right before a `#` makes text of the comment.
  if (/(?:^|\s)#|^ *\t/.test(text.slice(lineStart, offset)) || text[offset] === '#') return [];
  const flowStart = /^(?:[ \n]|#.*\n|---[ ]*\n)*(?=[{[])/.exec(text)?.[0].length;
  if (flowStart !== undefined) return offset > flowStart ? one(flowPlace(text, offset, flowStart, -1, [])) : [];

  const tokens = blockTokens(text);
  const edited = tokens.findIndex(({ kind, start, end }) => kind === 'key' && start <= offset && offset <= end);
  if (edited !== -1) return editedKey(text, tokens, edited, lineStart).filter(({ start, end }) => start <= offset && offset <= end);
  const last = tokens.findLastIndex(({ start }) => start < offset);
  const token = tokens[last];
  if (token && isInValue(text, offset, lineStart, token)) return one(placeInValue(text, offset, tokens, last));
  const isOnLine = token !== undefined && token.start >= lineStart;
  if (isOnLine && token.kind === 'key') return one(inlinePlace(text, offset, tokens, last));
  const dash = isOnLine ? token : undefined;
  const word = wordAt(text, offset, dash?.end ?? lineStart);
  if (!word) return [];
  const column = word.start - lineStart + (word.start === dash?.end ? 1 : 0);
  return blockPlaces(tokens, last, { ...word, column, dash });
}

/** The half-typed word on the cursor's line, where from `from` on there is nothing else but spaces and a comment behind it. */
function wordAt(text: string, offset: number, from: number): { readonly start: number; readonly end: number } | undefined {
  const before = /^ *([^\s:#"'[\]{},]*)$/.exec(text.slice(from, offset));
  const after = /^[^\s:#"'[\]{},]*(?=\s*(?:#.*)?$)/.exec(text.slice(offset, lineEnd(text, offset)));
  return before && after ? { start: offset - (before[1] as string).length, end: offset + after[0].length } : undefined;
}

function editedKey(text: string, tokens: readonly BlockToken[], edited: number, lineStart: number): readonly CursorPlace[] {
  const { start, end, column } = tokens[edited] as BlockToken;
  const before = tokens[edited - 1];
  const dash = before && before.start >= lineStart ? before : undefined;
  const quote = /["']/.test(text[start] as string) ? 1 : 0;
  return blockPlaces(tokens, edited - 1, { start: start + quote, end: end - quote, column, dash, edited })
    .filter(({ kind }) => kind === 'key')
    .map((place) => ({ ...place, quoted: quote === 1, hasColon: true }));
}

/** Whether the cursor stands in brackets, in quotes or in a text after `|`; where the end is missing, in what may still belong to it. */
function isInValue(
  text: string,
  offset: number,
  lineStart: number,
  { start, column, value, valueStart, valueEnd, isOpen }: BlockToken,
): boolean {
  if (/^[|>]/.test(value)) return offset > lineEnd(text, start) && offset - lineStart > column;
  if (!/^[[{"']/.test(value) || offset <= valueStart) return false;
  return offset < valueEnd || (isOpen && (offset <= lineEnd(text, valueEnd) || offset - lineStart > column));
}

function placeInValue(text: string, offset: number, tokens: readonly BlockToken[], index: number): CursorPlace | undefined {
  const { kind, column, value, valueStart, valueEnd } = tokens[index] as BlockToken;
  const path = pathOf(tokens, index);
  if (/^[[{]/.test(value)) return flowPlace(text, offset, valueStart, column, path);
  const source = text.slice(valueStart, valueEnd);
  if (/^[|>]/.test(value) || source.includes('\n') || offset > valueEnd) return undefined;
  const present = kind === 'dash' ? otherItems(tokens, index) : [];
  const position = kind === 'dash' ? 'dash' : 'inline';
  const end = valueEnd - (isClosed(source) ? 1 : 0);
  return {
    kind: 'value',
    path,
    present,
    position,
    column,
    start: valueStart + 1,
    end,
    quoted: true,
    hasColon: false,
    needsSpace: false,
    needsComma: false,
  };
}

/** The value behind a key on its line. */
function inlinePlace(text: string, offset: number, tokens: readonly BlockToken[], index: number): CursorPlace | undefined {
  const { end, column, valueStart } = tokens[index] as BlockToken;
  const colon = text.indexOf(':', end);
  const value = withoutComment(text.slice(valueStart, lineEnd(text, valueStart)));
  const isTyped = value !== '';
  if (offset <= colon || /^[&*!|>@`%[{"']/.test(value) || (isTyped && offset > valueStart + value.length)) return undefined;
  if (blockOf(tokens, index).length > 0) return undefined;
  return {
    kind: 'value',
    path: pathOf(tokens, index),
    present: [],
    position: 'inline',
    column,
    start: isTyped ? Math.min(valueStart, offset) : offset,
    end: isTyped ? valueStart + value.length : offset,
    quoted: false,
    hasColon: false,
    needsSpace: offset === colon + 1,
    needsComma: false,
  };
}

function one<T>(place: T | undefined): readonly T[] {
  return place ? [place] : [];
}
