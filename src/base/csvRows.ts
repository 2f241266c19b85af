import { finish } from './steps.ts';

/** The rows of a table of text. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** The first row in which a quotation mark is not closed, or something stands between a closing one and the end of its cell; from 0. */
  readonly misquoted: number | undefined;
}

/**
 * Reads text as rows of cells (RFC 4180): a cell that begins with a quotation mark ends at the next single one, and two of them are one within
 * it; elsewhere quotation marks are letters like others. Line breaks must be `\n`. Blanks after a closing mark are passed over.
 *
 * @param limit how many rows to read
 */
export function csvRows(text: string, delimiter: string, limit?: number): CsvRows {
  return finish(csvRowsInSteps(text, delimiter, limit));
}

/** Rows that are read in one step. */
const rowsInStep = 1000;

/** The same, with a pause for others after each step. */
export function* csvRowsInSteps(text: string, delimiter: string, limit = Number.POSITIVE_INFINITY): Generator<undefined, CsvRows> {
  const rows: (readonly string[])[] = [];
  const kept = equalOnce();
  let misquoted: number | undefined;
  let row: string[] = [];
  let at = 0;
  while (rows.length < limit) {
    let end: number;
    if (text.startsWith('"', at)) {
      const close = closingMark(text, at + 1);
      end = endOfCell(text, close === undefined ? text.length : afterBlanks(text, close + 1, delimiter), delimiter);
      const isClosed = close !== undefined && end === afterBlanks(text, close + 1, delimiter);
      if (!isClosed) misquoted ??= rows.length;
      row.push(kept(isClosed ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, end)));
    } else {
      end = endOfCell(text, at, delimiter);
      row.push(kept(text.slice(at, end)));
    }
    at = end + 1;
    if (end < text.length && text[end] === delimiter) continue;
    rows.push(row);
    row = [];
    if (rows.length % rowsInStep === 0) yield;
    if (end >= text.length) break;
  }
  return { rows, misquoted };
}

function closingMark(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start); at !== -1; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return undefined;
}

/** The next delimiter, line break or end of the text. */
function endOfCell(text: string, start: number, delimiter: string): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === '\n') return at;
  }
  return text.length;
}

function afterBlanks(text: string, start: number, delimiter: string): number {
  let at = start;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== delimiter) at++;
  return at;
}

/** Answers are the same few texts over and over: each is kept once. */
function equalOnce(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const same = known.get(cell);
    if (same !== undefined) return same;
    if (known.size < 10_000 && cell.length < 200) known.set(cell, cell);
    return cell;
  };
}
