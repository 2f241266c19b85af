import { csvRows, csvRowsInSteps } from '../../base/csvRows.ts';
import { finish } from '../../base/steps.ts';
import { headerAt } from './titleRows.ts';

export interface DelimitedText {
  readonly rows: readonly (readonly string[])[];
  /** The number of the row where a quotation mark leaves unclear where cells end. */
  readonly misplacedQuote?: number;
}

const delimiters = [',', ';', '\t', '|'] as const;
/** Rows by which the delimiter is found. */
const previewed = 50;

/** Reads text whose cells a delimiter separates (RFC 4180), with every kind of line break. The delimiter is found, or named in a line as for Excel. */
export function readDelimitedText(text: string): DelimitedText {
  return finish(readDelimitedTextInSteps(text));
}

/** The same, with a pause for others after each step. */
export function* readDelimitedTextInSteps(text: string): Generator<undefined, DelimitedText> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  // A line that tells Excel the delimiter, which Excel does not show as a row either.
  const named = /^"?sep=(.)"?\n/i.exec(lines);
  const content = named ? lines.slice(named[0].length) : lines;
  const { rows, misquoted } = yield* csvRowsInSteps(content, named?.[1] ?? delimiterOf(content));
  // The text after the last line break is not a row.
  return { rows: isBlank(rows.at(-1)) ? rows.slice(0, -1) : rows, ...(misquoted !== undefined && { misplacedQuote: misquoted + 1 }) };
}

/** The delimiter that gives most of the first rows as many cells as the header; of several, the one that gives the most columns. */
function delimiterOf(text: string): string {
  const previews = delimiters.map((delimiter) => ({ delimiter, rows: csvRows(text, delimiter, previewed).rows }));
  const plain = bestFitting(previews);
  // Titles above the header may have commas.
  const titled = bestFitting(previews.map(({ delimiter, rows }) => ({ delimiter, rows: rows.slice(headerAt(rows)) })));
  return titled.fitting > plain.fitting ? titled.delimiter : plain.delimiter;
}

interface Preview {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

function bestFitting(previews: readonly Preview[]): { readonly delimiter: string; readonly fitting: number } {
  const scored = previews.map(({ delimiter, rows: all }) => {
    const rows = all.filter((row) => !isBlank(row));
    const columns = rows[0]?.length ?? 0;
    return { delimiter, columns, fitting: columns < 2 ? 0 : rows.filter((row) => row.length === columns).length / rows.length };
  });
  return scored.reduce((best, each) =>
    each.fitting > best.fitting || (each.fitting === best.fitting && each.columns > best.columns) ? each : best,
  );
}

function isBlank(row: readonly string[] | undefined): boolean {
  return row?.length === 1 && row[0] === '';
}
