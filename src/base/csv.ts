/** A cell: a number is written as it is, a text so that no spreadsheet runs it; `null` is an empty cell. */
export type CsvCell = string | number | boolean | null;

/** Rows as comma-separated values (RFC 4180): a line break is CR LF, numbers are unrounded and have a dot. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = safe(value);
  // A quotation mark before “::” keeps the log of a CI run from taking the line for a command.
  return /[",\r\n]|^::/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets take text that begins with one of these for a formula, which could fetch or run what its author likes: an apostrophe before
 * it makes it text (OWASP, CSV Injection). White space before the sign does not keep all of them from it.
 */
function safe(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
