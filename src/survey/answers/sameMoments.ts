import { addToGroup, groupBy } from '../../base/groupBy.ts';
import { answersAlike } from './sameAnswers.ts';
import type { SubmissionTimes } from './submissionTimes.ts';

/** A row with what it answers, as text. */
interface AnsweredRow<Row> {
  readonly row: Row;
  readonly answers: string;
}

/** Rows, and when they were answered. */
export interface TimedRows<Row> {
  readonly rows: readonly AnsweredRow<Row>[];
  readonly times: SubmissionTimes;
}

const largestChance = Math.log(0.001);
/** How much closer together answers come than if they were spread evenly, at most: many answer in the hours after an invitation. */
const crowding = 10;

/** Pairs of rows of two files with the same answers at the same time, where they are more than chance explains. */
export function sameMoments<Row extends { readonly cells: readonly string[] }>(
  first: TimedRows<Row>,
  second: TimedRows<Row>,
  features: number,
): readonly (readonly [Row, Row])[] {
  const unit = unitOf(first, second);
  const others = groupBy(second.rows, (each) => keyOf(each, second, unit));
  const used = new Map<string, number>();
  const pairs = first.rows.flatMap((each) => {
    const key = keyOf(each, first, unit);
    if (key === undefined) return [];
    const at = used.get(key) ?? 0;
    const found = others.get(key)?.[at];
    if (!found) return [];
    used.set(key, at + 1);
    return [[each.row, found.row] as const];
  });
  if (pairs.length === 0) return [];
  const larger = first.rows.length > second.rows.length ? first : second;
  const expected = first.rows.length * second.rows.length * sameTime(larger, unit) * answersAlike(larger.rows, features);
  return isMoreThan(pairs.length, expected) ? pairs : [];
}

/** Rows of one file with the same answers at the same time as an earlier one, where they are more than chance explains. */
export function repeatedMoments<Row extends { readonly cells: readonly string[] }>(
  table: TimedRows<Row>,
  features: number,
): readonly (readonly [Row, Row])[] {
  const unit = unitOf(table, table);
  const groups = groupBy(table.rows, (each) => keyOf(each, table, unit));
  const pairs = [...groups.values()].flatMap((all) =>
    all.slice(1).flatMap(({ row }, index) => (all[index] ? [[all[index].row, row] as const] : [])),
  );
  if (pairs.length === 0) return [];
  return isMoreThan(pairs.length, pairsOf(table.rows.length) * sameTime(table, unit) * answersAlike(table.rows, features)) ? pairs : [];
}

/** Whether rows of two files that answer alike were answered at times that have nothing to do with each other: a zone moves all of them alike. */
export function areUnrelatedTimes<Row extends { readonly cells: readonly string[] }>(
  pairs: readonly (readonly [Row, Row])[],
  first: SubmissionTimes | undefined,
  second: SubmissionTimes | undefined,
): boolean {
  if (!first || !second || first.form !== second.form) return false;
  const shifts = pairs.flatMap(([a, b]) => {
    const [before, after] = [first.of(a.cells), second.of(b.cells)];
    return before === undefined || after === undefined ? [] : [after - before];
  });
  const most = Math.max(0, ...[...groupBy(shifts, (shift) => shift).values()].map(({ length }) => length));
  return shifts.length === pairs.length && most < pairs.length / 2;
}

function keyOf<Row extends { readonly cells: readonly string[] }>(
  { row, answers }: AnsweredRow<Row>,
  { times }: TimedRows<Row>,
  unit: number,
): string | undefined {
  const time = times.of(row.cells);
  return time === undefined ? undefined : `${Math.floor(time / unit)}\n${answers}`;
}

function unitOf(...tables: readonly { readonly times: SubmissionTimes }[]): number {
  return tables.every(({ times }) => times.hasSeconds) ? 1000 : 60_000;
}

/** How likely two people answer at the same time: from how many of these did who answered otherwise, and from how long the survey took. */
function sameTime<Row extends { readonly cells: readonly string[] }>({ rows, times }: TimedRows<Row>, unit: number): number {
  const byTime = new Map<number, string[]>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { row, answers } of rows) {
    const time = times.of(row.cells);
    if (time === undefined) continue;
    const at = Math.floor(time / unit);
    addToGroup(byTime, at, answers);
    [first, last] = [Math.min(first, at), Math.max(last, at)];
  }
  const different = [...byTime.values()].reduce((sum, all) => {
    const alike = [...groupBy(all, (answers) => answers).values()].reduce((pairs, { length }) => pairs + pairsOf(length), 0);
    return sum + pairsOf(all.length) - alike;
  }, 0);
  const crowded = Math.min(1, crowding / Math.max(1, last - first));
  return last > first ? Math.max(crowded, different / Math.max(1, pairsOf(rows.length))) : 1;
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Whether so many events are far more than expected ones (the Chernoff bound of a Poisson tail). */
function isMoreThan(count: number, expected: number): boolean {
  return count > expected && (expected === 0 || count - expected + count * Math.log(expected / count) < largestChance);
}
