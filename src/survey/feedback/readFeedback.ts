import type { Feature, Persona } from '../../document/format/model.ts';
import { dateOrderOf, dateReader, type ReadDate } from '../../terms/readDates.ts';
import { personaReader } from '../answers/cellReaders.ts';
import { listedValues } from '../answers/countedRows.ts';
import { type LongRow, longRow } from '../answers/longRows.ts';
import { columnName, type SurveyTable } from '../answers/surveyTable.ts';
import { CopiedRows } from './copiedRows.ts';
import { columnsOfKind, type FeedbackTable, feedbackTable } from './feedbackColumns.ts';
import { type FeedbackCount, FeedbackCounts, monthOf } from './feedbackCounts.ts';
import type { FeedbackMap } from './feedbackMap.ts';
import { featureFinder, labelReader } from './labelReader.ts';
import { type FeedbackMatch, matchesShown } from './matches.ts';
import { wayReaders } from './readWays.ts';
import { type Mention, type RowReaders, rowReader } from './rowReader.ts';
import { wordFinder } from './searchWords.ts';
import { type UnclearCell, UnclearCells } from './unclearCells.ts';
import { withoutUnclearNumbers } from './unclearNumbers.ts';

/** What an export of reviews and tickets says about features, and what of it does not count. It holds no text but a few for the dry run. */
export interface FeedbackReading {
  readonly tables: readonly FeedbackTable[];
  readonly counts: readonly FeedbackCount[];
  /** Every row of the tables is one of these. */
  readonly rows: Readonly<Record<RowKind, number>>;
  /** The months, as `YYYY-MM`, of all rows that are not left out; `undefined` where rows without a date count. */
  readonly months: ReadonlySet<string | undefined>;
  /** Rows that count and have no date, although a column holds dates. */
  readonly undated: number;
  /** Cells that are not understood, the most frequent first. */
  readonly unclear: readonly UnclearCell[];
  /** Rows with more filled cells than there are columns. */
  readonly tooLong: readonly LongRow[];
  /** Dates that could be two days, by column. */
  readonly ambiguousDates: readonly { readonly column: string; readonly example: string }[];
  readonly ambiguousLabels: readonly { readonly label: string; readonly features: readonly string[] }[];
  /** Labels of rows about no feature, the most frequent first. */
  readonly otherLabels: readonly { readonly label: string; readonly count: number }[];
  /** The first rows about each feature. */
  readonly matches: ReadonlyMap<string, readonly FeedbackMatch[]>;
}

export const rowKinds = ['counted', 'empty', 'leftOut', 'copied', 'aboutNoFeature', 'bothWays', 'noWay', 'unclearDate'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface FeedbackContext {
  readonly features: readonly Feature[];
  readonly personas: readonly Persona[];
  readonly map: FeedbackMap;
}

/** Reads exports and counts them, by feature, persona and month. */
export function readFeedback(tables: readonly SurveyTable[], context: FeedbackContext): FeedbackReading {
  const { features, personas, map } = context;
  const ways = wayReaders(map);
  const find = featureFinder(features, map);
  const labels = labelReader(find, ways);
  const found = tables.map((table) => feedbackTable(table, { map, find, labels, ways, hasPersonas: personas.length > 0 }));
  const matched = withoutUnclearNumbers(found, ways);
  const collected = new Collected();
  const readers = {
    map,
    ways,
    labels,
    words: wordFinder(map.terms),
    persona: personaReader(personas, map),
    copies: new CopiedRows(tables),
  };
  for (const table of matched) readRows(table, readers, collected);
  return collected.reading(matched);
}

interface TableReaders extends RowReaders {
  readonly persona: (cell: string) => string | null | undefined;
  readonly copies: CopiedRows;
}

function readRows(matched: FeedbackTable, readers: TableReaders, collected: Collected): void {
  const { table, columns } = matched;
  const { map } = readers;
  const [[dateColumn], [personaColumn]] = [columnsOfKind(matched, 'date'), columnsOfKind(matched, 'persona')];
  const readDate = dateColumn === undefined ? () => null : datesIn(matched, dateColumn, map, collected);
  const readRow = rowReader(matched, readers);
  const leftOut = listedValues(columns, map.rows.leaveOut);
  // A header may be repeated: then any of its columns may have the value.
  const wanted = [...map.where].map((entry) => listedValues(columns, new Map([entry])));
  for (let index = 1; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? [];
    const row = table.numbers?.[index - 1] ?? (table.rowsAbove ?? 0) + index + 1;
    const long = longRow({ path: table.path, row }, cells, columns.length);
    if (long) collected.tooLong.push(long);
    const cellOf = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? '').trim());
    const note = (kind: UnclearCell['kind'], column: number) =>
      collected.unclear.add({ kind, text: cellOf(column), column: nameOf(matched, column), path: table.path, row });
    const isListed = ({ index: column, words }: (typeof leftOut)[number]) => words.has(cellOf(column));
    const persona = personaColumn === undefined ? undefined : readers.persona(cellOf(personaColumn));
    const kind = cells.every((cell) => cell.trim() === '')
      ? 'empty'
      : leftOut.some(isListed) || persona === null || !wanted.every((named) => named.some(isListed))
        ? 'leftOut'
        : readers.copies.isCopy(table, cells, map.rows.duplicates)
          ? 'copied'
          : undefined;
    if (kind !== undefined) {
      collected.rows[kind]++;
      continue;
    }
    const date = readDate(cellOf(dateColumn));
    if (date) collected.months.add(monthOf(date));
    const { mentions, unclear, labels } = readRow(cells);
    for (const column of unclear) note('way', column);
    const isCounted = collected.count(mentions, { persona: persona ?? undefined, date, path: table.path, row });
    // Other rows without a date must not replace what was counted without one.
    if (isCounted && date === null) collected.months.add(undefined);
    if (isCounted && personaColumn !== undefined && persona === undefined && cellOf(personaColumn) !== '') note('persona', personaColumn);
    if (date === undefined && dateColumn !== undefined && mentions.some(hasWay)) note('date', dateColumn);
    if (isCounted && date === null && dateColumn !== undefined) collected.undated++;
    for (const { ambiguous, others } of labels) {
      for (const { label, features } of ambiguous) collected.ambiguousLabels.set(label, features);
      if (mentions.length === 0) for (const label of others) collected.otherLabels.set(label, (collected.otherLabels.get(label) ?? 0) + 1);
    }
  }
}

/** What was read so far. */
class Collected {
  readonly counts = new FeedbackCounts();
  readonly rows = Object.fromEntries(rowKinds.map((kind) => [kind, 0])) as Record<RowKind, number>;
  readonly months = new Set<string | undefined>();
  readonly unclear = new UnclearCells();
  readonly tooLong: LongRow[] = [];
  readonly ambiguousDates: FeedbackReading['ambiguousDates'][number][] = [];
  readonly ambiguousLabels = new Map<string, readonly string[]>();
  readonly otherLabels = new Map<string, number>();
  readonly matches = new Map<string, FeedbackMatch[]>();
  undated = 0;

  /** Counts a row for all features that it is about, and says whether it counts for any. Without knowing its date, a later import would count it twice. */
  count(
    mentions: readonly Mention[],
    { persona, date, path, row }: { persona: string | undefined; date: ReadDate; path: string; row: number },
  ): boolean {
    if (date === undefined && mentions.some(hasWay)) {
      this.rows.unclearDate++;
      return false;
    }
    let isCounted = false;
    for (const { feature, way, text } of mentions) {
      if (way === null || way === 'mixed') continue;
      isCounted = true;
      this.counts.add(feature, persona, date ?? undefined, way);
      const shown = this.matches.get(feature) ?? [];
      if (shown.length === 0) this.matches.set(feature, shown);
      if (shown.length < matchesShown) shown.push({ path, row, way, text: text() });
    }
    const isMixed = mentions.some(({ way }) => way === 'mixed');
    this.rows[isCounted ? 'counted' : mentions.length === 0 ? 'aboutNoFeature' : isMixed ? 'bothWays' : 'noWay']++;
    return isCounted;
  }

  reading(tables: readonly FeedbackTable[]): FeedbackReading {
    return {
      tables,
      counts: this.counts.all(),
      rows: this.rows,
      months: this.months,
      undated: this.undated,
      unclear: this.unclear.all(),
      tooLong: this.tooLong,
      ambiguousDates: this.ambiguousDates,
      ambiguousLabels: [...this.ambiguousLabels].map(([label, features]) => ({ label, features })),
      otherLabels: [...this.otherLabels].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count),
      matches: this.matches,
    };
  }
}

function hasWay({ way }: Mention): boolean {
  return way !== null && way !== 'mixed';
}

/** The reader of a column of dates. Notes where nothing tells in which order they are written. */
function datesIn(matched: FeedbackTable, column: number, map: FeedbackMap, { ambiguousDates }: Collected): (cell: string) => ReadDate {
  const { order, example } = dateOrderOf(columnCells(matched.table, column));
  if (example !== undefined && (map.dates ?? order) === undefined) ambiguousDates.push({ column: nameOf(matched, column), example });
  return dateReader(map.dates ?? order);
}

function* columnCells({ rows }: SurveyTable, column: number): Iterable<string> {
  for (let row = 1; row < rows.length; row++) yield rows[row]?.[column] ?? '';
}

function nameOf({ columns }: FeedbackTable, column: number): string {
  const found = columns[column];
  return found === undefined ? '' : columnName(found);
}
