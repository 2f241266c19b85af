import { groupBy } from '../../base/groupBy.ts';
import type { Answer } from './cellReaders.ts';
import type { ColumnMeaning } from './matchColumns.ts';
import { questionPairs } from './questionPairs.ts';
import { isAlike, matchedRows } from './sameAnswers.ts';
import { areUnrelatedTimes, repeatedMoments, sameMoments } from './sameMoments.ts';
import { type SubmissionTimes, submissionTimes } from './submissionTimes.ts';
import type { SurveyColumn, SurveyTable } from './surveyTable.ts';

/** Rows of a file that are also in another, or twice in the same one. */
export interface CopiedRows {
  readonly path: string;
  readonly other: string;
  readonly count: number;
  /** Whether they are equal in every cell, also in the time of the answer; in the answers and the time; or in the answers alone. */
  readonly sameIn: 'cells' | 'time' | 'moment' | 'answers';
}

interface Row {
  readonly cells: readonly string[];
}

interface ComparedTable {
  readonly table: SurveyTable;
  readonly columns: readonly SurveyColumn[];
  readonly meanings: readonly ColumnMeaning[];
}

interface Part<Found extends Row> {
  readonly path: string;
  readonly rows: readonly Found[];
  readonly times: SubmissionTimes | undefined;
  readonly columns: ReadonlyMap<string, { readonly functional: number; readonly dysfunctional: number }>;
}

export interface AnsweredTwice<Found> {
  readonly copies: readonly CopiedRows[];
  /** The rows that do not count, where it is known which do. */
  readonly dropped: ReadonlySet<Found>;
}

/**
 * Finds answers that are there twice although ids, columns or words differ: compared is what was understood, about the features that both parts have.
 * @param rows those that count of each table, without those that are known to be there more than once
 */
export function* answeredTwice<Found extends Row>(
  tables: readonly ComparedTable[],
  rows: readonly (readonly Found[])[],
  readAnswer: (cell: string) => Answer,
  keep: 'first' | 'last' | 'all' | undefined,
): Generator<undefined, AnsweredTwice<Found>> {
  const copies: CopiedRows[] = [];
  const dropped = new Set<Found>();
  const parts = tables.map(({ table, columns: all, meanings }, index): Part<Found> => {
    const columns = new Map(questionPairs(meanings).map((pair) => [pair.feature, pair]));
    const found = rows[index] ?? [];
    return { path: table.path, rows: found, times: submissionTimes(all, meanings, found), columns };
  });
  const note = (pairs: readonly (readonly [Found, Found])[], copied: Omit<CopiedRows, 'count'>) => {
    if (pairs.length === 0) return;
    copies.push({ ...copied, count: pairs.length });
    if (keep === 'first' || keep === 'last') for (const [before, after] of pairs) dropped.add(keep === 'first' ? after : before);
  };
  const readRows = (part: Part<Found>, features: readonly string[], known: ReadonlySet<Found> = new Set()) =>
    answered(
      part.rows.filter((row) => !dropped.has(row) && !known.has(row)),
      features.flatMap((feature) => part.columns.get(feature) ?? []),
      readAnswer,
    );
  const compare = (earlier: Part<Found>, later: Part<Found>) => {
    const features = [...earlier.columns.keys()].filter((feature) => later.columns.has(feature)).sort();
    const matches = matchedRows(readRows(earlier, features), readRows(later, features), features.length);
    const copied = { path: later.path, other: earlier.path };
    const pairs = isAlike(matches, areUnrelatedTimes(matches.pairs, earlier.times, later.times)) ? matches.pairs : [];
    note(pairs, { ...copied, sameIn: 'answers' });
    if (!earlier.times || !later.times || earlier.path === later.path) return;
    const known = new Set(pairs.flat());
    const [first, second] = [
      { rows: readRows(earlier, features, known), times: earlier.times },
      { rows: readRows(later, features, known), times: later.times },
    ];
    note(sameMoments(first, second, features.length), { ...copied, sameIn: 'moment' });
  };
  for (const [index, part] of parts.entries()) {
    yield;
    for (const row of timedCopies(tables[index], part.rows)) dropped.add(row);
    const count = part.rows.filter((row) => dropped.has(row)).length;
    if (count > 0) copies.push({ path: part.path, other: part.path, count, sameIn: 'time' });
    yield;
    if (part.times) {
      const features = [...part.columns.keys()];
      const timed = { rows: readRows(part, features), times: part.times };
      note(repeatedMoments(timed, features.length), { path: part.path, other: part.path, sameIn: 'moment' });
    }
    const once = part.rows.filter((row) => !dropped.has(row));
    const half = once.length / 2;
    yield;
    const hasIds = tables[index]?.meanings.some(({ kind }) => kind === 'respondent');
    if (!hasIds && Number.isInteger(half)) compare({ ...part, rows: once.slice(0, half) }, { ...part, rows: once.slice(half) });
  }
  for (const [index, later] of parts.entries()) {
    yield;
    for (const earlier of parts.slice(0, index)) if (earlier.path !== later.path) compare(earlier, later);
  }
  return keep === 'all' ? { copies: [], dropped: new Set() } : { copies, dropped };
}

/** Rows with what they answer to both questions about each feature, where they answer about any. */
function answered<Found extends Row>(
  rows: readonly Found[],
  columns: readonly { readonly functional: number; readonly dysfunctional: number }[],
  readAnswer: (cell: string) => Answer,
): readonly { readonly row: Found; readonly answers: string }[] {
  const text = (cell: string) => {
    const answer = readAnswer(cell);
    return answer === undefined ? cell.trim() : answer === null ? '' : JSON.stringify(answer);
  };
  return rows.flatMap((row) => {
    const pairs = columns.map(({ functional, dysfunctional }) => [text(row.cells[functional] ?? ''), text(row.cells[dysfunctional] ?? '')]);
    return pairs.some(([yes, no]) => yes !== '' && no !== '') ? [{ row, answers: JSON.stringify(pairs) }] : [];
  });
}

const day = /\d{1,4}[^\d:]{1,2}\d{1,2}[^\d:]{1,2}\d{1,4}/;
const timeOfDay = /\d{1,2}:\d{2}/;

/** Rows that equal an earlier one of their table in every cell, with the day and the time of the answer. */
function timedCopies<Found extends Row>(table: ComparedTable | undefined, rows: readonly Found[]): readonly Found[] {
  const isTimed = ({ cells }: Row) => cells.some((cell) => day.test(cell) && timeOfDay.test(cell));
  const equal = groupBy(rows.filter(isTimed), ({ cells }) =>
    JSON.stringify(table?.columns.map(({ index }) => (cells[index] ?? '').trim())),
  );
  return [...equal.values()].flatMap(([, ...others]) => others);
}
