import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
import { cellText } from '../answers/shownTexts.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { tableOfBytes, UnreadableTable } from '../answers/tableOfBytes.ts';
import { decodeText } from '../tables/decodeText.ts';

/** Reads the result of a counting statement: a table like any export, JSON lines, or one list in JSON. Throws `UnreadableTable`. */
export async function countsTable(path: string, bytes: Uint8Array): Promise<SurveyTable> {
  // Before the first sign there may be a byte-order mark, and a zero beside it in UTF-16.
  const first = bytes.subarray(0, 1000).find((byte) => byte > 32 && byte < 127);
  if (first !== 0x7b && first !== 0x5b) return tableOfBytes(path, bytes);
  const decoded = decodeText(bytes, { path });
  if ('refused' in decoded) throw new UnreadableTable(decoded.refused);
  return tableOfObjects(path, objectsIn(path, decoded.text.replace(/^\uFEFF/, '')));
}

function objectsIn(path: string, text: string): readonly { readonly line: number; readonly value: unknown }[] {
  const whole = parsed(text);
  if (Array.isArray(whole)) return whole.map((value, index) => ({ line: index + 1, value }));
  if (text.trimStart().startsWith('[')) throw notCounts(path, 1);
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  const around = isObject(whole)
    ? Object.entries(whole as object).find(([, value]) => Array.isArray(value) && value.every(isObject))
    : undefined;
  if (around !== undefined)
    throw new UnreadableTable(
      l10n.t('The rows of {path} are within “{name}”. Save that list alone, or each of its objects on a line.', {
        path,
        name: cellText(around[0]),
      }),
    );
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, value: parsed(line) }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys of all objects are the header, because some tools leave out cells without a value. */
function tableOfObjects(path: string, objects: ReturnType<typeof objectsIn>): SurveyTable {
  if (objects.length === 0) throw new UnreadableTable(l10n.t('{path} has no row of counts.', { path }));
  const given = objects.map(({ line, value }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notCounts(path, line);
    return { line, row: value as Readonly<Record<string, unknown>> };
  });
  const header = [...new Set(given.flatMap(({ row }) => Object.keys(row)))];
  if (header.length === 0) throw notCounts(path, 1);
  const rows = given.map(({ line, row }) =>
    header.map((key) => {
      const cell = Object.hasOwn(row, key) ? row[key] : undefined;
      if (typeof cell === 'object' && cell !== null) throw notCounts(path, line);
      return cell === null || cell === undefined ? '' : String(cell);
    }),
  );
  return { path, rows: [header, ...rows], numbers: objects.map(({ line }) => line) };
}

function notCounts(path: string, line: number): UnreadableTable {
  return new UnreadableTable(l10n.t('Line {line} of {path} is not an object in JSON with a row of counts.', { line: count(line), path }));
}
