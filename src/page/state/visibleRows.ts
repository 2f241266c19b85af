import { oncePerObject } from '../../base/once.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';
import { type PanelLists, type PanelPlace, type PanelRow, type PanelState, type PanelTexts, panelPlaces } from '../protocol.ts';
import type { Filters } from './pageState.ts';

export interface RankedRow extends PanelRow {
  /** From 1; `null` for closed features. */
  readonly rank: number | null;
}

/** All rows with their rank. */
export function rankedRows(rows: readonly PanelRow[]): readonly RankedRow[] {
  let rank = 0;
  return rows.map((row) => withRank(row, row.place === 'closed' ? null : ++rank));
}

/** The rows that the filters let through, in their order. */
export function visibleRows(
  rows: readonly RankedRow[],
  { search, hidden, touchpoint, stage, status, tag }: Filters,
  lists: PanelState['lists'],
  statuses: PanelTexts['statuses'],
): readonly RankedRow[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const atStage = stage === null ? null : new Set(lists.touchpoints.flatMap((each) => (each.stage === stage ? each.key : [])));
  const placeWords = words.length === 0 ? new Map<string, string>() : wordsOfTouchpoints(lists);
  return rows.filter(
    (row) =>
      !hidden.includes(row.category ?? 'none') &&
      (status === null || row.status === status) &&
      (tag === null || row.tags.includes(tag)) &&
      (touchpoint === null || row.touchpoints.includes(touchpoint)) &&
      (atStage === null || row.touchpoints.some((key) => atStage.has(key))) &&
      (words.length === 0 || matches(row, words, placeWords, statuses[row.status])),
  );
}

/** The rows by their place in the list, in the order of the places; places without rows are left out. */
export function groupByPlace(rows: readonly RankedRow[]): { readonly place: PanelPlace; readonly rows: readonly RankedRow[] }[] {
  return panelPlaces.map((place) => ({ place, rows: rows.filter((row) => row.place === place) })).filter((group) => group.rows.length > 0);
}

/** The rows that have a place in the matrix, as its points; the same row gives the same point. */
export function toPoints(rows: readonly RankedRow[]): MatrixPoint[] {
  return rows.flatMap((row) => toPoint(row) ?? []);
}

/** The categories that occur among the rows, `null` for none. */
export function occurringCategories(rows: readonly PanelRow[]): Set<CategoryOrNone> {
  return new Set(rows.map(({ category }) => category));
}

const toPoint = oncePerObject((row: RankedRow): MatrixPoint | null => {
  const { key, id, title, category, assumed, rank, importance, effort, before, coefficients } = row;
  return coefficients && { key, id, title, category, assumed, rank, importance, effort, before, ...coefficients };
});

// The same row with the same rank stays the same object, so that the page sees at a glance what it need not draw again.
const known = new WeakMap<PanelRow, RankedRow>();

function withRank(row: PanelRow, rank: number | null): RankedRow {
  const before = known.get(row);
  if (before?.rank === rank) return before;
  // A feature that is being written has no title yet.
  const ranked = { ...row, title: shortened(row.title || row.id), rank };
  known.set(row, ranked);
  return ranked;
}

/** Every word must occur somewhere in what a reader sees of the feature, in any case and with or without accents. */
function matches(row: PanelRow, words: readonly string[], placeWords: ReadonlyMap<string, string>, status: string): boolean {
  const own = wordsOfRow(row, status);
  return words.every((word) => own.includes(word) || row.touchpoints.some((key) => placeWords.get(key)?.includes(word)));
}

const folded = new WeakMap<PanelRow, string>();

function wordsOfRow(row: PanelRow, status: string): string {
  const before = folded.get(row);
  if (before !== undefined) return before;
  const { title, id, file, categoryText, owner, tags } = row;
  const text = fold([title, id, file, categoryText, owner, ...tags, status].join(' '));
  folded.set(row, text);
  return text;
}

function wordsOfTouchpoints({ touchpoints, stages }: PanelLists): ReadonlyMap<string, string> {
  const stageNames = new Map(stages.map(({ key, name }) => [key, name]));
  return new Map(touchpoints.map(({ key, name, stage }) => [key, fold(`${key} ${name} ${stageNames.get(stage ?? '') ?? ''}`)]));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Nothing on the page shows more, and to lay out a title of a hundred thousand letters takes seconds. */
export function shortened(title: string): string {
  return title.length > 300 ? `${title.slice(0, 300)}…` : title;
}
