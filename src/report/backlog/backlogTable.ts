import type { RootContent } from 'mdast';
import { table } from '../../terms/markdown.ts';
import { readableColumns } from '../featureColumns.ts';
import type { FeatureRow } from '../featureRows.ts';

/**
 * The features as a table, in the order given, without the columns that would be empty. It has no ranks: one more feature would change the rows
 * of all features after it.
 */
export function backlogTable(rows: readonly FeatureRow[], withCategory: boolean): RootContent {
  const columns = readableColumns('backlog')
    .filter(({ key }) => withCategory || key !== 'category')
    .map((column) => ({ ...column, heading: column.heading(), cells: rows.map(column.text) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return table(
    columns,
    rows.map((_, row) => columns.map(({ cells, placeholder = '' }) => cells[row] || placeholder)),
  );
}
