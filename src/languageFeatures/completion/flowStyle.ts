import type { Path } from '../../document/yaml/node.ts';
import type { OffsetRange } from '../../document/yaml/position.ts';
import { type CursorContext, lineEnd, withoutQuotes } from './context.ts';

interface FlowToken {
  readonly kind: '[' | '{' | ']' | '}' | ',' | ':' | 'scalar';
  readonly start: number;
  readonly end: number;
}

interface FlowValue {
  readonly tokens: readonly FlowToken[];
  /** Whether the end is missing. */
  readonly isOpen: boolean;
}

/**
 * The tokens of the value in brackets or quotes that begins at `start`. Where its end is missing, it ends at the first line that is indented no
 * deeper than `column`, the column of the key or dash before it: the author meant what follows to be something else.
 */
export function readFlow(text: string, start: number, column: number): FlowValue {
  const tokens: FlowToken[] = [];
  let depth = 0;
  for (let offset = start; offset < text.length; ) {
    const character = text[offset] as string;
    if (character === '\n' && endsBefore(text, offset + 1, column)) break;
    if (/\s/.test(character)) {
      offset++;
    } else if (character === '#') {
      offset = lineEnd(text, offset);
    } else {
      const token = readToken(text, offset, column);
      tokens.push(token);
      offset = token.end;
      if (token.kind === '[' || token.kind === '{') depth++;
      if (token.kind === ']' || token.kind === '}') depth--;
      if (depth <= 0) return { tokens, isOpen: token.kind === 'scalar' && !isClosed(text.slice(token.start, token.end)) };
    }
  }
  return { tokens, isOpen: true };
}

function readToken(text: string, start: number, column: number): FlowToken {
  const character = text[start] as string;
  if (/[[\]{},]/.test(character) || (character === ':' && endsKey(text, start))) {
    return { kind: character as FlowToken['kind'], start, end: start + 1 };
  }
  return { kind: 'scalar', start, end: /["']/.test(character) ? endOfQuoted(text, start, column) : endOfPlain(text, start) };
}

function endOfQuoted(text: string, start: number, column: number): number {
  const quote = text[start];
  for (let offset = start + 1; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '\\' && quote === '"') offset++;
    else if (character === quote && quote === "'" && text[offset + 1] === quote) offset++;
    else if (character === quote) return offset + 1;
    else if (character === '\n' && endsBefore(text, offset + 1, column)) return trimmedEnd(text, start, offset);
  }
  return trimmedEnd(text, start, text.length);
}

/** Whether a scalar in quotes has both of them. */
export function isClosed(source: string): boolean {
  return source.length > 1 && source.endsWith(source[0] as string);
}

function endOfPlain(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && !/[\n,[\]{}]/.test(text[offset] as string)) {
    if (text[offset] === ':' && endsKey(text, offset)) break;
    if (text[offset] === '#' && /\s/.test(text[offset - 1] as string)) break;
    offset++;
  }
  return trimmedEnd(text, start, offset);
}

function endsKey(text: string, colon: number): boolean {
  return /^(?:[\s,[\]{}]|$)/.test(text.slice(colon + 1, colon + 2)) || /["'\]}]/.test(text[colon - 1] ?? '');
}

/** Whether a value ends before the line at `lineStart`. Blank lines never end it, nor do closing brackets, even at the margin. */
function endsBefore(text: string, lineStart: number, column: number): boolean {
  const line = text.slice(lineStart, lineEnd(text, lineStart));
  const content = line.search(/\S/);
  return content !== -1 && content <= column && !/[\]}]/.test(line[content] as string);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** An open bracket before the cursor, with what was read in it. */
interface Collection {
  readonly kind: '[' | '{';
  /** Keys of a mapping, texts of a list, without the one at the cursor. */
  readonly present: string[];
  index: number;
  /** A scalar that may turn out to be a key. */
  scalar: string | undefined;
  /** The key whose value is being read. */
  key: string | undefined;
  hasValue: boolean;
}

/**
 * The context of the cursor in the value in brackets that begins at `start` and belongs to a key or dash at `column`. `undefined` where nothing can
 * be typed: after a complete value, or outside.
 */
export function flowContext(text: string, offset: number, start: number, column: number, path: Path): CursorContext | undefined {
  const stack: Collection[] = [];
  let found: CursorContext | undefined;
  let isPassed = false;
  const { tokens } = readFlow(text, start, column);
  for (const [index, token] of tokens.entries()) {
    const isHit = !isPassed && (token.kind === 'scalar' ? offset <= token.end : offset <= token.start);
    const collection = stack.at(-1);
    if (isHit && collection) {
      isPassed = true;
      const isInside = token.kind === 'scalar' && offset >= token.start + (/["']/.test(text[token.start] as string) ? 1 : 0);
      const hasColon = isInside && tokens[index + 1]?.kind === ':';
      const needsComma = !isInside && /^(?:scalar|[[{])$/.test(token.kind);
      found = contextIn(stack, path, text, isInside ? token : { start: offset, end: offset }, hasColon, needsComma);
      if (isInside) {
        collection.hasValue = true;
        collection.scalar = '';
        continue;
      }
    }
    read(token, text, stack);
  }
  return isPassed ? found : contextIn(stack, path, text, { start: offset, end: offset }, false, false);
}

function contextIn(
  stack: readonly Collection[],
  path: Path,
  text: string,
  token: OffsetRange,
  hasColon: boolean,
  needsComma: boolean,
): CursorContext | undefined {
  const collection = stack.at(-1);
  if (!collection) return undefined;
  const { kind, present, key, scalar, hasValue } = collection;
  const source = text.slice(token.start, token.end);
  const quoted = /^["']/.test(source);
  const isValue = kind === '{' && key !== undefined;
  if (hasValue || (scalar !== undefined && !isValue) || source.includes('\n') || (isValue && needsComma)) return undefined;
  // Two words: the second one is something else.
  if (!isValue && !quoted && /\s/.test(source)) return undefined;
  return {
    kind: kind === '{' && !isValue ? 'key' : 'value',
    path: [...path, ...stack.flatMap(({ kind, index, key }) => (kind === '[' ? index : (key ?? [])))],
    present: isValue ? [] : present,
    position: 'flow',
    column: 0,
    start: token.start + (quoted ? 1 : 0),
    end: token.end - (quoted && isClosed(source) ? 1 : 0),
    quoted,
    hasColon,
    needsSpace: false,
    needsComma,
  };
}

function read({ kind, start, end }: FlowToken, text: string, stack: Collection[]): void {
  const collection = stack.at(-1);
  if (kind === '[' || kind === '{') {
    if (collection) collection.hasValue = true;
    stack.push({ kind, present: [], index: 0, scalar: undefined, key: undefined, hasValue: false });
  } else if (kind === ']' || kind === '}') stack.pop();
  else if (!collection) return;
  else if (kind === ',') Object.assign(collection, { index: collection.index + 1, scalar: undefined, key: undefined, hasValue: false });
  else if (kind === ':') {
    if (collection.kind !== '{' || collection.scalar === undefined) return;
    if (collection.scalar !== '') collection.present.push(collection.scalar);
    Object.assign(collection, { key: collection.scalar, hasValue: false });
  } else {
    const value = withoutQuotes(text.slice(start, end));
    if (collection.kind === '[') collection.present.push(value);
    if (collection.kind === '[' || collection.key !== undefined) collection.hasValue = true;
    else collection.scalar = value;
  }
}
