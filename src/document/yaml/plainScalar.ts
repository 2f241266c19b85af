import { characterCodes } from './characterCodes.ts';
import { continuation, foldLines } from './foldedLines.ts';
import type { ScalarNode } from './node.ts';

const { lineFeed, carriageReturn, space, hash, comma, colon, openBracket, closeBracket, openBrace, closeBrace } = characterCodes;

/** The beginning of a plain scalar. A dash may begin one if no blank follows. */
const plainStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s,[\]{}]/y;

/**
 * The scalar without quotes that begins at `start`, if one does. It ends before the colon of a key, a comment, and in flow collections before
 * brackets and commas, without the blanks before these. It goes on on lines that are right of `column`.
 */
export function readPlainScalar(text: string, start: number, column: number, inFlow: boolean): ScalarNode | undefined {
  if (!beginsScalar(text, start)) return undefined;
  let end = start;
  let isFolded = false;
  for (let offset = start; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === space) continue;
    if (code === lineFeed || code === carriageReturn) {
      const next = continuation(text, offset, column);
      if (next === -1 || text.charCodeAt(next) === hash || (inFlow && isFlowIndicator(text.charCodeAt(next)))) break;
      if (text.charCodeAt(next) === colon && isColonOfKey(text.charCodeAt(next + 1), inFlow)) break;
      isFolded = true;
      offset = next;
    } else if (code === hash && offset > end) break;
    else if (code === colon && isColonOfKey(text.charCodeAt(offset + 1), inFlow)) break;
    else if (inFlow && isFlowIndicator(code)) break;
    end = offset + 1;
  }
  const source = isFolded ? foldLines(text.slice(start, end)) : text.slice(start, end);
  return { kind: 'scalar', value: plainScalarValue(source), source, start, end };
}

function beginsScalar(text: string, start: number): boolean {
  if (isAsciiLetter(text.charCodeAt(start))) return true;
  plainStart.lastIndex = start;
  return plainStart.test(text);
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether a colon that is followed by `next` ends a key. */
function isColonOfKey(next: number, inFlow: boolean): boolean {
  return next === space || next === lineFeed || next === carriageReturn || Number.isNaN(next) || (inFlow && isFlowIndicator(next));
}

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}

/**
 * The value of a scalar that is written without quotes, by the core schema of YAML 1.2 (chapter 10.3), with the same results as the `yaml`
 * library: null, true and false, integers (decimal, `0o`, `0x`), floating-point numbers, else text.
 */
function plainScalarValue(source: string): string | number | boolean | null {
  if (!mayBeOther.test(source)) return source;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(source)) return null;
  if (/^(?:[Tt]rue|TRUE)$/.test(source)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(source)) return false;
  if (/^[-+]?[0-9]+$/.test(source)) return Number.parseInt(source, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(source)) return Number.parseFloat(source);
  if (/^0o[0-7]+$/.test(source)) return Number.parseInt(source.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(source)) return Number.parseInt(source.slice(2), 16);
  if (/^(?:\.nan|\.NaN|\.NAN)$/.test(source)) return Number.NaN;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return source;
}

/** Nearly all scalars are text, which their first character tells. */
const mayBeOther = /^(?:[-+.0-9~]|[tTfFnN][a-zA-Z]{3,4}$|$)/;
