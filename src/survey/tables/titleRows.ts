/** More rows above a header are data. */
const mostTitles = 20;

/**
 * The index of the header: titles and remarks above it fill one or two cells at the left. Two of them are only titles above an empty row, because a header
 * may have two filled cells as well.
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  const first = rows.slice(0, mostTitles + 1);
  const width = rows.slice(0, 2 * mostTitles).reduce((most, row) => Math.max(most, filled(row)), 0);
  if (width < 2) return 0;
  const isTitle = (row: readonly string[], most: number) => filled(row) <= most && row.slice(most).every(isEmpty);
  // A header is followed by something, and has a cell of its own for each column that it names.
  const isHeader = (index: number) => filled(rows[index] ?? []) >= 2 && index + 1 < rows.length;
  const wide = width >= 3 ? first.findIndex((row) => !isTitle(row, 2)) : -1;
  if (wide > 0 && isHeader(wide) && (rows[wide - 1] ?? []).every(isEmpty)) return wide;
  const wider = first.findIndex((row) => !isTitle(row, 1));
  return wider > 0 && isHeader(wider) ? wider : 0;
}

function filled(row: readonly string[]): number {
  return row.filter((cell) => !isEmpty(cell)).length;
}

function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}
