import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { count } from '../../terms/numbers.ts';
import { leadingNumber } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { MatchedTable, RowPosition } from './countedRows.ts';
import { cellText, some } from './shownTexts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnName, columnsNamed, headerRows, type SurveyColumn, surveyRows } from './surveyTable.ts';
import { summaryLabels, summaryLabelsAtEnds, summaryLabelsLikeNames } from './wordings/summaryLabels.ts';

/** A row that sums up others, as its label says; without a label, it may. */
export interface SummaryRow extends RowPosition {
  readonly label?: string;
  readonly column: string;
}

type Label = 'anywhere' | 'end' | 'name';

interface LabelledRow {
  readonly kind: Label;
  readonly summary: SummaryRow & { readonly label: string };
}

const labels: ReadonlyMap<string, Label> = new Map([
  ...summaryLabelsLikeNames.map((label) => [comparableText(label), 'name'] as const),
  ...summaryLabelsAtEnds.map((label) => [comparableText(label), 'end'] as const),
  ...summaryLabels.map((label) => [comparableText(label), 'anywhere'] as const),
]);
/** Longer cells are something else. */
const longestLabel = 40;
/** What is there more often is a group of respondents. */
const mostOfALabel = 2;
/** In fewer rows, one without a name says nothing. */
const fewestNamed = 3;

/** A table without the rows that sum up others: they are no respondents. A survey map that names the column of the label under `leaveOut` decides itself. */
export function withoutSummaryRows(
  { table, columns, meanings }: MatchedTable,
  { respondents }: Pick<SurveyMap, 'respondents'>,
): { readonly table: MatchedTable['table']; readonly summaries: readonly SummaryRow[] } {
  const questions = columns.filter((_, index) => meanings[index]?.kind === 'question');
  const decided = new Set([...respondents.leaveOut.keys()].flatMap((name) => columnsNamed(columns, name)));
  const naming = columns.filter((column, index) => {
    const kind = meanings[index]?.kind;
    return kind !== 'question' && kind !== 'persona' && kind !== 'ambiguous' && !decided.has(column);
  });
  const rows = surveyRows(table);
  const answered = rows.filter(({ cells }) => questions.some((each) => isFilled(cells, each)));
  const labelled = answered.map(({ number, cells }): LabelledRow | undefined => {
    const index = cells.findIndex((cell) => cell.trim() !== '');
    const column = naming.find((each) => each.index === index);
    const label = (cells[index] ?? '').trim();
    const kind = column && labelKind(label);
    return kind && { kind, summary: { path: table.path, row: number, label, column: columnName(column) } };
  });
  const atEnds = new Set([...leading(labelled), ...leading(labelled.toReversed())]);
  const found = labelled.flatMap((each) => (each && (each.kind === 'anywhere' || atEnds.has(each)) ? [each.summary] : []));
  const groups = groupBy(found, ({ label }) => comparableText(label));
  const summaries = found.filter(({ label }) => (groups.get(comparableText(label))?.length ?? 0) <= mostOfALabel);
  const unnamed = summaries.length === 0 && decided.size === 0 ? unnamedRow(table.path, rows, { naming, questions }) : [];
  if (summaries.length === 0) return { table, summaries: unnamed };
  const left = new Set(summaries.map(({ row }) => row));
  const kept = rows.filter(({ number }) => !left.has(number));
  const header = table.rows.slice(0, headerRows(table));
  return {
    table: { ...table, rows: [...header, ...kept.map(({ cells }) => cells)], numbers: kept.map(({ number }) => number) },
    summaries,
  };
}

/**
 * The rows with labels before any other. Next to the respondents, one that people are called too is a person: not where both ends are there, which nobody
 * is called.
 */
function leading(rows: readonly (LabelledRow | undefined)[]): readonly LabelledRow[] {
  const end = rows.indexOf(undefined);
  const found = rows.slice(0, end === -1 ? 0 : end).flatMap((row) => row ?? []);
  const words = new Set(found.map(({ summary }) => comparableText(summary.label)));
  if (words.has('min') && words.has('max')) return found;
  const last = found.findLastIndex(({ kind }) => kind !== 'name');
  return found.slice(0, last + 1);
}

function labelKind(cell: string): Label | undefined {
  if (cell === '' || cell.length > longestLabel) return undefined;
  if (/^n\s*=\s*\d+$/i.test(cell)) return 'end';
  const text = cell.replace(/[([（].*$/su, '');
  // Most rows begin with an id or a time.
  return /\d/.test(text) ? undefined : labels.get(comparableText(text));
}

/** A last row of numbers alone, below rows that all have something beside their answers. */
function unnamedRow(
  path: string,
  rows: ReturnType<typeof surveyRows>,
  { naming, questions }: { readonly naming: readonly SurveyColumn[]; readonly questions: readonly SurveyColumn[] },
): readonly SummaryRow[] {
  const answered = rows.filter(({ cells }) => questions.some((each) => isFilled(cells, each)));
  const [last, ...others] = answered.toReversed();
  if (last === undefined || others.length < fewestNamed || naming.some((each) => isFilled(last.cells, each))) return [];
  const areNumbers = questions.every(
    ({ index }) => (last.cells[index] ?? '').trim() === '' || !Number.isNaN(leadingNumber(last.cells[index] ?? '')),
  );
  const named = areNumbers ? naming.find((each) => others.every(({ cells }) => isFilled(cells, each))) : undefined;
  return named === undefined ? [] : [{ path, row: last.number, column: columnName(named) }];
}

function isFilled(cells: readonly string[], { index }: SurveyColumn): boolean {
  return (cells[index] ?? '').trim() !== '';
}

/** A sentence about each row that sums up others. */
export function summaryRemarks(summaries: readonly SummaryRow[]): readonly string[] {
  return some(summaries, ({ path, row, label, column }) => {
    const values = { path, row: count(row), column: cellText(column) };
    return label === undefined
      ? l10n.t(
          'Row {row} of {path}, the last, has numbers alone and nothing in “{column}”: it may sum up the others, and is counted.',
          values,
        )
      : l10n.t('Row {row} of {path} sums up others, as “{label}” in “{column}” says, and is not counted.', {
          ...values,
          label: cellText(label),
        });
  });
}
