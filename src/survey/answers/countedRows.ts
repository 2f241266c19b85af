import { addToGroup } from '../../base/groupBy.ts';
import { comparableText } from './comparableText.ts';
import type { ColumnMeaning } from './matchColumns.ts';
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

export interface CountedRow extends RowPosition {
  readonly cells: readonly string[];
}

export interface RowsReading {
  /** The rows that count, by table. */
  readonly rows: readonly (readonly CountedRow[])[];
  readonly empty: number;
  /** Rows without an answer in any column of a question. */
  readonly unanswered: number;
  /** Rows that the survey map leaves out. */
  readonly leftOut: number;
  /** Rows that do not count because the respondent answered more than once. */
  readonly repeated: number;
  /** Respondents who answered more than once, where the survey map does not say which answers count. */
  readonly duplicates: readonly { readonly respondent: string; readonly positions: readonly RowPosition[] }[];
  /** Rows with more filled cells than there are columns. */
  readonly tooLong: readonly (RowPosition & { readonly cells: number; readonly columns: number })[];
}

/** Finds out which rows of the tables count, and why others do not. */
export function countedRows(tables: readonly MatchedTable[], map: SurveyMap, isAnswer: (cell: string) => boolean): RowsReading {
  const tooLong: (RowPosition & { cells: number; columns: number })[] = [];
  let [empty, unanswered, leftOut] = [0, 0, 0];
  const respondents = new Map<string, CountedRow[]>();
  const rows = tables.map(({ table, columns, meanings }, tableIndex) => {
    const questions = indexesOf(meanings, 'question');
    const [respondent = -1] = indexesOf(meanings, 'respondent');
    const isLeftOut = leftOutTest(columns, map);
    const counted: CountedRow[] = [];
    for (const { number, cells } of surveyRows(table)) {
      const position = { path: table.path, row: number };
      if (cells.slice(columns.length).some(isFilled)) tooLong.push({ ...position, cells: cells.length, columns: columns.length });
      if (!cells.some(isFilled)) empty++;
      else if (isLeftOut(cells)) leftOut++;
      else if (!questions.some((index) => isAnswer(cells[index] ?? ''))) unanswered++;
      else {
        const row = { ...position, cells };
        counted.push(row);
        const id = (cells[respondent] ?? '').trim();
        // A running number only tells the rows of its own file apart.
        const isRunningNumber = /^\d{1,6}$/.test(id) && map.respondents.column === undefined && !isGivenId(columns[respondent]);
        if (id !== '') addToGroup(respondents, `${isRunningNumber ? tableIndex : ''}\n${id}`, row);
      }
    }
    return counted;
  });
  const several = [...respondents].filter(([, found]) => found.length > 1);
  const { duplicates } = map.respondents;
  const dropped = new Set(
    several.flatMap(([, found]) => (duplicates === 'first' ? found.slice(1) : duplicates === 'last' ? found.slice(0, -1) : [])),
  );
  const undecided = duplicates === undefined ? several : [];
  return {
    rows: rows.map((each) => each.filter((row) => !dropped.has(row))),
    empty,
    unanswered,
    leftOut,
    repeated: dropped.size,
    duplicates: undecided.map(([key, found]) => ({
      respondent: key.slice(key.indexOf('\n') + 1),
      positions: found.map(({ path, row }) => ({ path, row })),
    })),
    tooLong,
  };
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

function leftOutTest(columns: readonly SurveyColumn[], { respondents }: SurveyMap): (cells: readonly string[]) => boolean {
  const tests = [...respondents.leaveOut].flatMap(([name, values]) => {
    const words = new Set(values.map((value) => value.trim()));
    return columnsNamed(columns, name).map(({ index }) => ({ index, words }));
  });
  return (cells) => tests.some(({ index, words }) => words.has((cells[index] ?? '').trim()));
}
