import { entryOf } from '../yaml/node.ts';
import { parsePart } from '../yaml/part.ts';

/** The quotes around a text. */
type Quote = '"' | "'";

/** Words that mean true or false in YAML 1.1, which many tools still read. */
const truthWords = /^(?:y|n|yes|no|on|off)$/i;

/**
 * A value as YAML: text without quotes if it reads as the same text again, else in the given quotes, by default double. Numbers must be
 * finite.
 */
export function scalarText(
  value: string | number,
  { flow, quote }: { readonly flow: boolean; readonly quote?: Quote | undefined },
): string {
  if (typeof value === 'number') return String(value);
  if (quote === undefined && isPlain(value, flow)) return value;
  // There are no escapes in single quotes.
  return quote === "'" && !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(value) ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}

/** The quotes around a value as it is written, if any. */
export function quoteOf(written: string): Quote | undefined {
  const [first] = written;
  return first === '"' || first === "'" ? first : undefined;
}

/** A JSON string is a YAML string, except for characters that only YAML requires to be escaped. */
function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Asks the parser, which knows everything that YAML reads as something else. */
function isPlain(value: string, flow: boolean): boolean {
  if (truthWords.test(value) || /[\p{Cc}\u2028\u2029\uFEFF]/u.test(value)) return false;
  const { root, syntaxFindings } = parsePart(flow ? `{ k: ${value} }` : `k: ${value}`);
  const read = entryOf(root, 'k')?.value;
  return (
    syntaxFindings.length === 0 &&
    root?.kind === 'map' &&
    root.entries.length === 1 &&
    read?.kind === 'scalar' &&
    read.value === value &&
    read.source === value
  );
}
