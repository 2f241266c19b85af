import { oncePerObject } from '../../base/once.ts';
import type { MatrixPoint } from '../../matrix/matrixPoint.ts';
import { statusLabel } from '../../terms/labels.ts';
import { categoryName } from './categoryNames.ts';
import type { ProductLists } from './lists.ts';
import type { Filters } from './pageState.ts';
import type { PanelRow } from './rows.ts';

/** The rows that the filters let through, in their order. */
export function visibleRows(
  rows: readonly PanelRow[],
  { search, hidden, touchpoint, stage, status, tag }: Filters,
  lists: Pick<ProductLists, 'touchpoints' | 'stages'>,
): readonly PanelRow[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const atStage = stage === null ? null : new Set(lists.touchpoints.flatMap((each) => (each.stage === stage ? each.key : [])));
  const touchpointWords = words.length === 0 ? new Map<string, string>() : wordsOfTouchpoints(lists);
  return rows.filter(
    (row) =>
      !hidden.includes(categoryName(row)) &&
      (status === null || row.status === status) &&
      (tag === null || row.feature.tags?.includes(tag)) &&
      (touchpoint === null || row.touchpoints.includes(touchpoint)) &&
      (atStage === null || row.touchpoints.some((key) => atStage.has(key))) &&
      (words.length === 0 || matches(row, words, touchpointWords)),
  );
}

/** The rows that have answers, as points of the matrix; the same row gives the same point. */
export function toPoints(rows: readonly PanelRow[]): MatrixPoint[] {
  return rows.flatMap((row) => toPoint(row) ?? []);
}

const toPoint = oncePerObject(({ numbers, feature, ...row }: PanelRow): MatrixPoint | null => {
  const { rival, better, worse, betterInterval, worseInterval, continuous, n, importance } = numbers;
  if (n === 0) return null;
  const { key, id, title, category, assumed, before, rank } = row;
  const effort = feature.effort ?? null;
  return {
    ...{ key, id, title, category, rival, assumed, before, rank, effort },
    ...{ better, worse, betterInterval, worseInterval, continuous, n, importance },
  };
});

/** Every word must occur somewhere in what a reader sees of the feature, in any case and with or without accents. */
function matches(row: PanelRow, words: readonly string[], touchpointWords: ReadonlyMap<string, string>): boolean {
  const own = wordsOf(row);
  return words.every((word) => own.includes(word) || row.touchpoints.some((key) => touchpointWords.get(key)?.includes(word)));
}

const wordsOf = oncePerObject(({ title, id, file, categoryText, feature, status }: PanelRow) =>
  fold([title, id, file, categoryText, feature.owner, ...(feature.tags ?? []), statusLabel(status)].join(' ')),
);

function wordsOfTouchpoints({ touchpoints, stages }: Pick<ProductLists, 'touchpoints' | 'stages'>): ReadonlyMap<string, string> {
  const stageNames = new Map(stages.map(({ key, name }) => [key, name]));
  return new Map(touchpoints.map(({ key, name, stage }) => [key, fold(`${key} ${name} ${stageNames.get(stage ?? '') ?? ''}`)]));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
