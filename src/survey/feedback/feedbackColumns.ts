import { languageRecords } from '../../terms/language.ts';
import { type FeedbackColumn, feedbackColumns } from '../../terms/languages/languageRecord.ts';
import { comparableText } from '../answers/comparableText.ts';
import { columnsNamed, type SurveyColumn, type SurveyTable } from '../answers/surveyTable.ts';
import type { FeedbackMap, Scale } from './feedbackMap.ts';
import type { FindFeatures, ReadLabels } from './labelReader.ts';
import { type ReadWay, starsIn, type WayReaders } from './readWays.ts';

/** What a column holds. */
export type FeedbackMeaning =
  | { readonly kind: Exclude<FeedbackColumn, 'stars' | 'sentiment'> | 'other' }
  /** Which way; `scale` where the map says how numbers are read. */
  | { readonly kind: 'stars' | 'sentiment'; readonly scale?: Scale }
  /** Whether each row praises a feature, complains about it, or does not mention it. */
  | { readonly kind: 'aspect'; readonly feature: string; readonly scale?: Scale }
  /** The header is the name of several features. */
  | { readonly kind: 'ambiguous'; readonly features: readonly string[] }
  /** Called like stars, and longer than five of them. */
  | { readonly kind: 'scale'; readonly highest: number }
  /** Should say which way, by numbers that may be flags or a longer scale. */
  | { readonly kind: 'numbers'; readonly numbers: readonly number[] };

/** A table with the meaning of its columns. */
export interface FeedbackTable {
  readonly table: SurveyTable;
  readonly columns: readonly SurveyColumn[];
  readonly meanings: readonly FeedbackMeaning[];
}

export interface ColumnReaders {
  readonly map: FeedbackMap;
  readonly find: FindFeatures;
  readonly labels: (cell: string) => ReadLabels;
  readonly ways: WayReaders;
  /** Whether there are personas that a column could name. */
  readonly hasPersonas: boolean;
}

/** How many rows tell what a column holds. */
const sampleSize = 300;

/** The columns of an export: trackers repeat a header for each of several values. Finds out what each holds: from the map, else from header and cells. */
export function feedbackTable(table: SurveyTable, readers: ColumnReaders): FeedbackTable {
  const columns = feedbackHeaders(table);
  const sample = table.rows.slice(1, sampleSize + 1);
  const meanings: (FeedbackMeaning | undefined)[] = columns.map(() => undefined);
  const { map, ways, find, labels } = readers;
  for (const kind of feedbackColumns)
    for (const name of map.columns[kind]) for (const { index } of columnsNamed(columns, name)) meanings[index] ??= { kind };
  const scales = new Map(
    [...map.scales].flatMap(([name, scale]) => columnsNamed(columns, name).map(({ index }) => [index, scale] as const)),
  );
  const cellsOf = (index: number) => sample.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
  for (const column of columns) {
    const scale = scales.get(column.index);
    const read = scale ? (cell: string) => ways.onScale(cell, scale) : ways.aspect;
    meanings[column.index] ??= aspectOf(column, cellsOf(column.index), find, read);
  }
  for (const index of scales.keys()) meanings[index] ??= { kind: 'sentiment' };
  const isFree = ({ index }: SurveyColumn) => meanings[index] === undefined;
  /** The first columns with one of the names; all of them where each may hold something. */
  const byHeader = (kind: FeedbackColumn, names: readonly string[], takesAll: boolean) => {
    if (map.columns[kind].length > 0) return;
    for (const name of names) {
      const found = columns.filter(
        (column) => isFree(column) && column.texts.some((text) => comparableText(text) === comparableText(name)),
      );
      for (const { index } of takesAll ? found : found.slice(0, 1)) meanings[index] = { kind };
      if (found.length > 0 && !takesAll) return;
    }
  };
  const words = languageRecords.map(({ feedback }) => feedback.columns);
  const named = (kind: keyof (typeof words)[number]) => words.flatMap((each) => each[kind]);
  for (const kind of ['date', 'stars', 'sentiment'] as const) byHeader(kind, named(kind), false);
  if (readers.hasPersonas) byHeader('persona', named('persona'), false);
  byHeader('labels', named('labels'), true);
  byHeader('text', named('text'), true);
  if (!meanings.some((meaning) => meaning?.kind === 'text')) byHeader('text', named('replies'), true);
  if (map.columns.labels.length === 0)
    for (const column of columns.filter(isFree))
      if (namesFeatures(cellsOf(column.index), labels)) meanings[column.index] = { kind: 'labels' };
  return {
    table,
    columns,
    meanings: meanings.map((meaning, index) => {
      const scale = scales.get(index);
      const isRated = meaning?.kind === 'stars' || meaning?.kind === 'sentiment' || meaning?.kind === 'aspect';
      return scale && isRated ? { ...meaning, scale } : starColumn(meaning, index, table, readers);
    }),
  };
}

/** The columns with their headers as they are. */
export function feedbackHeaders({ rows }: SurveyTable): readonly SurveyColumn[] {
  return (rows[0] ?? []).map((header, index) => ({ index, texts: header.trim() === '' ? [] : [header.trim()] }));
}

/** Nine tenths of the cells have to be understood: a column called like a feature may hold anything. */
function aspectOf(
  { texts }: SurveyColumn,
  cells: readonly string[],
  find: FindFeatures,
  read: (cell: string) => ReadWay,
): FeedbackMeaning | undefined {
  const features = texts.flatMap((text) => find(text));
  const understood = cells.filter((cell) => read(cell) !== undefined).length;
  if (features.length === 0 || cells.length === 0 || understood < 0.9 * cells.length) return undefined;
  const [feature, other] = features;
  return feature === undefined || other !== undefined ? { kind: 'ambiguous', features } : { kind: 'aspect', feature };
}

function namesFeatures(cells: readonly string[], read: (cell: string) => ReadLabels): boolean {
  return cells.length > 0 && cells.filter((cell) => read(cell).features.length > 0).length >= cells.length / 2;
}

/** A column of stars with higher numbers than five is on another scale, whatever its other cells are: the map has to say what they mean. */
function starColumn(
  meaning: FeedbackMeaning | undefined,
  index: number,
  { rows }: SurveyTable,
  { ways }: Pick<ColumnReaders, 'ways'>,
): FeedbackMeaning {
  if (meaning?.kind !== 'stars') return meaning ?? { kind: 'other' };
  let highest = 0;
  const seen = new Set<string>();
  for (let row = 1; row < rows.length; row++) {
    const cell = rows[row]?.[index] ?? '';
    if (seen.has(cell)) continue;
    if (seen.size < 10_000) seen.add(cell);
    if (ways.stars(cell) === undefined) highest = Math.max(highest, starsIn(cell) ?? 0);
  }
  return highest > 5 ? { kind: 'scale', highest } : meaning;
}

/** The indexes of the columns with this meaning. */
export function columnsOfKind({ meanings }: FeedbackTable, kind: FeedbackMeaning['kind']): readonly number[] {
  return meanings.flatMap((meaning, index) => (meaning.kind === kind ? [index] : []));
}
