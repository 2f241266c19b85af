import * as l10n from '@vscode/l10n';
import { count } from '../../terms/numbers.ts';
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
  if (text.trimStart().startsWith('[')) {
    const all = parsed(path, text, 1);
    return Array.isArray(all) ? all.map((value, index) => ({ line: index + 1, value })) : [];
  }
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, value: parsed(path, line, index + 1) }]));
}

function parsed(path: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notCounts(path, line);
  }
}

/** The keys of the first object are the header. */
function tableOfObjects(path: string, objects: ReturnType<typeof objectsIn>): SurveyTable {
  const [first] = objects;
  const header = typeof first?.value === 'object' && first.value !== null ? Object.keys(first.value) : [];
  if (header.length === 0) throw notCounts(path, 1);
  const rows = objects.map(({ line, value }) => {
    const row = value as Readonly<Record<string, unknown>> | null;
    if (typeof row !== 'object' || row === null) throw notCounts(path, line);
    return header.map((key) => {
      const cell = row[key];
      if (typeof cell === 'object' && cell !== null) throw notCounts(path, line);
      return cell === null || cell === undefined ? '' : String(cell);
    });
  });
  return { path, rows: [header, ...rows], numbers: objects.map(({ line }) => line) };
}

function notCounts(path: string, line: number): UnreadableTable {
  return new UnreadableTable(l10n.t('Line {line} of {path} is not an object in JSON with a row of counts.', { line: count(line), path }));
}
