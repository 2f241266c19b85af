import { addToGroup, groupBy } from '../../base/groupBy.ts';
import { answeredTwice, type CopiedRows } from './answeredTwice.ts';
import type { Answer } from './cellReaders.ts';
import { comparableText } from './comparableText.ts';
import { featureParts } from './featureParts.ts';
import { fewValued } from './likelyWaves.ts';
import { type LongRow, longRow } from './longRows.ts';
import { type ColumnMeaning, isWaveColumn } from './matchColumns.ts';
import { isRunningNumber, type NamelessRows, respondentId } from './namelessRespondents.ts';
import type { SurveyMap } from './surveyMap.ts';
import { columnsNamed, type SurveyColumn, type SurveyTable, surveyRows } from './surveyTable.ts';

/** A table with the meaning of its columns. */
export interface MatchedTable {
  readonly table: SurveyTable;
  readonly columns: readonly SurveyColumn[];
  readonly meanings: readonly ColumnMeaning[];
}

/** A row of a file, numbered as in a spreadsheet. */
export interface RowPosition {
  readonly path: string;
  readonly row: number;
}

interface CountedRow extends RowPosition {
  readonly cells: readonly string[];
  /** The respondent, where the row belongs to one who may have rows in files about other features. */
  readonly respondent?: string;
  /** The same for files that share features, by `featureParts`. */
  readonly part: number;
}

export interface RowsReading {
  /** The rows that count, by table. */
  readonly rows: readonly (readonly CountedRow[])[];
  readonly empty: number;
  /** Rows without an answer in any column of a question. */
  readonly unanswered: number;
  /** Rows that the survey map leaves out, or does not ask for. */
  readonly leftOut: number;
  /** Rows that do not count because the respondent answered more than once. */
  readonly repeated: number;
  /** Respondents who answered more than once, where the survey map does not say which answers count. */
  readonly duplicates: readonly RepeatedAnswers[];
  /** Rows that are in two files, or twice in one, where the survey map does not say which count. */
  readonly copies: readonly CopiedRows[];
  /** Columns of waves whose rows that count are of several. */
  readonly waves: readonly Waves[];
  /** Rows with more filled cells than there are columns. */
  readonly tooLong: readonly LongRow[];
  /** Headers of other columns, among the rows. */
  readonly otherHeaders: readonly RowPosition[];
  /** Values in several rows, in the column that tells respondents apart, that do not. */
  readonly nameless: readonly NamelessRows[];
}

/** A column that tells waves of a survey apart, and the values in it, in their order. */
export interface Waves {
  readonly column: string;
  readonly values: readonly string[];
  /** Whether only its values suggest that it does. */
  readonly isLikely?: boolean;
}

export interface RepeatedAnswers {
  readonly respondent: string;
  readonly positions: readonly RowPosition[];
  /** The column of waves in which all these rows differ, with its values in their order. */
  readonly wave?: Waves;
}

/** Rows that are looked at in one step. */
const rowsInStep = 500;

/** Finds out which rows of the tables count, and why others do not. */
export function* countedRows(
  tables: readonly MatchedTable[],
  map: SurveyMap,
  readAnswer: (cell: string) => Answer,
  isQuestionHeader: (text: string) => boolean,
): Generator<undefined, RowsReading> {
  const tooLong: LongRow[] = [];
  const otherHeaders: RowPosition[] = [];
  let [empty, unanswered, leftOut] = [0, 0, 0];
  const respondents = new Map<string, CountedRow[]>();
  const withoutId = new Map<string, CountedRow[]>();
  const nameless = new Map<string, NamelessRows>();
  const rows: (readonly CountedRow[])[] = [];
  const parts = featureParts(tables);
  for (const [tableIndex, { table, columns, meanings }] of tables.entries()) {
    // Which question a column is may be unclear, but it has answers.
    const questions = [...indexesOf(meanings, 'question'), ...indexesOf(meanings, 'ambiguous')];
    const [respondent = -1] = indexesOf(meanings, 'respondent');
    const isLeftOut = leftOutTest(columns, map);
    const isAskedFor = whereTest(columns, map);
    const counted: CountedRow[] = [];
    for (const [at, { number, cells }] of surveyRows(table).entries()) {
      if (at % rowsInStep === 0) yield;
      const position = { path: table.path, row: number };
      const long = longRow(position, cells, columns.length);
      if (long) tooLong.push(long);
      const answer = firstAnswer(questions, cells, readAnswer);
      if (!cells.some(isFilled)) empty++;
      else if (typeof answer !== 'number' && isHeader(questions, cells, isQuestionHeader)) otherHeaders.push(position);
      else if (isLeftOut(cells) || !isAskedFor(cells)) leftOut++;
      else if (answer === null) unanswered++;
      else {
        const part = parts[tableIndex] ?? tableIndex;
        const written = (cells[respondent] ?? '').trim();
        const id = respondentId(written);
        const isOfFile = isRunningNumber(id) && map.respondents.column === undefined && !isGivenId(columns[respondent]);
        const row = { ...position, cells, part, ...(id !== '' && !isOfFile && { respondent: id }) };
        counted.push(row);
        if (written !== '' && id === '') {
          const column = columns[respondent]?.texts[0] ?? '';
          const key = `${column}\n${written}`;
          nameless.set(key, { column, value: written, count: (nameless.get(key)?.count ?? 0) + 1 });
        }
        // Answers about other features, in another file, are no second ones.
        if (id !== '') addToGroup(respondents, `${isOfFile ? tableIndex : part} ${isOfFile}\n${id}`, row);
        if ((id === '' || isOfFile) && tables.length > 1) addToGroup(withoutId, contentOf(row, columns), row);
      }
    }
    rows.push(counted);
  }
  const columnsOf = new Map(tables.map(({ table, columns }) => [table.path, columns]));
  const several = [...respondents].filter(([, found]) => found.length > 1);
  const isCopied = ([first, ...others]: readonly CountedRow[]) =>
    first !== undefined &&
    new Set([first, ...others].map(({ path }) => path)).size > others.length &&
    others.every((row) => contentOf(row, columnsOf.get(row.path) ?? []) === contentOf(first, columnsOf.get(first.path) ?? []));
  const copied = [...several.map(([, found]) => found).filter(isCopied), ...[...withoutId.values()].filter(inSeveralFiles)];
  const { duplicates } = map.respondents;
  const dropped = new Set(
    duplicates === undefined || duplicates === 'all'
      ? []
      : [
          ...several.flatMap(([, found]) => (duplicates === 'first' ? found.slice(1) : found.slice(0, -1))),
          ...[...withoutId.values()].filter(inSeveralFiles).flatMap((found) => outsideOneFile(found, duplicates)),
        ],
  );
  const known = new Set([...dropped, ...(duplicates === undefined ? [...several.map(([, found]) => found), ...copied].flat() : [])]);
  const once = rows.map((each) => each.filter((row) => !known.has(row)));
  const twice = yield* answeredTwice(tables, once, readAnswer, duplicates);
  if (duplicates !== undefined) for (const row of twice.dropped) dropped.add(row);
  const few =
    duplicates === undefined && several.length > 0
      ? fewValued(tables.map(({ columns, meanings }, at) => ({ columns, unknown: indexesOf(meanings, 'unknown'), rows: rows[at] ?? [] })))
      : new Set<string>();
  const undecided = duplicates === undefined ? several.filter(([, found]) => !isCopied(found)) : [];
  return {
    rows: rows.map((each) => each.filter((row) => !dropped.has(row))),
    empty,
    unanswered,
    leftOut,
    repeated: dropped.size,
    duplicates: undecided.map(([key, found]) => {
      const wave = waveOf(found, columnsOf) ?? likelyWave(found, columnsOf, few);
      return {
        respondent: key.slice(key.indexOf('\n') + 1),
        positions: found.map(({ path, row }) => ({ path, row })),
        ...(wave && { wave }),
      };
    }),
    copies: duplicates === undefined ? [...copiesByFile(copied), ...twice.copies] : [],
    waves: severalWaves(tables, rows),
    tooLong,
    otherHeaders,
    nameless: [...nameless.values()].filter(({ count }) => count > 1),
  };
}

function firstAnswer(questions: readonly number[], cells: readonly string[], readAnswer: (cell: string) => Answer): Answer {
  for (const index of questions) {
    const answer = readAnswer(cells[index] ?? '');
    if (answer !== null) return answer;
  }
  return null;
}

/** Whether several cells of a row that should be answers are headers of questions. */
function isHeader(questions: readonly number[], cells: readonly string[], isQuestionHeader: (text: string) => boolean): boolean {
  const filled = questions.flatMap((index) => (isFilled(cells[index] ?? '') ? [(cells[index] ?? '').trim()] : []));
  return new Set(filled.filter(isQuestionHeader)).size > 1;
}

/** Differs for any two rows with different cells, or with different headers above them. */
function contentOf({ cells }: CountedRow, columns: readonly SurveyColumn[]): string {
  return JSON.stringify([columns.map(({ texts }) => texts), columns.map(({ index }) => (cells[index] ?? '').trim())]);
}

function inSeveralFiles(rows: readonly CountedRow[]): boolean {
  return rows.some(({ path }) => path !== rows[0]?.path);
}

/** Of equal rows, those outside the file that has most of them; of several such files, the first or the last. Within one file, people may answer alike. */
function outsideOneFile(rows: readonly CountedRow[], keep: 'first' | 'last'): readonly CountedRow[] {
  const byFile = [...groupBy(rows, ({ path }) => path).values()];
  const most = Math.max(...byFile.map(({ length }) => length));
  const candidates = byFile.filter(({ length }) => length === most);
  const kept = keep === 'first' ? candidates[0] : candidates.at(-1);
  return byFile.filter((each) => each !== kept).flat();
}

/** How many rows each file has in common with one before it. */
function copiesByFile(groups: readonly (readonly CountedRow[])[]): RowsReading['copies'] {
  const pairs = new Map<string, { path: string; other: string; count: number; sameIn: 'cells' }>();
  for (const rows of groups) {
    const [[other = '', first = []] = [], ...later] = groupBy(rows, ({ path }) => path);
    for (const [path, copies] of later) {
      const pair = pairs.get(`${path}\n${other}`) ?? { path, other, count: 0, sameIn: 'cells' };
      pair.count += Math.min(copies.length, first.length);
      pairs.set(`${path}\n${other}`, pair);
    }
  }
  return [...pairs.values()];
}

function severalWaves(tables: readonly MatchedTable[], rows: readonly (readonly CountedRow[])[]): readonly Waves[] {
  const found = new Map<string, Set<string>>();
  for (const [tableIndex, { columns }] of tables.entries()) {
    const column = columns.find(isWaveColumn);
    if (column === undefined) continue;
    const values = found.get(column.texts[0] ?? '') ?? new Set();
    found.set(column.texts[0] ?? '', values);
    for (const { cells } of rows[tableIndex] ?? []) values.add((cells[column.index] ?? '').trim());
  }
  return [...found].flatMap(([column, values]) => (values.size > 1 ? [{ column, values: [...values] }] : []));
}

/** The wave that each of a respondent's rows belongs to, if no two rows belong to one. */
function waveOf(
  rows: readonly CountedRow[],
  columnsOf: ReadonlyMap<string, readonly SurveyColumn[]>,
  isWave = isWaveColumn,
): RepeatedAnswers['wave'] {
  const found = rows.map(({ path, cells }) => {
    const column = columnsOf.get(path)?.find(isWave);
    return { column: column?.texts[0] ?? '', value: column === undefined ? '' : (cells[column.index] ?? '').trim() };
  });
  const values = [...new Set(found.map(({ value }) => value))];
  const column = found[0]?.column ?? '';
  return column !== '' && !values.includes('') && values.length === rows.length ? { column, values } : undefined;
}

/** The same, in a column that may tell waves or products apart. */
function likelyWave(
  rows: readonly CountedRow[],
  columnsOf: ReadonlyMap<string, readonly SurveyColumn[]>,
  names: ReadonlySet<string>,
): RepeatedAnswers['wave'] {
  const found = [...names].flatMap((name) => waveOf(rows, columnsOf, ({ texts }) => texts[0] === name) ?? []);
  return found[0] && { ...found[0], isLikely: true };
}

/** The columns with this meaning. */
export function indexesOf(meanings: readonly ColumnMeaning[], kind: ColumnMeaning['kind']): readonly number[] {
  return meanings.flatMap((meaning, index) => (meaning.kind === kind ? [index] : []));
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

/** Ids in the column of our own questionnaire tell respondents of all files apart. */
function isGivenId(column: SurveyColumn | undefined): boolean {
  return comparableText(column?.texts[0] ?? '') === 'respondent';
}

/** Whether a row has one of the values listed for one of the columns. */
function leftOutTest(columns: readonly SurveyColumn[], { respondents }: SurveyMap): (cells: readonly string[]) => boolean {
  const tests = listedValues(columns, respondents.leaveOut);
  return (cells) => tests.some(({ index, words }) => words.has((cells[index] ?? '').trim()));
}

/** Whether a row has one of the values listed for each of the columns. */
function whereTest(columns: readonly SurveyColumn[], { where }: SurveyMap): (cells: readonly string[]) => boolean {
  const tests = listedValues(columns, where);
  return (cells) => tests.every(({ index, words }) => words.has((cells[index] ?? '').trim()));
}

/** The columns with listed values, and the values. */
export function listedValues(columns: readonly SurveyColumn[], values: ReadonlyMap<string, readonly string[]>) {
  return [...values].flatMap(([name, listed]) => {
    const words = new Set(listed.map((value) => value.trim()));
    return columnsNamed(columns, name).map(({ index }) => ({ index, words }));
  });
}
