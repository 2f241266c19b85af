import stringWidth from 'string-width';
import { deceptiveCharacters } from '../base/deceptiveCharacters.ts';

/**
 * Text as one line for a terminal: line breaks and tabs become spaces, and control characters and marks that turn the direction of
 * writing, with which a file could rewrite what the reader sees, become �.
 */
export function singleLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ').replace(deceptive, '\uFFFD');
}

const deceptive = new RegExp(`[${deceptiveCharacters}]`, 'gu');
const deceptiveInJson = new RegExp(`[${deceptiveCharacters}\\u2028\\u2029]`, 'gu');

export interface LogOptions {
  /** Whether lines may be workflow commands: those of `githubCommand`. */
  readonly hasCommands?: boolean;
  /** Whether the text has colours: those of `Paint`. */
  readonly hasColours?: boolean;
}

/**
 * Text for a terminal or the log of a CI run, whatever is in it: only line feeds break lines, no other control character is left, and no line is one that a
 * CI server takes for a command (`::error`, `##[error]`, `##vso[…]`). Texts without any of that, and tables with CR LF, stay as they are.
 */
export function logText(text: string, { hasCommands = false, hasColours = false }: LogOptions = {}): string {
  return text
    .split('\n')
    .map((line) => {
      const end = line.endsWith('\r') ? '\r' : '';
      const shown = logLine(end === '' ? line : line.slice(0, -1), hasColours);
      return (hasCommands ? shown : withoutCommand(shown)) + end;
    })
    .join('\n');
}

function logLine(line: string, hasColours: boolean): string {
  if (!hasColours) return singleLine(line);
  return line
    .split(colour)
    .map((part, index) => (index % 2 === 0 ? singleLine(part) : part))
    .join('');
}

const colour = new RegExp(`(${String.fromCharCode(27)}\\[\\d{1,3}m)`);

/** Runners of GitHub Actions ignore blanks before a command, and find older ones anywhere in a line. */
function withoutCommand(line: string): string {
  return line.replace(/^(\s*:)(?=:)/, '$1 ').replace(oldCommand, '# #');
}

const oldCommand = /##(?=[\w.-]{0,64}\[)/g;

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

/** A value as JSON for people and machines alike, ending with a line break. What a terminal or a log would obey is escaped, so that nothing is lost. */
export function jsonText(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // Line feeds are those between the values: in texts they are escaped already.
  const text = JSON.stringify(value, null, 2).replace(deceptiveInJson, (character) =>
    character === '\n' ? character : escaped(character),
  );
  return `${text.replace(oldCommand, '#\\u0023')}\n`;
}
