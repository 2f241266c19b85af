import type { Category } from '../document/model.ts';
import type { MatrixPoint } from '../matrix/matrixPoint.ts';
import type { CategoryOrNone } from '../wording/categoryWording.ts';
import { type PanelPlace, type PanelRow, type PanelState, panelPlaces } from './protocol.ts';

export interface RankedRow extends PanelRow {
  /** From 1; `null` for closed features. */
  readonly rank: number | null;
}

export interface RowFilter {
  readonly search: string;
  /** Letters of the categories that are switched off, `none` for features without one. */
  readonly hidden: readonly (Category | 'none')[];
}

/** The rows that the filter lets through, with their rank among all. */
export function visibleRows(state: PanelState, filter: RowFilter): RankedRow[] {
  const words = fold(filter.search).split(/\s+/).filter(Boolean);
  let rank = 0;
  const ranked = state.rows.map((row) => withRank(row, row.place === 'closed' ? null : ++rank));
  return ranked.filter((row) => !filter.hidden.includes(row.category ?? 'none') && matches(row, words));
}

/** The rows by their place in the list, in the order of the places; places without rows are left out. */
export function groupByPlace(rows: readonly RankedRow[]): { readonly place: PanelPlace; readonly rows: readonly RankedRow[] }[] {
  return panelPlaces.map((place) => ({ place, rows: rows.filter((row) => row.place === place) })).filter((group) => group.rows.length > 0);
}

/** The rows that have a place in the matrix, as its points. */
export function toPoints(rows: readonly RankedRow[]): MatrixPoint[] {
  return rows.flatMap(({ key, id, title, category, assumed, rank, coefficients }) =>
    coefficients ? [{ key, id, title, category, assumed, rank, ...coefficients }] : [],
  );
}

/** The categories that occur among the rows, `null` for none. */
export function occurringCategories(rows: readonly PanelRow[]): Set<CategoryOrNone> {
  return new Set(rows.map(({ category }) => category));
}

// The same row with the same rank stays the same object, so that the page sees at a glance what it need not draw again.
const known = new WeakMap<PanelRow, RankedRow>();

function withRank(row: PanelRow, rank: number | null): RankedRow {
  const before = known.get(row);
  if (before?.rank === rank) return before;
  // A feature that is being written has no title yet.
  const ranked = { ...row, title: row.title || row.id, rank };
  known.set(row, ranked);
  return ranked;
}

/** Every word must occur somewhere in what a reader sees of the feature, in any case and with or without accents. */
function matches({ title, id, categoryText }: PanelRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(`${title} ${id} ${categoryText}`);
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
