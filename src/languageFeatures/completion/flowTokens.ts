/** A piece of a value in flow style. */
export interface FlowToken {
  readonly kind: '[' | '{' | ']' | '}' | ',' | ':' | 'scalar';
  readonly start: number;
  readonly end: number;
}

/**
 * The pieces of the value in brackets or quotes that begins at `start`, up to its end. Where that is missing, up to the first line that is
 * indented no deeper than `column`, where the key or dash before the value stands: what follows there is meant to be something else.
 */
export function readFlow(
  text: string,
  start: number,
  column: number,
): { readonly tokens: readonly FlowToken[] /** Whether the end is missing. */; readonly isOpen: boolean } {
  const tokens: FlowToken[] = [];
  let depth = 0;
  for (let offset = start; offset < text.length; ) {
    const character = text[offset] as string;
    if (character === '\n' && endsBefore(text, offset + 1, column)) break;
    if (/\s/.test(character)) {
      offset++;
    } else if (character === '#') {
      const end = text.indexOf('\n', offset);
      offset = end === -1 ? text.length : end;
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

/** Whether the line at `lineStart` belongs to what follows. Blank lines may stand anywhere, and closing brackets do at the margin too. */
function endsBefore(text: string, lineStart: number, column: number): boolean {
  const end = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, end === -1 ? text.length : end);
  const content = line.search(/\S/);
  return content !== -1 && content <= column && !/[\]}]/.test(line[content] as string);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
