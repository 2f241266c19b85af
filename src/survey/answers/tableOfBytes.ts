import * as l10n from '@vscode/l10n';
import { csvRows } from '../../base/csvRows.ts';
import { count } from '../../terms/numbers.ts';
import { questionColumns } from '../surveyFormat.ts';
import type { SurveyTable } from './surveyTable.ts';

/** Every host has it: the WHATWG Encoding Standard. */
declare const TextDecoder: new (encoding: string, options: { readonly fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** Why an export is not read, in a sentence for the user. */
export class UnreadableTable extends Error {}

/** Bytes. Half the longest possible string, and a hundred times what surveys need. */
export const tableSizeLimit = 100_000_000;

/** Reads the content of an export. Throws `UnreadableTable` if it is not a table of text: nothing is guessed. */
export async function tableOfBytes(path: string, bytes: Uint8Array): Promise<SurveyTable> {
  if (bytes.length > tableSizeLimit) throw tooLarge(path);
  return { path, rows: tableRows(decode(bytes, path), path) };
}

export function tooLarge(path: string): UnreadableTable {
  return new UnreadableTable(l10n.t('{path} is larger than 100 MB. Export fewer columns.', { path }));
}

function decode(bytes: Uint8Array, path: string): string {
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  // A ZIP archive, or the older format.
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableTable(
      l10n.t('{path} is a workbook, not CSV. Open it in a spreadsheet, save it as “CSV UTF-8”, and import that.', { path }),
    );
  const encoding = begins(0xff, 0xfe) ? 'utf-16le' : begins(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  const text = decoded(bytes, encoding, path);
  if (text.includes('\0')) throw new UnreadableTable(l10n.t('{path} is not text. Export the answers as CSV.', { path }));
  return text;
}

function decoded(bytes: Uint8Array, encoding: string, path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableTable(
      l10n.t('{path} is neither UTF-8 nor UTF-16 text. Save it as “CSV UTF-8”, so that no letter is lost.', { path }),
    );
  }
}

const delimiters = [',', ';', '\t', '|'] as const;

function tableRows(decodedText: string, path: string): readonly (readonly string[])[] {
  const text = decodedText.replace(/\r\n?/g, '\n');
  // A line that tells Excel the delimiter, which Excel does not show as a row either.
  const named = /^"?sep=(.)"?\n/i.exec(text);
  const content = named ? text.slice(named[0].length) : text;
  const { rows, misquoted } = csvRows(content, named?.[1] ?? delimiterOf(content));
  if (misquoted !== undefined)
    throw new UnreadableTable(
      l10n.t('Row {row} of {path} has a misplaced quotation mark, so it is unclear where cells end. Export it again.', {
        path,
        row: count(misquoted + 1),
      }),
    );
  // The text after the last line break is not a row.
  const data = isBlank(rows.at(-1)) ? rows.slice(0, -1) : rows;
  if (!data.some((row) => row.length > 1) && data.length > 0)
    throw new UnreadableTable(
      l10n.t('{path} has only one column: it may not be CSV. Commas, semicolons and tabs separate columns.', { path }),
    );
  if (questionColumns.every((name, index) => data[0]?.[index] === name))
    throw new UnreadableTable(
      l10n.t('{path} holds the questions of a questionnaire, not answers to them. Import what people answered.', { path }),
    );
  if (data.length < 2) throw new UnreadableTable(l10n.t('{path} has no answers: there is no row below the header.', { path }));
  return data;
}

/** The delimiter that gives most of the first rows as many cells as the header; of several, the one that gives the most columns. */
function delimiterOf(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const rows = csvRows(text, delimiter, 50).rows.filter((row) => !isBlank(row));
    const columns = rows[0]?.length ?? 0;
    return { delimiter, columns, fitting: columns < 2 ? 0 : rows.filter((row) => row.length === columns).length / rows.length };
  });
  return scored.reduce((best, each) =>
    each.fitting > best.fitting || (each.fitting === best.fitting && each.columns > best.columns) ? each : best,
  ).delimiter;
}

function isBlank(row: readonly string[] | undefined): boolean {
  return row?.length === 1 && row[0] === '';
}
