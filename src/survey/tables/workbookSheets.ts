import { type Cell, type CellValue, formatValue } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { archiveNames } from './archiveNames.ts';
import { dateText, showsDay } from './dateText.ts';

interface ShownSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The visible sheets of an XLSX or ODS workbook, with cells as they are shown, and dates as `YYYY-MM-DD`. Fails for other archives. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly ShownSheet[]> {
  const names = archiveNames(bytes);
  if (names === undefined) throw new Error('The archive is damaged.');
  const { sheets } = names.includes('content.xml')
    ? await readOds(bytes, { readStyles: true })
    : await readXlsx(bytes, { readStyles: true, sheets: ({ hidden, veryHidden }) => hidden !== true && veryHidden !== true });
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: withoutEmptyEnd(
      Array.from(rows, (row, rowIndex) =>
        Array.from(row ?? [], (value, column) => shown(value ?? null, cells?.get(`${rowIndex},${column}`))),
      ),
    ),
  }));
}

const general = 'General';

function shown(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = cell?.style?.numFmt ?? general;
  if (typeof value === 'number' && format === general) return String(Number(value.toPrecision(15)));
  // Displayed dates lose the year, or leave open which number is the day.
  if (value instanceof Date && (format === general || showsDay(format))) return dateText(value);
  return formatValue(value, format);
}

function withoutEmptyEnd(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}
