import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import papaparse from 'papaparse';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { questionColumns } from '../../survey/surveyFormat.ts';
import { count } from '../../terms/numbers.ts';
import { standardInput } from '../files/findFiles.ts';
import { Failure, isFolder, unreadable } from '../terminal/failure.ts';

/** Bytes. Half the longest possible string, and a hundred times what surveys need. */
const sizeLimit = 100_000_000;

/** The named files without duplicates, and where they are with links resolved. */
export async function tablePaths(
  paths: readonly string[],
  currentFolder: string,
): Promise<readonly { readonly path: string; readonly location: string }[]> {
  const found = await Promise.all(
    paths.map(async (path) => ({
      path,
      location: path === standardInput ? path : await realpath(resolve(currentFolder, path)).catch(() => resolve(currentFolder, path)),
    })),
  );
  return [...new Map(found.toReversed().map((each) => [each.location, each])).values()].toReversed();
}

/** Reads an export. Fails if it is not a table of text: nothing is guessed. */
export async function readTable(path: string, location: string, input: NodeJS.ReadableStream): Promise<SurveyTable> {
  const shown = path === standardInput ? '<stdin>' : path;
  return { path: shown, rows: tableRows(decode(await bytesOf(location, shown, input), shown), shown) };
}

async function bytesOf(location: string, path: string, input: NodeJS.ReadableStream): Promise<Uint8Array> {
  try {
    if (location !== standardInput) {
      const found = await stat(location);
      if (found.isDirectory()) throw new Failure(isFolder(path));
      if (found.size > sizeLimit) throw tooLarge(path);
      return await readFile(location);
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of input) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > sizeLimit) throw tooLarge(path);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(unreadable(path, error));
  }
}

function decode(bytes: Uint8Array, path: string): string {
  const begins = (...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  // A ZIP archive, or the older format.
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new Failure(
      l10n.t('{path} is a workbook, not CSV. Open it in a spreadsheet, save it as “CSV UTF-8”, and import that.', { path }),
    );
  const encoding = begins(0xff, 0xfe) ? 'utf-16le' : begins(0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  const text = decoded(bytes, encoding, path);
  if (text.includes('\0')) throw new Failure(l10n.t('{path} is not text. Export the answers as CSV.', { path }));
  return text;
}

function decoded(bytes: Uint8Array, encoding: string, path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(l10n.t('{path} is neither UTF-8 nor UTF-16 text. Save it as “CSV UTF-8”, so that no letter is lost.', { path }));
  }
}

const delimiters = [',', ';', '\t', '|'] as const;

function tableRows(decodedText: string, path: string): readonly (readonly string[])[] {
  const text = decodedText.replace(/\r\n?/g, '\n');
  // A line that tells Excel the delimiter, which Excel does not show as a row either.
  const named = /^"?sep=(.)"?\n/i.exec(text);
  const content = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? delimiterOf(content);
  const { data, errors } = papaparse.parse<string[]>(content, { delimiter, newline: '\n' });
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed) {
    const row = count((unclosed.row ?? 0) + 1);
    throw new Failure(
      l10n.t('Row {row} of {path} has a misplaced quotation mark, so it is unclear where cells end. Export it again.', { path, row }),
    );
  }
  // The text after the last line break is not a row.
  if (isBlank(data.at(-1))) data.pop();
  if (!data.some((row) => row.length > 1) && data.length > 0)
    throw new Failure(l10n.t('{path} has only one column: it may not be CSV. Commas, semicolons and tabs separate columns.', { path }));
  if (questionColumns.every((name, index) => data[0]?.[index] === name))
    throw new Failure(l10n.t('{path} holds the questions of a questionnaire, not answers to them. Import what people answered.', { path }));
  if (data.length < 2) throw new Failure(l10n.t('{path} has no answers: there is no row below the header.', { path }));
  return data;
}

/** The delimiter that gives most of the first rows as many cells as the header; of several, the one that gives the most columns. */
function delimiterOf(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const { data } = papaparse.parse<string[]>(text, { delimiter, newline: '\n', preview: 50 });
    const rows = data.filter((row) => !isBlank(row));
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

function tooLarge(path: string): Failure {
  return new Failure(l10n.t('{path} is larger than 100 MB. Export fewer columns.', { path }));
}
