import * as l10n from '@vscode/l10n';
import { csvText } from '../../base/csv.ts';
import { settingsOf } from '../../document/product.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import type { CheckedFile } from '../analysedFile.ts';
import { machineTable, readableColumns } from '../featureColumns.ts';
import { featureRows, inReadingOrder } from '../featureRows.ts';
import { alignColumns, singleLine } from '../plainText.ts';
import { metricTable, type ReportTable, touchpointTable } from './journeyTables.ts';
import { outcomeTable, valueChainTable, wantTable } from './wantTables.ts';

/**
 * What `kano analyze` prints for people. For each file it lists the features by rank; then those that are not to be built yet, of which what
 * people speak of most and nobody was asked about comes first; then those of unknown rank (their answers are not counted
 * and nothing is assumed) and those without a rank, both in the order of the file; then the touchpoints by urgency, and the metrics. Ends with
 * a line break.
 */
export function analysisTable(files: readonly CheckedFile[]): string {
  return `${files.map((file) => fileText(file).join('\n\n')).join('\n\n\n')}\n`;
}

function fileText(file: CheckedFile): readonly string[] {
  const { header } = file.product.opened;
  const title = [header.product, file.path, settingsSentence(settingsOf(file.product))].filter((text) => text !== undefined);
  const { product, analysis } = file;
  const journey = [
    touchpointTable(product, analysis),
    wantTable(product, analysis),
    valueChainTable(product, analysis),
    metricTable(product, analysis),
    outcomeTable(product, analysis),
  ];
  const tables = [featureTable(file), ...journey.flatMap((table) => (table === undefined ? [] : [aligned(table)]))];
  return [title.map(singleLine).join(' · '), ...tables.map((lines) => lines.join('\n'))];
}

function featureTable({ product, analysis }: CheckedFile): readonly string[] {
  const rows = featureRows(product, analysis);
  if (rows.length === 0) return [l10n.t('This product has no features yet.')];
  // Most products count no evidence.
  const isShown = ({ key }: { readonly key: string }) => key !== 'evidence' || rows.some(({ evidence }) => evidence !== null);
  const columns = readableColumns('analyzeTable')
    .filter(isShown)
    .map((column) => ({ ...column, heading: column.heading() }));
  const cells = inReadingOrder(rows).map((row) => columns.map(({ text, placeholder = '' }) => text(row) || placeholder));
  return aligned({ columns, rows: cells });
}

function aligned({ columns, rows }: ReportTable): readonly string[] {
  return alignColumns(
    [columns.map(({ heading }) => heading), ...rows].map((row) => row.map(singleLine)),
    columns.map(({ align }) => align),
  );
}

/**
 * What `kano analyze --format csv` prints: a row for each feature of each file, with the flat values of the JSON under the same names. An
 * undefined value is an empty cell; spaces separate several ids in a cell.
 */
export function analysisCsv(files: readonly CheckedFile[]): string {
  const rows = files.flatMap(({ path, product, analysis }) =>
    machineTable('analyzeCsv', featureRows(product, analysis)).cells.map((row) => [path, product.opened.header.product ?? null, ...row]),
  );
  // A line is a feature, for programs that read lines too.
  const lines = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? singleLine(cell) : cell)));
  return csvText([['path', 'product', ...machineTable('analyzeCsv', []).names], ...lines]);
}
