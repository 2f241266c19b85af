import type { CsvCell } from '../base/csv.ts';
import { singleLine } from '../report/plainText.ts';

/** Rows under the names of their columns, which stand once: as comma-separated values, numbers with two decimals. No line break at the end. */
export function leanTable(names: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [names, ...rows].map((row) => row.map(leanCell).join(',')).join('\n');
}

/** The same without columns that are empty in every row. */
export function leanTableOfFilled(names: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const filled = names.map((_, index) => rows.some((row) => row[index] !== null && row[index] !== ''));
  const kept = <Value>(values: readonly Value[]) => values.filter((_, index) => filled[index]);
  return leanTable(kept(names), rows.map(kept));
}

/** A number with two decimals, as machines read it. */
export function leanNumber(value: number | null): string {
  if (value === null) return '';
  return Number.isInteger(value) ? String(value) : value.toFixed(2).replace(/^-(0\.00)$/, '$1');
}

function leanCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return leanNumber(value);
  // A space that keeps a sign beside its word is a space to a machine.
  const text = singleLine(String(value)).replaceAll('\u00A0', ' ');
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
