import type { Answer } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import type { MatchedTable, RowsReading } from './countedRows.ts';
import { questionPairs } from './questionPairs.ts';
import { type Screen, screens } from './screens.ts';
import { isNamed, type SurveyColumn } from './surveyTable.ts';
import { isMarkColumn, toolMark } from './toolMarks.ts';
import { durationHeaders, secondsOf } from './wordings/durations.ts';

type Row = RowsReading['rows'][number][number];

/** Respondents that a screen found, and how many it could look at. */
export interface Screened {
  readonly screen: Screen;
  readonly rows: ReadonlySet<Row>;
}

/** Rows that are looked at in one step. */
const rowsInStep = 500;
/** Fewer features say nothing about how somebody answers. */
const fewestFeatures = 3;
/** Fewer respondents have no typical duration. */
const fewestDurations = 10;
/** Of the median duration: who is faster has hardly read the questions. */
const slowestSpeeder = 1 / 3;

/** Looks at the rows that count for signs of bad quality. Leaves nothing out. */
export function* screenRows(
  tables: readonly MatchedTable[],
  rows: RowsReading['rows'],
  readAnswer: (cell: string) => Answer,
): Generator<undefined, readonly Screened[]> {
  const found = new Map<Screen, Set<Row>>(screens.map((screen) => [screen, new Set()]));
  const add = (screen: Screen, row: Row) => found.get(screen)?.add(row);
  const durations: { readonly row: Row; readonly seconds: number }[] = [];
  for (const [tableIndex, { columns, meanings }] of tables.entries()) {
    const pairs = questionPairs(meanings);
    const others = columns.filter((_, index) => meanings[index]?.kind !== 'question');
    const [duration] = others.filter((column) => isNamed(column, durationHeaders));
    const finished = others.filter((column) => isNamed(column, ['finished', 'completed', 'complete']));
    const progress = others.filter((column) => isNamed(column, ['progress']));
    const submitted = others.filter((column) => isNamed(column, ['submitdate', 'date submitted']));
    const marked = others.filter(isMarkColumn);
    for (const [at, row] of (rows[tableIndex] ?? []).entries()) {
      if (at % rowsInStep === 0) yield;
      const cell = ({ index }: SurveyColumn) => (row.cells[index] ?? '').trim();
      const answers = pairs.flatMap(({ functional, dysfunctional }) => {
        const [withIt, without] = [readAnswer(row.cells[functional] ?? ''), readAnswer(row.cells[dysfunctional] ?? '')];
        return typeof withIt === 'number' && typeof without === 'number' ? [[withIt, without] as const] : [];
      });
      if (answers.length >= fewestFeatures) {
        const first = answers[0]?.[0];
        if (answers.flat().every((answer) => answer === first)) add('straight-lining', row);
        if (answers.filter(isQuestionable).length >= answers.length / 2) add('questionable', row);
      }
      if (
        finished.some((column) => notFinished.has(comparableText(cell(column)))) ||
        progress.some((column) => isPartial(cell(column))) ||
        submitted.some((column) => cell(column) === '')
      )
        add('unfinished', row);
      for (const screen of marked.flatMap((column) => toolMark(cell(column)) ?? [])) add(screen, row);
      const seconds = duration === undefined ? undefined : secondsOf(cell(duration));
      if (seconds !== undefined) durations.push({ row, seconds });
    }
  }
  if (durations.length >= fewestDurations) {
    const limit = median(durations.map(({ seconds }) => seconds)) * slowestSpeeder;
    for (const { row, seconds } of durations) if (seconds < limit) add('speeding', row);
  }
  return screens.map((screen) => ({ screen, rows: found.get(screen) ?? new Set() }));
}

const notFinished: ReadonlySet<string> = new Set(['false', 'no', '0', 'incomplete', 'partial', 'not finished'].map(comparableText));

/** Like or dislike to both questions: no opinion about a feature is like that. */
function isQuestionable([withIt, without]: readonly [number, number]): boolean {
  return withIt === without && (withIt === 0 || withIt === 4);
}

function isPartial(cell: string): boolean {
  const number = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(cell)?.[1];
  return number !== undefined && Number(number.replace(',', '.')) < 100;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
