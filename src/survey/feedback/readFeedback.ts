import type { Feature, Persona } from '../../document/format/model.ts';
import { personaReader } from '../answers/cellReaders.ts';
import { listedValues } from '../answers/countedRows.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { columnName } from '../answers/surveyTable.ts';
import { CopiedRows } from './copiedRows.ts';
import { columnsOfKind, type FeedbackTable, feedbackTable } from './feedbackColumns.ts';
import { type FeedbackCount, FeedbackCounts } from './feedbackCounts.ts';
import type { FeedbackMap, Way } from './feedbackMap.ts';
import { featureFinder, labelReader } from './labelReader.ts';
import { type FeedbackMatch, matchesShown, snippetOf } from './matches.ts';
import { dateOrderOf, dateReader } from './readDates.ts';
import { joinedWay, type ReadWay, wayReaders } from './readWays.ts';
import { searchableText, wordFinder } from './searchWords.ts';

/** What an export of reviews and tickets says about features, and what of it does not count. It holds no text but a few for the dry run. */
export interface FeedbackReading {
  readonly tables: readonly FeedbackTable[];
  readonly counts: readonly FeedbackCount[];
  /** Every row of the tables is one of these. */
  readonly rows: Readonly<Record<RowKind, number>>;
  /** The months, as `YYYY-MM`, of all rows that are not left out; `undefined` for rows without a date. */
  readonly months: ReadonlySet<string | undefined>;
  /** Rows that count and have no date, although a column holds dates. */
  readonly undated: number;
  /** Cells that are not understood, the most frequent first. */
  readonly unclear: readonly UnclearCell[];
  /** Dates that could be two days, by column. */
  readonly ambiguousDates: readonly { readonly column: string; readonly example: string }[];
  readonly ambiguousLabels: readonly { readonly label: string; readonly features: readonly string[] }[];
  /** Labels of rows about no feature, the most frequent first. */
  readonly otherLabels: readonly { readonly label: string; readonly count: number }[];
  /** The first rows about each feature. */
  readonly matches: ReadonlyMap<string, readonly FeedbackMatch[]>;
}

export type RowKind = 'counted' | 'empty' | 'leftOut' | 'copied' | 'aboutNoFeature' | 'bothWays' | 'noWay';

export interface UnclearCell {
  readonly kind: 'way' | 'date' | 'persona';
  readonly text: string;
  readonly column: string;
  readonly path: string;
  readonly row: number;
  readonly count: number;
}

export interface FeedbackContext {
  readonly features: readonly Feature[];
  readonly personas: readonly Persona[];
  readonly map: FeedbackMap;
}

/** Reads exports and counts them, by feature, persona and month. */
export function readFeedback(tables: readonly SurveyTable[], { features, personas, map }: FeedbackContext): FeedbackReading {
  const ways = wayReaders(map);
  const find = featureFinder(features, map);
  const labels = labelReader(find, ways);
  const hasPersonas = personas.length > 0;
  const matched = tables.map((table) => feedbackTable(table, { map, find, labels, ways, hasPersonas }));
  const readPersona = personaReader(personas, map);
  const findWords = wordFinder(map.terms);
  const counts = new FeedbackCounts();
  const rows: Record<RowKind, number> = { counted: 0, empty: 0, leftOut: 0, copied: 0, aboutNoFeature: 0, bothWays: 0, noWay: 0 };
  const months = new Set<string | undefined>();
  const unclear = new Map<string, UnclearCell>();
  const ambiguousDates: FeedbackReading['ambiguousDates'][number][] = [];
  const ambiguousLabels = new Map<string, readonly string[]>();
  const otherLabels = new Map<string, number>();
  const matches = new Map<string, FeedbackMatch[]>();
  const copies = new CopiedRows(tables);
  let undated = 0;
  for (const each of matched) {
    const { table, columns } = each;
    const of = (kind: Parameters<typeof columnsOfKind>[1]) => columnsOfKind(each, kind);
    const [texts, labelColumns, stars, sentiments, [dateColumn], [personaColumn]] = [
      of('text'),
      of('labels'),
      of('stars'),
      of('sentiment'),
      of('date'),
      of('persona'),
    ];
    const aspects = each.meanings.flatMap((meaning, index) => (meaning.kind === 'aspect' ? [{ index, feature: meaning.feature }] : []));
    const { order, example } = dateColumn === undefined ? { order: undefined, example: undefined } : datesOf(table, dateColumn);
    const asked = map.dates ?? order;
    if (example !== undefined && asked === undefined && dateColumn !== undefined)
      ambiguousDates.push({ column: nameOf(columns[dateColumn]), example });
    const readDate = dateReader(asked);
    const leftOut = listedValues(columns, map.rows.leaveOut);
    const wanted = listedValues(columns, map.where);
    for (let index = 1; index < table.rows.length; index++) {
      const cells = table.rows[index] ?? [];
      const row = table.numbers?.[index - 1] ?? index + 1;
      const note = (kind: UnclearCell['kind'], column: number) => {
        const text = (cells[column] ?? '').trim();
        const key = `${kind}\n${column}\n${text}`;
        const before = unclear.get(key);
        if (before) unclear.set(key, { ...before, count: before.count + 1 });
        else if (unclear.size < 1000) unclear.set(key, { kind, text, column: nameOf(columns[column]), path: table.path, row, count: 1 });
      };
      if (cells.every((cell) => cell.trim() === '')) {
        rows.empty++;
        continue;
      }
      const persona = personaColumn === undefined ? undefined : readPersona(cells[personaColumn] ?? '');
      const isOut = leftOut.some((test) => test.words.has((cells[test.index] ?? '').trim()));
      if (isOut || persona === null || !wanted.every((test) => test.words.has((cells[test.index] ?? '').trim()))) {
        rows.leftOut++;
        continue;
      }
      if (copies.isCopy(table, cells, map.rows.duplicates)) {
        rows.copied++;
        continue;
      }
      if (personaColumn !== undefined && persona === undefined && (cells[personaColumn] ?? '').trim() !== '')
        note('persona', personaColumn);
      const date = dateColumn === undefined ? null : readDate(cells[dateColumn] ?? '');
      if (date === undefined && dateColumn !== undefined) note('date', dateColumn);
      months.add(date?.slice(0, 7));
      const signal = (column: number, read: (cell: string) => ReadWay): ReadWay => {
        const way = read(cells[column] ?? '');
        if (way === undefined) note('way', column);
        return way;
      };
      const count = (feature: string, way: Way, found: () => string) => {
        counts.add(feature, persona, date ?? undefined, way);
        const shown = matches.get(feature) ?? [];
        if (shown.length === 0) matches.set(feature, shown);
        if (shown.length < matchesShown) shown.push({ path: table.path, row, way, text: found() });
      };
      const textOf = () => texts.map((column) => cells[column] ?? '').join(' ');
      let [counted, mentioned, isMixed] = [0, 0, false];
      for (const { index: column, feature } of aspects) {
        const way = signal(column, ways.aspect);
        if (way === null) continue;
        mentioned++;
        if (way === 'mixed') isMixed = true;
        else if (way !== undefined) {
          counted++;
          count(feature, way, () => snippetOf(textOf()));
        }
      }
      const found = new Map<string, () => string>();
      const rowWays: ReadWay[] = [];
      const others: string[] = [];
      for (const column of labelColumns) {
        const cell = labels(cells[column] ?? '');
        for (const feature of cell.features) found.set(feature, () => snippetOf(textOf() || (cells[column] ?? '')));
        rowWays.push(...cell.ways);
        others.push(...cell.others);
        for (const { label, features: named } of cell.ambiguous) ambiguousLabels.set(label, named);
      }
      if (map.terms.size > 0) {
        for (const column of texts) {
          const searchable = searchableText(cells[column] ?? '');
          for (const word of findWords(searchable))
            if (!found.has(word.feature)) found.set(word.feature, () => snippetOf(searchable, word));
        }
      }
      for (const { feature } of aspects) found.delete(feature);
      if (found.size > 0) {
        for (const column of sentiments) rowWays.push(signal(column, ways.sentiment));
        for (const column of stars) rowWays.push(signal(column, ways.stars));
        const way = joinedWay(rowWays) ?? (rowWays.includes(undefined) ? null : (map.otherwise ?? null));
        mentioned += found.size;
        if (way === 'mixed') isMixed = true;
        else if (way !== null) for (const [feature, text] of found) count(feature, way, text);
        if (way !== 'mixed' && way !== null) counted += found.size;
      }
      if (counted > 0 && date === null && dateColumn !== undefined) undated++;
      if (mentioned === 0) for (const label of others) otherLabels.set(label, (otherLabels.get(label) ?? 0) + 1);
      rows[counted > 0 ? 'counted' : mentioned === 0 ? 'aboutNoFeature' : isMixed ? 'bothWays' : 'noWay']++;
    }
  }
  const frequent = <Each extends { readonly count: number }>(all: readonly Each[]) => [...all].sort((a, b) => b.count - a.count);
  return {
    tables: matched,
    counts: counts.all(),
    rows,
    months,
    undated,
    unclear: frequent([...unclear.values()]),
    ambiguousDates,
    ambiguousLabels: [...ambiguousLabels].map(([label, named]) => ({ label, features: named })),
    otherLabels: frequent([...otherLabels].map(([label, count]) => ({ label, count }))),
    matches,
  };
}

function nameOf(column: FeedbackTable['columns'][number] | undefined): string {
  return column === undefined ? '' : columnName(column);
}

function* columnCells({ rows }: SurveyTable, column: number): Iterable<string> {
  for (let row = 1; row < rows.length; row++) yield rows[row]?.[column] ?? '';
}

function datesOf(table: SurveyTable, column: number) {
  return dateOrderOf(columnCells(table, column));
}
