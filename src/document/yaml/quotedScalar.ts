import { characterCodes } from './characterCodes.ts';
import { continuation, foldLines } from './foldedLines.ts';
import type { ScalarNode } from './node.ts';

const { backslash } = characterCodes;

/**
 * The scalar in quotes that begins at `start`; `undefined` if it is not closed, has an unknown escape, or a line that is not right of
 * `column`.
 */
export function readQuotedScalar(text: string, start: number, column: number): ScalarNode | undefined {
  const isSingle = text[start] === "'";
  const closing = isSingle ? closingSingle(text, start) : closingDouble(text, start);
  if (closing === -1) return undefined;
  const written = text.slice(start + 1, closing);
  const isFolded = written.includes('\n');
  if (isFolded && !isIndented(text, start, closing, column)) return undefined;
  const value = isSingle ? singleQuoted(written, isFolded) : doubleQuoted(written, isFolded);
  return value === undefined ? undefined : { kind: 'scalar', value, source: value, start, end: closing + 1 };
}

function closingSingle(text: string, start: number): number {
  let closing = text.indexOf("'", start + 1);
  while (closing !== -1 && text[closing + 1] === "'") closing = text.indexOf("'", closing + 2);
  return closing;
}

function closingDouble(text: string, start: number): number {
  let closing = text.indexOf('"', start + 1);
  while (closing !== -1 && isEscaped(text, closing)) closing = text.indexOf('"', closing + 1);
  return closing;
}

/** Whether an odd number of backslashes is before `offset`. */
function isEscaped(text: string, offset: number): boolean {
  let first = offset;
  while (text.charCodeAt(first - 1) === backslash) first--;
  return (offset - first) % 2 === 1;
}

function isIndented(text: string, start: number, closing: number, column: number): boolean {
  for (let lineBreak = text.indexOf('\n', start); lineBreak !== -1 && lineBreak < closing; ) {
    const content = continuation(text, lineBreak, column);
    if (content === -1) return false;
    lineBreak = text.indexOf('\n', content);
  }
  return true;
}

function singleQuoted(written: string, isFolded: boolean): string {
  return (isFolded ? foldLines(written) : written).replaceAll("''", "'");
}

const escaped = String.raw`\\(?:\r?\n *|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^])`;
const escapes = new RegExp(escaped, 'g');
/** Escapes, line breaks with the blanks around them, and other spaces, which are looked at once only. */
const escapesAndLineBreaks = new RegExp(`${escaped}| *\\r?\\n[ \\r\\n]*| +`, 'g');

function doubleQuoted(written: string, isFolded: boolean): string | undefined {
  if (!isFolded && !written.includes('\\')) return written;
  let isKnown = true;
  const value = written.replace(isFolded ? escapesAndLineBreaks : escapes, (found) => {
    if (found.startsWith('\\')) {
      const meaning = meaningOf(found);
      isKnown &&= meaning !== undefined;
      return meaning ?? '';
    }
    const lineBreaks = found.split('\n').length - 1;
    return lineBreaks === 0 ? found : lineBreaks === 1 ? ' ' : '\n'.repeat(lineBreaks - 1);
  });
  return isKnown ? value : undefined;
}

/** The escapes of YAML 1.2, chapter 5.7. */
const meanings: Readonly<Record<string, string>> = {
  ...{ '0': '\0', a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', e: '\x1b', ' ': ' ', '"': '"', '/': '/', '\\': '\\' },
  ...{ N: '\u0085', _: '\u00a0', L: '\u2028', P: '\u2029' },
};

function meaningOf(found: string): string | undefined {
  if (found.includes('\n')) return '';
  if (found.length === 2) return Object.hasOwn(meanings, found[1] ?? '') ? meanings[found[1] ?? ''] : undefined;
  const code = Number.parseInt(found.slice(2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
