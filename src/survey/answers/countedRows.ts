import { comparableText } from './comparableText.ts';
import { type ColumnMeaning, columnsNamed } from './matchColumns.ts';
import type { SurveyMap } from './surveyMap.ts';
import { type SurveyColumn, type SurveyTable, surveyRows } from './surveyTable.ts';

/** A table with what its columns hold. */
export interface MatchedTable {
  readonly table: SurveyTable;
  readonly columns: readonly SurveyColumn[];
  readonly meanings: readonly ColumnMeaning[];
}

/** A row of a file, as a spreadsheet numbers it. */
export interface RowPlace {
  readonly path: string;
  readonly row: number;
}

export interface CountedRow extends RowPlace {
  readonly cells: readonly string[];
}

export interface RowsReading {
  /** Those that count, by table. */
  readonly rows: readonly (readonly CountedRow[])[];
  /** Rows without anything in them. */
  readonly empty: number;
  /** Rows without an answer to any question that was found. */
  readonly unanswered: number;
  /** Rows that the map leaves out. */
  readonly leftOut: number;
  /** Rows of those who answered more than once that do not count. */
  readonly repeated: number;
  /** Respondents who answered more than once, where the map does not say what counts. */
  readonly duplicates: readonly { readonly respondent: string; readonly places: readonly RowPlace[] }[];
  /** Rows with something behind their last column. */
  readonly tooLong: readonly (RowPlace & { readonly cells: number; readonly columns: number })[];
}

/**
 * Which rows of the tables count, and why others do not.
 * @param isAnswer whether anything was answered, by the cell
 */
export function countedRows(tables: readonly MatchedTable[], map: SurveyMap, isAnswer: (cell: string) => boolean): RowsReading {
  const tooLong: (RowPlace & { cells: number; columns: number })[] = [];
  const [empty, unanswered, leftOut] = [{ count: 0 }, { count: 0 }, { count: 0 }];
  const respondents = new Map<string, CountedRow[]>();
  const rows = tables.map((matched, tableIndex) => {
    const { table, columns, meanings } = matched;
    const questions = indexesOf(meanings, 'question');
    const [respondent] = indexesOf(meanings, 'respondent');
    const isLeftOut = leftOutTest(columns, map);
    return surveyRows(table).flatMap(({ number, cells }): CountedRow[] => {
      const row = { path: table.path, row: number, cells };
      if (cells.slice(columns.length).some(isFilled))
        tooLong.push({ path: table.path, row: number, cells: cells.length, columns: columns.length });
      if (!cells.some(isFilled)) return counted(empty);
      if (isLeftOut(cells)) return counted(leftOut);
      if (!questions.some((index) => isAnswer(cells[index] ?? ''))) return counted(unanswered);
      const id = respondent === undefined ? '' : (cells[respondent] ?? '').trim();
      if (respondent !== undefined && id !== '') {
        // A number from 1 on tells the rows of its own file apart, and no more.
        const scope = /^\d{1,6}$/.test(id) && map.respondents.column === undefined && !isGivenId(columns[respondent]) ? tableIndex : '';
        const key = `${scope}\n${id}`;
        const known = respondents.get(key);
        if (known) known.push(row);
        else respondents.set(key, [row]);
      }
      return [row];
    });
  });
  const several = [...respondents].filter(([, found]) => found.length > 1);
  const { duplicates } = map.respondents;
  const dropped = new Set(
    duplicates === undefined || duplicates === 'all'
      ? []
      : several.flatMap(([, found]) => (duplicates === 'first' ? found.slice(1) : found.slice(0, -1))),
  );
  return {
    rows: dropped.size === 0 ? rows : rows.map((each) => each.filter((row) => !dropped.has(row))),
    empty: empty.count,
    unanswered: unanswered.count,
    leftOut: leftOut.count,
    repeated: dropped.size,
    duplicates:
      duplicates === undefined
        ? several.map(([key, found]) => ({
            respondent: key.slice(key.indexOf('\n') + 1),
            places: found.map(({ path, row }) => ({ path, row })),
          }))
        : [],
    tooLong,
  };
}

/** The columns that hold this. */
export function indexesOf(meanings: readonly ColumnMeaning[], kind: ColumnMeaning['kind']): readonly number[] {
  return meanings.flatMap((meaning, index) => (meaning.kind === kind ? [index] : []));
}

function counted(counter: { count: number }): readonly never[] & CountedRow[] {
  counter.count++;
  return [];
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

/** Such ids tell respondents apart over all files of a survey. */
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
