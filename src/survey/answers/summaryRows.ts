import * as l10n from '@vscode/l10n';
import { groupBy } from '../../base/groupBy.ts';
import { count } from '../../terms/numbers.ts';
import { leadingNumber } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { MatchedTable, RowPosition } from './countedRows.ts';
import { cellText, some } from './shownTexts.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnName, columnsNamed, headerRows, type SurveyColumn, surveyRows } from './surveyTable.ts';
import { summaryLabels } from './wordings/summaryLabels.ts';

/** A row that sums up others, as its label says; without a label, it may. */
export interface SummaryRow extends RowPosition {
  readonly label?: string;
  readonly column: string;
}

const labels: ReadonlySet<string> = new Set(summaryLabels.map(comparableText));
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
  const found = rows.flatMap(({ number, cells }) => {
    const index = cells.findIndex((cell) => cell.trim() !== '');
    const column = naming.find((each) => each.index === index);
    const label = (cells[index] ?? '').trim();
    if (column === undefined || !isLabel(label) || !questions.some((each) => isFilled(cells, each))) return [];
    return [{ path: table.path, row: number, label, column: columnName(column) }];
  });
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

function isLabel(cell: string): boolean {
  if (cell === '' || cell.length > longestLabel) return false;
  const text = cell.replace(/[([（].*$/su, '');
  // Most rows begin with an id or a time.
  return !/\d/.test(text) && labels.has(comparableText(text));
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
