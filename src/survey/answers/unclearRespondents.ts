import { addToGroup } from '../../base/groupBy.ts';
import { comparableText } from './comparableText.ts';
import { indexesOf, type MatchedTable, type RowPosition, type RowsReading } from './countedRows.ts';
import { isLikelyRespondent } from './likelyRespondents.ts';
import { isRespondentColumn, isWaveColumn } from './matchColumns.ts';
import { isRunningNumber, respondentId } from './namelessRespondents.ts';
import { clearNames, isNamed, type SurveyColumn } from './surveyTable.ts';
import { isMarkColumn } from './toolMarks.ts';
import { isCalledLikeWeights } from './weightColumns.ts';
import { durationHeaders } from './wordings/durations.ts';
import { headersOfPlaces, personaHeaders, respondentWords } from './wordings/exportWords.ts';

/** A column that may tell respondents apart, and by which some would count more than once. */
export interface UnclearRespondents {
  readonly column: string;
  /** The first value that is there more than once, and its rows. */
  readonly value: string;
  readonly positions: readonly RowPosition[];
  /** The number of such values. */
  readonly count: number;
}

type Row = RowsReading['rows'][number][number];

/** Fewer rows say nothing about a column. */
const fewestRows = 4;
const smallestFilled = 0.9;
/** Of the cells, how many at least are different: in a column that is called like one of ids, and in one of which only the cells look so. */
const smallestShare = { named: 0.5, unnamed: 0.8 };

/**
 * Finds columns of ids with another name than the known ones, or beside the one that was taken, in which a value is there more than once.
 * @param rows those that count
 */
export function* unclearRespondents(
  tables: readonly MatchedTable[],
  rows: RowsReading['rows'],
): Generator<undefined, readonly UnclearRespondents[]> {
  const nameOf = clearNames(tables.map(({ columns }) => columns));
  const columns = new Map<string, { readonly column: SurveyColumn; readonly at: number }[]>();
  for (const [at, { columns: all, meanings }] of tables.entries())
    for (const index of indexesOf(meanings, 'unknown')) {
      const column = all[index];
      if (column && !isKnownOtherwise(column)) addToGroup(columns, nameOf(column), { column, at });
    }
  const found: UnclearRespondents[] = [];
  for (const [column, places] of columns) {
    yield;
    const [place] = places;
    if (!place || !places.every(({ column: { index }, at }) => holdsIds(place.column, index, rows[at] ?? []))) continue;
    const repeated = repeatedIds(tables, rows, places);
    const [first] = repeated;
    if (first === undefined) continue;
    const positions = first.rows.map(({ path, row }) => ({ path, row }));
    found.push({ column, value: first.value, positions, count: repeated.length });
  }
  return found;
}

/** Values that are in several rows, unless all of these are already known to be of one respondent. */
function repeatedIds(
  tables: readonly MatchedTable[],
  rows: RowsReading['rows'],
  places: readonly { readonly column: SurveyColumn; readonly at: number }[],
): readonly { readonly value: string; readonly rows: readonly Row[] }[] {
  const found = new Map<string, { readonly row: Row; readonly respondent: string }[]>();
  for (const {
    column: { index },
    at,
  } of places) {
    const [respondent = -1] = indexesOf(tables[at]?.meanings ?? [], 'respondent');
    for (const row of rows[at] ?? []) {
      const value = respondentId(row.cells[index] ?? '');
      const file = isRunningNumber(value) ? at : '';
      if (value !== '') addToGroup(found, `${file}\n${value}`, { row, respondent: (row.cells[respondent] ?? '').trim() });
    }
  }
  return [...found].flatMap(([key, all]) => {
    const [first] = all;
    const isOne = first !== undefined && first.respondent !== '' && all.every(({ respondent }) => respondent === first.respondent);
    return all.length < 2 || isOne ? [] : [{ value: key.slice(key.indexOf('\n') + 1), rows: all.map(({ row }) => row) }];
  });
}

/** Most columns do not look like ids from the first rows on. */
const firstRows = 50;

function holdsIds(column: SurveyColumn, index: number, rows: readonly Row[]): boolean {
  const cellsOf = (some: readonly Row[]) => some.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
  const isNamed = isCalledLikeIds(column);
  const mayBeId = isNamed ? (cell: string) => !isMeasure(cell) : looksLikeId;
  if (!cellsOf(rows.slice(0, firstRows)).every(mayBeId)) return false;
  const filled = cellsOf(rows);
  if (filled.length < fewestRows || filled.length < smallestFilled * rows.length || !filled.every(mayBeId)) return false;
  return new Set(filled).size >= (isNamed ? smallestShare.named : smallestShare.unnamed) * filled.length;
}

/** Whether a header has a word of those that tell respondents apart. */
export function isCalledLikeIds(column: SurveyColumn): boolean {
  if (isRespondentColumn(column) || isLikelyRespondent(column)) return true;
  const [text = ''] = column.texts;
  const words = text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/\p{L}+/gu);
  // Longer headers are questions.
  return words !== null && words.length <= 4 && words.some((word) => respondentWords.has(word));
}

const places = new Set(headersOfPlaces.map(comparableText));

/** Columns that survey tools add beside the answers, and that have equal values for different people. */
function isKnownOtherwise(column: SurveyColumn): boolean {
  return (
    isWaveColumn(column) ||
    isMarkColumn(column) ||
    isCalledLikeWeights(column) ||
    isNamed(column, durationHeaders) ||
    isNamed(column, personaHeaders) ||
    column.texts.some((text) => places.has(comparableText(text)))
  );
}

/** A broken number, a day or a time. */
export function isMeasure(cell: string): boolean {
  return /^[-+]?\d+[.,]\d+$/.test(cell) || /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(cell) || /\d:\d\d/.test(cell);
}

/** One word with letters and digits, an e-mail address, or a long number. */
function looksLikeId(cell: string): boolean {
  if (cell.length > 80 || /\s|:\/\//.test(cell) || isMeasure(cell) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(cell)) return false;
  return /^[^@]+@[^@]+\.[^@]+$/.test(cell) || (/\p{L}/u.test(cell) && /\p{N}/u.test(cell)) || /^\+?\d{7,}$/.test(cell);
}
