import { addToGroup } from '../../base/groupBy.ts';
import { oncePerObject } from '../../base/once.ts';
import { answerReader } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';

/** The rows of one export, with the header. */
export interface SurveyTable {
  /** As it is shown to the user. */
  readonly path: string;
  readonly rows: readonly (readonly string[])[];
  /** The number of rows above the header, which are titles. */
  readonly rowsAbove?: number;
  /** The encoding, where only the meaning of the text told it. */
  readonly foundEncoding?: string;
  /** The encoding that is as good as any other, because nothing that counts depends on it. */
  readonly assumedEncoding?: string;
  /** The sheet that was read, where the workbook has several. */
  readonly sheet?: string;
  /** The names of all its sheets. */
  readonly sheets?: readonly string[];
  /** Whether it is delimited text, where every row has all its separators. */
  readonly isDelimited?: boolean;
  /** The numbers of the rows below the header in the export, where they are not in its order. */
  readonly numbers?: readonly number[];
}

export interface SurveyColumn {
  /** From 0. */
  readonly index: number;
  /** The texts of all rows of the header; the first is the name of the column. */
  readonly texts: readonly string[];
}

/** The number of header rows: Qualtrics has the question and an id below the name, SurveyMonkey “Response” below the question. */
export const headerRows = oncePerObject(({ rows }: SurveyTable): number => {
  const [, second = [], third = []] = rows;
  if (third.some(isImportId)) return 3;
  if (second.some(isImportId)) return 2;
  // A row of answers has something in the first column, and may have the word “response” in another.
  const [first = ''] = second;
  if ((first.trim() === '' || isResponse(first)) && second.some(isResponse)) return 2;
  return first.trim() === '' && isMatrix(rows[0] ?? [], second) ? 2 : 1;
});

/** The columns that have a header, or anything below it. */
export const surveyColumns = oncePerObject((table: SurveyTable): readonly SurveyColumn[] => {
  const header = table.rows.slice(0, headerRows(table));
  const texts = header.map((row) => textsAbove(row, header));
  const width = header.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => ({
    index,
    texts: texts.map((row) => row[index] ?? '').filter((text) => text !== '' && !isImportId(text)),
  }));
});

/** The rows below the header, with their number in a spreadsheet. */
export function surveyRows(table: SurveyTable): readonly { readonly number: number; readonly cells: readonly string[] }[] {
  const first = headerRows(table);
  const above = first + (table.rowsAbove ?? 0);
  return table.rows.slice(first).map((cells, index) => ({ number: table.numbers?.[index] ?? above + index + 1, cells }));
}

/** The header of a column, or its position. */
export function columnName({ index, texts }: SurveyColumn): string {
  return texts[0] ?? `#${index + 1}`;
}

/** The columns with exactly this header; else by position (`#5` is the fifth), else those with the same letters and digits in the header. */
export function columnsNamed(columns: readonly SurveyColumn[], name: string): readonly SurveyColumn[] {
  const exact = columnsByText(columns).get(name.trim());
  if (exact) return exact;
  const position = /^#(\d+)$/.exec(name.trim())?.[1];
  if (position !== undefined) return columns.filter(({ index }) => index === Number(position) - 1);
  const key = comparableText(name);
  return key === '' ? [] : (columnsByKey(columns).get(key) ?? []);
}

// Tables with thousands of columns are asked for each of them.
const columnsByText = oncePerObject((columns: readonly SurveyColumn[]) => columnsBy(columns, (text) => text));
const columnsByKey = oncePerObject((columns: readonly SurveyColumn[]) => columnsBy(columns, comparableText));

function columnsBy(columns: readonly SurveyColumn[], keyOf: (text: string) => string): ReadonlyMap<string, readonly SurveyColumn[]> {
  const found = new Map<string, SurveyColumn[]>();
  for (const column of columns) for (const key of new Set(column.texts.map(keyOf))) addToGroup(found, key, column);
  return found;
}

/** Names columns for a map: by the header, where no other column of a file has it; else by the position. */
export function clearNames(tables: readonly (readonly SurveyColumn[])[]): (column: SurveyColumn) => string {
  const clear = new Map<string, boolean>();
  return (column) => {
    const name = columnName(column);
    const isClear = clear.get(name) ?? tables.every((columns) => columnsNamed(columns, name).length < 2);
    clear.set(name, isClear);
    return isClear ? name : `#${column.index + 1}`;
  };
}

/** Whether a column has one of these headers, however it is punctuated. */
export function isNamed({ texts }: SurveyColumn, names: readonly string[]): boolean {
  const keys = names.map(comparableText);
  return texts.some((text) => keys.includes(comparableText(text)));
}

/**
 * Whether a header names a question once above several rows of a matrix, as SurveyMonkey does: the cells beside it are empty, and below it are names, nowhere
 * answers. A row of answers must never be taken for a header.
 */
function isMatrix(header: readonly string[], second: readonly string[]): boolean {
  const filled = second.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const isNamed = (index: number) => (header[index] ?? '').trim() !== '';
  return (
    filled.some((index) => !isNamed(index)) &&
    filled.every((index) => (!isNamed(index) || !isNamed(index + 1)) && typeof readAnswer(second[index] ?? '') !== 'number')
  );
}

const readAnswer = answerReader();

/** The cells of a row of a header. Above a row of a matrix, an empty cell goes on with the one to its left. */
function textsAbove(row: readonly string[], header: readonly (readonly string[])[]): readonly string[] {
  const texts = row.map((cell) => cell.trim());
  const [first, below = []] = header;
  if (row !== first || !isMatrix(row, below)) return texts;
  let left = '';
  return Array.from({ length: Math.max(row.length, below.length) }, (_, index) => {
    const text = texts[index] ?? '';
    if (text !== '') left = text;
    return text === '' && (below[index] ?? '').trim() !== '' ? left : text;
  });
}

function isResponse(cell: string): boolean {
  return /^(?:open-ended )?response$/i.test(cell.trim());
}

function isImportId(cell: string): boolean {
  return /^\s*\{\s*"ImportId"\s*:/.test(cell);
}
