import { type CsvCell, csvText } from '../../base/csv.ts';
import type { CheckedFile } from '../analysedFile.ts';
import { fieldCells, fieldNames } from '../featureColumns.ts';
import { featureRows, inRankOrder } from '../featureRows.ts';
import { alignColumns, singleLine } from '../plainText.ts';

/** The fields that `kano analyze --fields` knows: those of a feature, and of the file that it was found through. */
export const analysisFields: readonly string[] = ['path', 'product', ...fieldNames];

/** What `kano analyze --fields … --format json` prints: the names of the fields once, and a row for each feature, unrounded. */
interface FieldsJson {
  readonly version: 1;
  readonly files: readonly {
    readonly path: string;
    readonly product: string | null;
    readonly fields: readonly string[];
    readonly rows: readonly (readonly CsvCell[])[];
  }[];
}

/** The chosen fields, by rank. */
export function fieldsJson(files: readonly CheckedFile[], fields: readonly string[]): FieldsJson {
  const shown = files.map((file) => ({ path: file.path, product: productOf(file), fields, rows: rowsOf(file, fields) }));
  return { version: 1, files: shown };
}

/** The same as comma-separated values, the names once for all files. */
export function fieldsCsv(files: readonly CheckedFile[], fields: readonly string[]): string {
  const rows = files.flatMap((file) => rowsOf(file, fields));
  // A line is a feature, for programs that read lines too.
  return csvText([fields, ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? singleLine(cell) : cell)))]);
}

/** The same for people: aligned, with at most two decimals. */
export function fieldsTable(files: readonly CheckedFile[], fields: readonly string[]): string {
  const texts = files.map((file) => {
    const rows = rowsOf(file, fields);
    const isNumber = fields.map((_, index) => rows.every((row) => typeof row[index] !== 'string'));
    const cells = rows.map((row) => row.map(cellText));
    const lines = alignColumns(
      [fields, ...cells],
      isNumber.map((each) => (each ? 'right' : 'left')),
    );
    return [
      [file.path, productOf(file) ?? '']
        .filter((part) => part !== '')
        .map(singleLine)
        .join(' · '),
      ...lines,
    ].join('\n');
  });
  return `${texts.join('\n\n')}\n`;
}

function rowsOf({ path, product, analysis }: CheckedFile, fields: readonly string[]): readonly (readonly CsvCell[])[] {
  const rows = inRankOrder(featureRows(product, analysis));
  const ofFile: Readonly<Record<string, CsvCell>> = { path, product: product.opened.header.product ?? null };
  const shownCell = (name: string, cell: CsvCell) => (Object.hasOwn(ofFile, name) ? (ofFile[name] ?? null) : cell);
  return fieldCells(fields, rows).map((cells) => cells.map((cell, index) => shownCell(fields[index] ?? '', cell)));
}

function productOf({ product }: CheckedFile): string | null {
  return product.opened.header.product ?? null;
}

function cellText(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'string') return singleLine(value);
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : String(value);
}
