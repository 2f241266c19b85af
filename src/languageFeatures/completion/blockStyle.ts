import type { Path } from '../../document/yaml/node.ts';
import { type CursorContext, lineEnd, plain, withoutQuotes } from './context.ts';
import { readFlow } from './flowStyle.ts';

/** The beginning of a value in block style: a dash of a list, or a key of a mapping. */
export interface BlockToken {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  /** Of a key: its text without quotes. */
  readonly name: string;
  /** Of the dash, or of the key's name. */
  readonly start: number;
  readonly end: number;
  /** Where the value on the same line begins, or would begin: after the dash or colon, spaces, anchors and tags. */
  readonly valueStart: number;
  /** The value on the same line, without a comment; empty for a dash before a key or another dash. */
  readonly value: string;
  /** Where the value ends: on a later line if it is in brackets, in quotes or has several lines. */
  readonly valueEnd: number;
  /** Whether the closing bracket or quote is missing. */
  readonly isOpen: boolean;
}

// A plain key takes the blanks before its colon: apart from it, a long run of blanks would be read again from each of them.
const key =
  /^(?:"((?:[^"\\\n]|\\.)*)"[ \t]*|'((?:[^'\n]|'')*)'[ \t]*|([^\s:#"'{}[\],&*!|>%@`?-](?:[^:#\n]|:(?=\S)|(?<=\S)#)*?)):(?=[ \t\r\n]|$)/;
const dash = /^-(?=[ \t\r\n]|$)/;
const properties = /^[ \t]*(?:[&!][^\s,[\]{}]*[ \t]*)*/;

/**
 * The dashes and keys of a text in block style, found at the beginnings of its lines, whether or not the text is valid YAML. A value of several
 * lines (in brackets, in quotes or after `|`) ends at the latest at a line that is indented no deeper than the key or dash before it.
 */
export function blockTokens(text: string): readonly BlockToken[] {
  const tokens: BlockToken[] = [];
  for (let start = 0; start < text.length; ) {
    readLine(text, start, tokens);
    // A value of several lines may end further below.
    start = lineEnd(text, Math.max(tokens.at(-1)?.valueEnd ?? 0, start)) + 1;
  }
  return tokens;
}

function readLine(text: string, lineStart: number, tokens: BlockToken[]): void {
  const end = lineEnd(text, lineStart);
  let start = lineStart + (/^ */.exec(text.slice(lineStart, end))?.[0].length ?? 0);
  let column = start - lineStart;
  for (;;) {
    const rest = text.slice(start, end);
    const found = dash.exec(rest) ?? key.exec(rest);
    if (!found) return;
    const isDash = found[0] === '-';
    const name = found[1] ?? found[2] ?? found[3]?.trimEnd() ?? '';
    const behind = start + found[0].length;
    const valueStart = behind + (properties.exec(text.slice(behind, end))?.[0].length ?? 0);
    const behindProperties = text.slice(valueStart, end);
    const holdsTokens = isDash && (dash.test(behindProperties) || key.test(behindProperties));
    tokens.push({
      kind: isDash ? 'dash' : 'key',
      column,
      name,
      start,
      end: isDash ? behind : start + found[0].slice(0, -1).trimEnd().length,
      valueStart,
      ...(holdsTokens
        ? { value: '', valueEnd: valueStart, isOpen: false }
        : readValue(text, valueStart, withoutComment(behindProperties), column)),
    });
    if (!holdsTokens) return;
    // The mapping begins at an anchor or a tag before its first key.
    column = behind + text.slice(behind).search(/[^ \t]/) - lineStart;
    start = valueStart;
  }
}

/** The rest of a line without the comment at its end. */
export function withoutComment(rest: string): string {
  return rest.replace(/(?<!\S)#.*$/s, '').trimEnd();
}

function readValue(text: string, start: number, value: string, column: number): Pick<BlockToken, 'value' | 'valueEnd' | 'isOpen'> {
  if (/^[[{"']/.test(value)) {
    const { tokens, isOpen } = readFlow(text, start, column);
    return { value, valueEnd: tokens.at(-1)?.end ?? start, isOpen };
  }
  if (!/^[|>][-+0-9]*$/.test(value)) return { value, valueEnd: start + value.length, isOpen: false };
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = lineEnd(text, end + 1);
    const content = text.slice(end + 1, next);
    if (content.trim() !== '' && content.search(/\S/) <= column) break;
    end = next;
  }
  return { value, valueEnd: end, isOpen: false };
}

/** The path of the value of a dash or key, from the top of the text; for −1, the top. */
export function pathOf(tokens: readonly BlockToken[], index: number): Path {
  const path: (string | number)[] = [];
  for (let inner = index; inner !== -1; ) {
    const token = tokens[inner] as BlockToken;
    const parent = parentOf(tokens, inner);
    const above = tokens.slice(parent + 1, inner).filter(({ kind, column }) => kind === 'dash' && column === token.column);
    path.push(token.kind === 'key' ? token.name : above.length);
    inner = parent;
  }
  return path.reverse();
}

/** The indexes of all tokens below a key or dash that belong to it; for −1, of all tokens. */
export function blockOf(tokens: readonly BlockToken[], index: number): readonly number[] {
  const holder = tokens[index];
  const inside: number[] = [];
  for (let below = index + 1; below < tokens.length; below++) {
    const { kind, column } = tokens[below] as BlockToken;
    const isItem = kind === 'dash' && holder?.kind === 'key' && column === holder.column;
    if (holder && column <= holder.column && !isItem) break;
    inside.push(below);
  }
  return inside;
}

/** The texts of the items beside the one that a dash begins. */
export function otherItems(tokens: readonly BlockToken[], dash: number): readonly string[] {
  const { column } = tokens[dash] as BlockToken;
  const items = blockOf(tokens, parentOf(tokens, dash)).filter((index) => index !== dash && tokens[index]?.column === column);
  return textsOf(tokens, items);
}

/** The texts behind dashes. */
function textsOf(tokens: readonly BlockToken[], dashes: readonly number[]): readonly string[] {
  return dashes.map((index) => withoutQuotes(tokens[index]?.value ?? '')).filter((text) => text !== '');
}

function parentOf(tokens: readonly BlockToken[], index: number): number {
  const { kind, column } = tokens[index] as BlockToken;
  for (let above = index - 1; above >= 0; above--) {
    const token = tokens[above] as BlockToken;
    if (token.column < column || (kind === 'dash' && token.kind === 'key' && token.column === column)) return above;
  }
  return -1;
}

/** A word that begins a line or follows dashes, as offsets of the text. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** The dash before it on the line. */
  readonly dash: BlockToken | undefined;
  /** The index of its token, if it is a key that already has its colon. */
  readonly edited?: number;
}

/**
 * What can be typed instead of a word. The nearest key or dash above it (up to `last`) and left of it decides, and what else belongs to that one.
 * Nothing if the word is not at the column of the others.
 */
export function blockContexts(tokens: readonly BlockToken[], last: number, word: Word): readonly CursorContext[] {
  const { start, end, column, dash } = word;
  // A new word would separate the lines below from their parent.
  if (word.edited === undefined && (tokens[last + 1]?.column ?? 0) > column) return [];
  const parent = tokens.findLastIndex((token, index) => index <= last && token.column < column);
  const inside = blockOf(tokens, parent).filter((index) => index !== word.edited);
  const position = dash ? 'dash' : 'line';
  const context: ContextWithoutPath = { ...plain, kind: 'value', position, column, start, end, needsSpace: start === dash?.end };
  const first = tokens[inside[0] ?? -1];
  if (!first) return inEmptyBlock(tokens, parent, context, word);
  if (first.column !== column) return [];
  const path = pathOf(tokens, parent);
  const level = inside.filter((index) => tokens[index]?.column === column);
  if (first.kind === 'dash') return [{ ...context, path, present: textsOf(tokens, level) }];
  const keys = level.filter((index) => tokens[index]?.kind === 'key');
  const present = keys.map((index) => tokens[index]?.name ?? '');
  return [{ ...context, kind: 'key', path, present }, ...listOfKeyAbove(tokens, last, keys, context)];
}

type ContextWithoutPath = Omit<CursorContext, 'path' | 'present'>;

function inEmptyBlock(
  tokens: readonly BlockToken[],
  parent: number,
  context: ContextWithoutPath,
  { dash, edited }: Word,
): readonly CursorContext[] {
  const holder = tokens[parent];
  const path = pathOf(tokens, parent);
  if (edited !== undefined || (!holder && context.column === 0)) return [{ ...context, kind: 'key', path, present: [] }];
  // After a dash, the word itself is the value.
  if (!holder || (holder.value !== '' && holder !== dash)) return [];
  return [{ ...context, path, present: dash ? otherItems(tokens, parent) : [] }];
}

/** Dashes may be at the column of their key: then a line at that column may begin an item as well as the next key. */
function listOfKeyAbove(
  tokens: readonly BlockToken[],
  last: number,
  keys: readonly number[],
  context: ContextWithoutPath,
): readonly CursorContext[] {
  const above = keys.findLast((index) => index <= last);
  if (above === undefined || tokens[above]?.value !== '' || context.position === 'dash') return [];
  const inside = blockOf(tokens, above);
  if (inside.length > 0 && tokens[inside[0] as number]?.column !== context.column) return [];
  const items = inside.filter((index) => tokens[index]?.column === context.column);
  return [{ ...context, path: pathOf(tokens, above), present: textsOf(tokens, items) }];
}
