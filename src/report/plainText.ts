import stringWidth from 'string-width';

/**
 * Text as one line for a terminal: line breaks and tabs become spaces, and control characters and marks that turn the direction of
 * writing, with which a file could rewrite what the reader sees, become �.
 */
export function singleLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** Columns that text takes on a terminal: two for Chinese characters and most emoji. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

export type Alignment = 'left' | 'right';

/** Rows as lines of aligned columns, two spaces apart, without spaces at the end of a line. All rows have as many cells as `alignments`. */
export function alignColumns(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): readonly string[] {
  const widths = alignments.map((_, column) => rows.reduce((widest, row) => Math.max(widest, columnsOf(row[column] ?? '')), 0));
  return rows.map((row) =>
    alignments
      .map((alignment, column) => pad(row[column] ?? '', widths[column] ?? 0, alignment))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number, alignment: Alignment): string {
  const padding = ' '.repeat(width - columnsOf(text));
  return alignment === 'left' ? text + padding : padding + text;
}

/** A value as JSON for people and machines alike, ending with a line break. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
