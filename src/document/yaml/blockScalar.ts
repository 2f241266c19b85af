import { characterCodes } from './characterCodes.ts';
import { firstContent, isLineEnd } from './foldedLines.ts';
import type { ScalarNode } from './node.ts';

const { lineFeed, carriageReturn, space } = characterCodes;

/** `|` or `>`, a number of columns and what happens to the line breaks at the end in any order, a comment. */
const headerPattern = /([|>])(?:([1-9])?([+-])?|([+-])([1-9]))(?: +(?:#.*)?)?(?:\r?\n|$)/y;

/**
 * The block scalar whose header is at `start`, in a collection at `column`; `undefined` if there is no such header, or empty lines before the
 * first line with content are longer than its indentation. Its end is the beginning of a line, or the end of the text.
 */
export function readBlockScalar(text: string, start: number, column: number): ScalarNode | undefined {
  headerPattern.lastIndex = start;
  const header = headerPattern.exec(text);
  if (!header) return undefined;
  const [all, style, digit = header[5], chomping = header[4]] = header;
  const body = start + all.length;
  const given = digit === undefined ? undefined : column + Number(digit);
  const end = endOfBody(text, body, { column, given, keepsEnd: chomping === '+' });
  const value = contentOf(text.slice(body, end), { isFolded: style === '>', column, given, chomping });
  return value === undefined ? undefined : { kind: 'scalar', value, source: value, start, end };
}

/** The end of the lines that are empty or indented enough, without empty lines at the end unless they are kept. */
function endOfBody(
  text: string,
  body: number,
  { column, given, keepsEnd }: { readonly column: number; readonly given: number | undefined; readonly keepsEnd: boolean },
): number {
  let line = body;
  let content = firstContent(text, line);
  while (content < text.length && isLineEnd(text, content)) {
    line = lineAfter(text, content);
    content = firstContent(text, line);
  }
  const columns = content - line;
  if (columns > column) {
    const wanted = given ?? columns;
    while (line < text.length && (content - line >= wanted || (content < text.length && isLineEnd(text, content)))) {
      line = lineAfter(text, content);
      content = firstContent(text, line);
    }
  }
  return keepsEnd ? line : withoutEmptyLines(text, body, line, columns);
}

/** Drops lines with at most so many spaces from the end, but the very first. */
function withoutEmptyLines(text: string, body: number, end: number, columns: number): number {
  let kept = end;
  for (;;) {
    // Where the line begins that ends at `kept`, if it is empty.
    let last = kept - (kept === text.length && text.charCodeAt(kept - 1) !== lineFeed ? 1 : 2);
    if (text.charCodeAt(last) === carriageReturn) last--;
    let before = last;
    while (text.charCodeAt(before) === space) before--;
    if (before < body || text.charCodeAt(before) !== lineFeed || last - before > columns) return kept;
    kept = before + 1;
  }
}

function lineAfter(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

interface Style {
  readonly isFolded: boolean;
  /** The column of the collection around it. */
  readonly column: number;
  /** The indentation that the header gives. */
  readonly given: number | undefined;
  readonly chomping: string | undefined;
}

function contentOf(body: string, { isFolded, column, given, chomping }: Style): string | undefined {
  const lines = body === '' ? [] : body.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const columns = lines.map((line) => firstContent(line, 0));
  const isEmpty = (index: number) => columns[index] === lines[index]?.length;
  let end = lines.length;
  while (end > 0 && isEmpty(end - 1)) end--;
  if (end === 0) return chomping === '+' && lines.length > 0 ? '\n'.repeat(Math.max(1, lines.length - 1)) : '';
  let first = 0;
  let longest = given ?? column;
  for (; isEmpty(first); first++) if (given === undefined) longest = Math.max(longest, columns[first] ?? 0);
  if ((columns[first] ?? 0) < longest) return undefined;
  const indentation = given ?? columns[first] ?? 0;
  // Empty lines at the end that are longer than the indentation belong to the content.
  for (let index = end; index < lines.length; index++) if ((columns[index] ?? 0) > indentation) end = index + 1;
  const content = lines.slice(0, end).map((line) => line.slice(indentation));
  const text = isFolded ? fold(content, first) : content.join('\n');
  if (chomping === '-') return text;
  const kept = chomping === '+' ? text + '\n'.repeat(lines.length - end) : text;
  return chomping === '+' && kept.endsWith('\n') ? kept : `${kept}\n`;
}

/** Joins lines by spaces but for those from the `first` on that are empty or begin with a space. */
function fold(lines: readonly string[], first: number): string {
  let folded = lines
    .slice(0, first)
    .map((line) => `${line}\n`)
    .join('');
  let separator = '';
  let afterDeeper = false;
  for (const line of lines.slice(first)) {
    const isDeeper = line.startsWith(' ');
    if (isDeeper) {
      if (separator === ' ') separator = '\n';
      else if (separator === '\n' && !afterDeeper) separator = '\n\n';
    } else if (line === '') {
      if (separator === '\n') folded += '\n';
      else separator = '\n';
      continue;
    }
    folded += separator + line;
    separator = isDeeper ? '\n' : ' ';
    afterDeeper = isDeeper;
  }
  return folded;
}
