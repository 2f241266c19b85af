import { readFlow } from './flowTokens.ts';

/** The beginning of a value in block style: a dash of a list, or a key of a mapping. */
export interface BlockToken {
  readonly kind: 'dash' | 'key';
  readonly column: number;
  /** Of a key: its text without quotes. */
  readonly name: string;
  /** Of the dash, or of the key's name. */
  readonly start: number;
  readonly end: number;
  /** Where the value on the same line begins, or would begin: behind the dash or the colon, spaces, anchors and tags. */
  readonly valueStart: number;
  /** What stands there, without the comment behind it; of a dash before a key or another dash nothing. */
  readonly value: string;
  /** Where a value in brackets, in quotes or of several lines ends; the end of the value on this line for all others. */
  readonly valueEnd: number;
  /** Whether the closing bracket or quote is missing. */
  readonly isOpen: boolean;
}

const key = /^(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\n]|'')*)'|([^\s:#"'{}[\],&*!|>%@`?-](?:[^:#\n]|:(?=\S)|(?<=\S)#)*?))[ \t]*:(?=[ \t\r\n]|$)/;
const dash = /^-(?=[ \t\r\n]|$)/;
const properties = /^[ \t]*(?:[&!][^\s,[\]{}]*[ \t]*)*/;

/**
 * The dashes and keys of a text in block style, found by the beginnings of its lines: what stands on other lines, and whether all of it can
 * be read as YAML, changes nothing. Text of several lines, be it in brackets, in quotes or after `|`, ends at the latest where a line is
 * indented no deeper than the key or dash before it.
 */
export function blockTokens(text: string): readonly BlockToken[] {
  const tokens: BlockToken[] = [];
  for (let start = 0; start < text.length; ) {
    const before = tokens.length;
    readLine(text, start, tokens);
    const last = tokens.length > before ? tokens.at(-1) : undefined;
    const end = lineEnd(text, last ? Math.max(last.valueEnd, start) : start);
    start = end + 1;
  }
  return tokens;
}

/** The offset of the line break that ends the line of `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
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
    const name = found[1] ?? found[2] ?? found[3] ?? '';
    const behind = start + found[0].length;
    const valueStart = behind + (properties.exec(text.slice(behind, end))?.[0].length ?? 0);
    const value = withoutComment(text.slice(valueStart, end));
    const holdsTokens = isDash && (dash.test(value) || key.test(value));
    tokens.push({
      kind: isDash ? 'dash' : 'key',
      column,
      name,
      start,
      end: isDash ? behind : start + found[0].replace(/[ \t]*:$/, '').length,
      valueStart,
      ...(holdsTokens ? { value: '', valueEnd: valueStart, isOpen: false } : readValue(text, valueStart, value, column)),
    });
    if (!holdsTokens) return;
    // An anchor or a tag before a key stands where the mapping begins.
    column = behind + text.slice(behind).search(/[^ \t]/) - lineStart;
    start = valueStart;
  }
}

/** The rest of a line without the comment at its end. */
export function withoutComment(rest: string): string {
  return rest.replace(/(?:^|\s+)#.*$/, '').trimEnd();
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
