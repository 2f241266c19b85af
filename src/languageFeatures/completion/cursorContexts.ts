import { type BlockToken, blockContexts, blockOf, blockTokens, otherItems, pathOf, withoutComment } from './blockStyle.ts';
import { type CursorContext, lineEnd, plain } from './context.ts';
import { flowContext, isClosed } from './flowStyle.ts';

/**
 * The contexts of the cursor, judged by the lines around it and the brackets before it: the line being typed is usually not valid YAML yet. Two
 * contexts where both a key and an item of the list above can follow; none in comments and in free text of several lines.
 */
export function cursorContexts(source: string, offset: number): readonly CursorContext[] {
  // Offsets stay the same, and only one kind of line break is left.
  const text = source.replaceAll('\r', ' ');
  const lineStart = text.slice(0, offset).lastIndexOf('\n') + 1;
  // Text right before a `#` would turn the comment into text.
  if (/(?:^|\s)#|^ *\t/.test(text.slice(lineStart, offset)) || text[offset] === '#') return [];
  const flowStart = /^(?:[ \n]|#.*\n|---[ ]*\n)*(?=[{[])/.exec(text)?.[0].length;
  if (flowStart !== undefined) return offset > flowStart ? one(flowContext(text, offset, flowStart, -1, [])) : [];

  const tokens = blockTokens(text);
  const edited = tokens.findIndex(({ kind, start, end }) => kind === 'key' && start <= offset && offset <= end);
  if (edited !== -1) return editedKey(text, tokens, edited, lineStart).filter(({ start, end }) => start <= offset && offset <= end);
  const last = tokens.findLastIndex(({ start }) => start < offset);
  const token = tokens[last];
  if (token && isInValue(text, offset, lineStart, token)) return one(contextInValue(text, offset, tokens, last));
  const isOnLine = token !== undefined && token.start >= lineStart;
  if (isOnLine && token.kind === 'key') return one(inlineContext(text, offset, tokens, last));
  const dash = isOnLine ? token : undefined;
  const word = wordAt(text, offset, dash?.end ?? lineStart);
  if (!word) return [];
  const column = word.start - lineStart + (word.start === dash?.end ? 1 : 0);
  return blockContexts(tokens, last, { ...word, column, dash });
}

/** The half-typed word at the cursor, if there is nothing else from `from` on but spaces and a comment. */
function wordAt(text: string, offset: number, from: number): { readonly start: number; readonly end: number } | undefined {
  const before = /^ *([^\s:#"'[\]{},]*)$/.exec(text.slice(from, offset));
  const after = /^[^\s:#"'[\]{},]*(?=\s*(?:#.*)?$)/.exec(text.slice(offset, lineEnd(text, offset)));
  return before && after ? { start: offset - (before[1] as string).length, end: offset + after[0].length } : undefined;
}

function editedKey(text: string, tokens: readonly BlockToken[], edited: number, lineStart: number): readonly CursorContext[] {
  const { start, end, column } = tokens[edited] as BlockToken;
  const before = tokens[edited - 1];
  const dash = before && before.start >= lineStart ? before : undefined;
  const quote = /["']/.test(text[start] as string) ? 1 : 0;
  return blockContexts(tokens, edited - 1, { start: start + quote, end: end - quote, column, dash, edited })
    .filter(({ kind }) => kind === 'key')
    .map((context) => ({ ...context, quoted: quote === 1, hasColon: true }));
}

/** Whether the cursor is in brackets, in quotes or in a text after `|`; where the end is missing, in what may still belong to it. */
function isInValue(text: string, offset: number, lineStart: number, token: BlockToken): boolean {
  const { start, column, value, valueStart, valueEnd, isOpen } = token;
  if (/^[|>]/.test(value)) return offset > lineEnd(text, start) && offset - lineStart > column;
  if (!/^[[{"']/.test(value) || offset <= valueStart) return false;
  return offset < valueEnd || (isOpen && (offset <= lineEnd(text, valueEnd) || offset - lineStart > column));
}

function contextInValue(text: string, offset: number, tokens: readonly BlockToken[], index: number): CursorContext | undefined {
  const { kind, column, value, valueStart, valueEnd } = tokens[index] as BlockToken;
  const path = pathOf(tokens, index);
  if (/^[[{]/.test(value)) return flowContext(text, offset, valueStart, column, path);
  const source = text.slice(valueStart, valueEnd);
  if (/^[|>]/.test(value) || source.includes('\n') || offset > valueEnd) return undefined;
  const present = kind === 'dash' ? otherItems(tokens, index) : [];
  const position = kind === 'dash' ? 'dash' : 'inline';
  const end = valueEnd - (isClosed(source) ? 1 : 0);
  return { ...plain, kind: 'value', path, present, position, column, start: valueStart + 1, end, quoted: true };
}

/** The value after a key on the same line. */
function inlineContext(text: string, offset: number, tokens: readonly BlockToken[], index: number): CursorContext | undefined {
  const { end, column, valueStart } = tokens[index] as BlockToken;
  const colon = text.indexOf(':', end);
  const value = withoutComment(text.slice(valueStart, lineEnd(text, valueStart)));
  const isTyped = value !== '';
  if (offset <= colon || /^[&*!|>@`%[{"']/.test(value) || (isTyped && offset > valueStart + value.length)) return undefined;
  if (blockOf(tokens, index).length > 0) return undefined;
  return {
    ...plain,
    kind: 'value',
    path: pathOf(tokens, index),
    present: [],
    position: 'inline',
    column,
    start: isTyped ? Math.min(valueStart, offset) : offset,
    end: isTyped ? valueStart + value.length : offset,
    needsSpace: offset === colon + 1,
  };
}

function one<T>(context: T | undefined): readonly T[] {
  return context ? [context] : [];
}
