import type { ScalarNode } from './node.ts';

/** The characters that have a meaning in the plain subset of YAML. */
export const characterCodes = {
  ...{ lineFeed: 10, carriageReturn: 13, space: 32, hash: 35, comma: 44, dash: 45, colon: 58 },
  ...{ doubleQuote: 34, singleQuote: 39, openBracket: 91, closeBracket: 93, openBrace: 123, closeBrace: 125 },
} as const;

const { lineFeed, carriageReturn, space, hash, comma, colon, openBracket, closeBracket, openBrace, closeBrace } = characterCodes;

/** The beginning of a plain scalar. A dash may begin one if no blank follows. */
const plainStart = /[^\s,[\]{}#&*!|>'"%@`?:-]|-[^\s,[\]{}]/y;

/**
 * The scalar without quotes that begins at `start`, if one does. It ends before the colon of a key, a comment, the end of the line, and in
 * flow collections before brackets and commas, without the spaces before these.
 */
export function readPlainScalar(text: string, start: number, inFlow: boolean): ScalarNode | undefined {
  plainStart.lastIndex = start;
  if (!plainStart.test(text)) return undefined;
  let end = start;
  for (let offset = start; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === space) continue;
    if (code === lineFeed || code === carriageReturn) break;
    if (code === hash && offset > end) break;
    if (code === colon && isColonOfKey(text.charCodeAt(offset + 1), inFlow)) break;
    if (inFlow && isFlowIndicator(code)) break;
    end = offset + 1;
  }
  const source = text.slice(start, end);
  return { kind: 'scalar', value: plainScalarValue(source), source, start, end };
}

/** Whether a colon that is followed by `next` ends a key. */
function isColonOfKey(next: number, inFlow: boolean): boolean {
  return next === space || next === lineFeed || next === carriageReturn || Number.isNaN(next) || (inFlow && isFlowIndicator(next));
}

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}

/** The scalar in quotes that begins at `start`; `undefined` if it has escapes in double quotes or goes on to another line. */
export function readQuotedScalar(text: string, start: number): ScalarNode | undefined {
  const quote = text[start] === '"' ? '"' : "'";
  let closing = text.indexOf(quote, start + 1);
  if (quote === "'") while (text[closing + 1] === "'") closing = text.indexOf("'", closing + 2);
  const written = text.slice(start + 1, closing);
  if (closing === -1 || written.includes('\n') || (quote === '"' && written.includes('\\'))) return undefined;
  const value = quote === "'" ? written.replaceAll("''", "'") : written;
  return { kind: 'scalar', value, source: value, start, end: closing + 1 };
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
