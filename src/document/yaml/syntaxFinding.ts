import type { YAMLError } from 'yaml';
import type { OffsetRange } from './position.ts';

/** Why a text cannot be read. */
export type SyntaxReason =
  | { readonly kind: 'duplicate-key'; readonly name: string }
  | { readonly kind: 'tab' }
  | { readonly kind: 'unclosed'; readonly character: string }
  | { readonly kind: 'several-documents' }
  | { readonly kind: 'unresolved-alias' | 'circular-alias' | 'alias-bomb'; readonly name: string }
  | { readonly kind: 'merge-source' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'merge-conflict' }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'indentation' }
  | { readonly kind: 'missing-colon'; readonly text: string }
  /** `title:X`, without a space after the colon. */
  | { readonly kind: 'missing-space'; readonly name: string }
  /** In a flow collection, after the range of the finding. */
  | { readonly kind: 'missing-comma' }
  | { readonly kind: 'colon-in-text' }
  | { readonly kind: 'unquoted'; readonly character: string }
  | { readonly kind: 'other'; readonly message: string };

/** Something unreadable, at offsets in its part. */
export interface SyntaxFinding extends OffsetRange {
  readonly reason: SyntaxReason;
}

/**
 * The reason for an error of the `yaml` library, at the range where it has to be corrected: the library reports an unclosed quote or
 * bracket at the end of the text, and a wrong indentation at the comment before it.
 */
export function readSyntaxFinding(
  error: YAMLError,
  text: string,
  { unclosed, earlier }: { readonly unclosed: readonly number[]; readonly earlier: readonly SyntaxFinding[] },
): SyntaxFinding {
  const start = Math.min(error.pos[0], text.length);
  const marker = conflictMarker(text, start);
  if (marker) return { reason: { kind: 'merge-conflict' }, ...marker };
  const slip = missingSpace(error, text, start) ?? missingComma(error, text, start);
  if (slip) return slip;
  switch (error.code) {
    case 'DUPLICATE_KEY': {
      const place = token(text, start);
      return { reason: { kind: 'duplicate-key', name: unquoted(text.slice(place.start, place.end)) }, ...place };
    }
    case 'MULTIPLE_DOCS':
      return { reason: { kind: 'several-documents' }, ...token(text, start) };
    case 'TAB_AS_INDENT':
      return { reason: { kind: 'tab' }, start, end: Math.min(start + 1, text.length) };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return unclosed.includes(start) ? unclosedFinding(text, start) : readImplicitKeyFinding(text, start, earlier);
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
      // After a missing comma the parser takes closed brackets for unclosed ones.
      return readStructureFinding(error, text, start, earlier.some(({ reason }) => reason.kind === 'missing-comma') ? [] : unclosed);
    case 'BAD_DQ_ESCAPE':
      return {
        reason: { kind: 'other', message: `there is no escape sequence ${text.slice(start, start + 2)}` },
        start,
        end: Math.min(start + 2, text.length),
      };
    case 'RESOURCE_EXHAUSTION':
      return { reason: { kind: 'too-deep' }, ...token(text, start) };
    default:
      return { reason: { kind: 'other', message: error.message }, ...token(text, start) };
  }
}

/** A line that YAML reads as text only because the space after the colon is missing. The parser may report the line after it. */
function missingSpace(error: YAMLError, text: string, offset: number): SyntaxFinding | undefined {
  if (!/^(?:MISSING_CHAR|MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY|BAD_INDENT|UNEXPECTED_TOKEN)$/.test(error.code)) return undefined;
  const own = startOfLine(text, token(text, offset).start);
  for (const line of [own, startOfLine(text, Math.max(0, own - 1))]) {
    const match = /^([ \t]*(?:- +)*)([A-Za-z]+):[^\s:/].*$/.exec(withoutComment(text.slice(line, endOfLine(text, line))));
    const [all = '', before = '', name = ''] = match ?? [];
    if (match && !/:\s/.test(all)) return { reason: { kind: 'missing-space', name }, start: line + before.length, end: line + all.length };
  }
  return undefined;
}

function withoutComment(line: string): string {
  const comment = line.search(/\s#/);
  return (comment === -1 ? line : line.slice(0, comment)).trimEnd();
}

/** Two entries of a flow collection without a comma between them: the entry before the gap. */
function missingComma(error: YAMLError, text: string, offset: number): SyntaxFinding | undefined {
  const reason = { kind: 'missing-comma' } as const;
  if (/^Block collections are not allowed within flow/.test(error.message)) {
    const match = /^([^\s:,[\]{}#][^\n:,[\]{}#]*?)\s+[A-Za-z-]+[ \t]*:(?=\s)/.exec(text.slice(offset, offset + 1000));
    return match?.[1] === undefined ? undefined : { reason, start: offset, end: offset + match[1].length };
  }
  const end = contentEndBefore(text, offset);
  const isBeside = / at node end$/.test(error.message) && /[\]}]/.test(text[end - 1] ?? '') && isInFlow(text, offset);
  if (!isBeside && !/^Missing , (?:or : )?between flow/.test(error.message)) return undefined;
  const word = /(?:"[^"\n]*"|'[^'\n]*'|[^\s,[\]{}]+|[\]}])$/.exec(text.slice(Math.max(0, end - 1000), end))?.[0] ?? '';
  return word === '' ? undefined : { reason, start: end - word.length, end };
}

/** The end of the content before an offset, without blanks and comments. A `#` in quotes begins no comment. */
function contentEndBefore(text: string, offset: number): number {
  for (let end = offset; ; ) {
    end = text.slice(0, end).trimEnd().length;
    const start = Math.max(startOfLine(text, end), end - 1000);
    const line = text.slice(start, end).replace(/(?<![^\s,[{])(?:"(?:[^"\\]|\\.)*"|'[^']*')/g, ({ length }) => 'x'.repeat(length));
    const comment = line.search(/(?:^|\s)#/);
    if (comment === -1) return end;
    end = start + comment;
  }
}

/** Whether a bracket before an offset is still open there, judged by the text nearby. */
function isInFlow(text: string, offset: number): boolean {
  let depth = 0;
  for (const character of text
    .slice(Math.max(0, offset - 1000), offset)
    .match(/[[\]{}]/g)
    ?.reverse() ?? []) {
    if (/[\]}]/.test(character)) depth++;
    else if (depth-- === 0) return true;
  }
  return false;
}

/** Two colons on one line, or a line that is indented deeper than the one before it allows. */
function readImplicitKeyFinding(text: string, start: number, earlier: readonly SyntaxFinding[]): SyntaxFinding {
  const place = token(text, start);
  if (text[place.start] === '-') return { reason: { kind: 'indentation' }, ...place };
  const end = endOfLine(text, place.start);
  if (/:(?:\s|$)/.test(text.slice(place.start, end))) return { reason: { kind: 'colon-in-text' }, ...place };
  const lineStart = startOfLine(text, place.start);
  const explained = earlier.some((finding) => finding.start >= lineStart && finding.start < end);
  return { reason: { kind: 'indentation' }, ...(explained ? place : token(text, end)) };
}

function readStructureFinding(error: YAMLError, text: string, start: number, unclosed: readonly number[]): SyntaxFinding {
  const place = token(text, start);
  const tab = tabBefore(text, place.start);
  if (tab !== undefined) return { reason: { kind: 'tab' }, start: tab, end: tab + 1 };
  const opening = unclosed.findLast((offset) => offset <= start);
  if (opening !== undefined && /^Missing closing|^Flow /.test(error.message)) {
    return unclosedFinding(text, opening);
  }
  if (error.code === 'BAD_SCALAR_START' || /same line with key/.test(error.message)) {
    return { reason: { kind: 'unquoted', character: text[place.start] ?? '' }, ...place };
  }
  if (/followed by map values/.test(error.message)) {
    return { reason: { kind: 'missing-colon', text: text.slice(place.start, place.end) }, ...place };
  }
  if (error.code === 'BAD_INDENT' || /without - indicator/.test(error.message)) return { reason: { kind: 'indentation' }, ...place };
  if (error.code === 'UNEXPECTED_TOKEN' && isFirstOnLine(text, place.start)) return { reason: { kind: 'indentation' }, ...place };
  return { reason: { kind: 'other', message: error.message }, ...place };
}

/**
 * The rest of the line from the first character at or after `offset` that is neither blank nor comment, at least one character wide where
 * there is text.
 */
function token(text: string, offset: number): OffsetRange {
  const blankOrComment = /(?:[ \t\r\n]|(?<=^|[ \t\r\n])#[^\n]*)*/y;
  blankOrComment.lastIndex = offset;
  blankOrComment.test(text);
  let start = blankOrComment.lastIndex || offset;
  if (start >= text.length) {
    // Nothing follows: the last thing written is what lacks something.
    start = offset;
    while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
    start = Math.max(0, start - 1);
  }
  const rest = text.slice(start, endOfLine(text, start));
  const word = /^(?:"[^"]*"|'[^']*'|[^\s:,{}[\]#]+|.)/.exec(rest)?.[0] ?? '';
  return { start, end: start + word.length };
}

function unclosedFinding(text: string, opening: number): SyntaxFinding {
  return { reason: { kind: 'unclosed', character: text[opening] ?? '' }, start: opening, end: endOfLine(text, opening) };
}

/** Whether an offset is first on its line; never for closing brackets and commas. */
function isFirstOnLine(text: string, offset: number): boolean {
  return !/[\]},]/.test(text[offset] ?? '') && text.slice(startOfLine(text, offset), offset).trim() === '';
}

function tabBefore(text: string, offset: number): number | undefined {
  const lineStart = startOfLine(text, offset);
  const indentation = /^[ ]*\t/.exec(text.slice(lineStart, offset + 1))?.[0];
  return indentation === undefined ? undefined : lineStart + indentation.length - 1;
}

/** The offset where the line of `offset` begins. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The marker of a merge conflict on the line of `offset`, or on the next one, because the parser may stop just before it. */
function conflictMarker(text: string, offset: number): OffsetRange | undefined {
  const line = startOfLine(text, offset);
  return [line, endOfLine(text, offset) + 1]
    .filter((start) => /^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)/.test(text.slice(start, start + 8)))
    .map((start) => ({ start, end: start + 7 }))[0];
}

/** The offset where the line of `offset` ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' && end - 1 >= offset ? end - 1 : end;
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
