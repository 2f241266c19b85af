/** Rows of cells as they stand in one export, the header among them. */
export interface SurveyTable {
  /** As it is shown. */
  readonly path: string;
  readonly rows: readonly (readonly string[])[];
}

/** A column with all that stands above its answers. */
export interface SurveyColumn {
  /** From 0. */
  readonly index: number;
  /** One text for each row of the header that has one here; the first is what the column is called. */
  readonly texts: readonly string[];
}

/** How many rows the header has: Qualtrics puts the question and an id below the name, SurveyMonkey “Response” below the question. */
export function headerRows({ rows }: SurveyTable): number {
  const [, second = [], third = []] = rows;
  if (third.some(isImportId)) return 3;
  if (second.some(isImportId)) return 2;
  // Who answered has something in the first column, and may have written “response” into another.
  const [first = ''] = second;
  return (first.trim() === '' || isResponse(first)) && second.some(isResponse) ? 2 : 1;
}

/** The columns that have a header, or anything below it. */
export function surveyColumns(table: SurveyTable): readonly SurveyColumn[] {
  const header = table.rows.slice(0, headerRows(table));
  const width = header.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => ({
    index,
    texts: header.map((row) => (row[index] ?? '').trim()).filter((text) => text !== '' && !isImportId(text)),
  }));
}

/** The rows below the header, with their number as a spreadsheet shows it. */
export function surveyRows(table: SurveyTable): readonly { readonly number: number; readonly cells: readonly string[] }[] {
  const first = headerRows(table);
  return table.rows.slice(first).map((cells, index) => ({ number: first + index + 1, cells }));
}

/** What a column is called: its header, or its place. */
export function columnName({ index, texts }: SurveyColumn): string {
  return texts[0] ?? `#${index + 1}`;
}

function isResponse(cell: string): boolean {
  return /^(?:open-ended )?response$/i.test(cell.trim());
}

function isImportId(cell: string): boolean {
  return /^\s*\{\s*"ImportId"\s*:/.test(cell);
}
