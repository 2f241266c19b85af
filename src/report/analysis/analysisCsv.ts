import { csvText } from '../../base/csv.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { machineTable } from '../featureColumns.ts';
import { featureRows } from '../featureRows.ts';

/**
 * What `kano analyze --format csv` prints: a row for each feature of each file, with the flat values of the JSON under the same names. An
 * undefined value is an empty cell; spaces separate several ids in a cell.
 */
export function analysisCsv(files: readonly AnalysedFile[]): string {
  const tables = files.map(({ path, product, analysis }) => {
    const { names, cells } = machineTable('analyzeCsv', featureRows(product, analysis));
    return { names, cells: cells.map((row) => [path, product.opened.header.product ?? null, ...row]) };
  });
  return csvText([['path', 'product', ...machineTable('analyzeCsv', []).names], ...tables.flatMap(({ cells }) => cells)]);
}
