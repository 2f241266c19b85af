import type { Path } from '../../document/yaml/node.ts';

/** What can be typed at the cursor, by the shape of the text around it; what the format allows there is another matter. */
export interface CursorPlace {
  /** A key of the mapping at `path`, or the value at `path`: a scalar, or a mapping or list that begins here. */
  readonly kind: 'key' | 'value';
  readonly path: Path;
  /** The other keys of the mapping, or the other items of the list that the value is, begins or stands in. */
  readonly present: readonly string[];
  /** On a line of its own, behind a dash, behind the colon of its key, or in brackets. */
  readonly position: 'line' | 'dash' | 'inline' | 'flow';
  /** Where keys and dashes of this place stand; for `inline` the column of the key before the colon. */
  readonly column: number;
  /** The word at the cursor, which is replaced, as offsets of the text; without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Whether the colon behind the key stands already. */
  readonly hasColon: boolean;
  /** Whether the space behind the dash or colon before the cursor is still to be typed. */
  readonly needsSpace: boolean;
  /** Whether the comma before what follows in brackets is still to be typed. */
  readonly needsComma: boolean;
}

/** The text of a scalar without the quotes around it. */
export function withoutQuotes(text: string): string {
  return text.replace(/^(["'])(.*?)\1?$/s, '$2');
}
