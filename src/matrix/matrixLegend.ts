import { categories } from '../document/model.ts';
import type { CategoryOrNone } from '../wording/categoryWording.ts';
import type { MatrixSize } from './matrixFrame.ts';
import type { MatrixPoint, MatrixTexts } from './matrixPoint.ts';
import type { Position } from './rectangle.ts';
import type { Measure } from './textWidth.ts';

export interface LegendEntry {
  readonly category: CategoryOrNone;
  /** The entry explains hollow symbols, not a category. */
  readonly assumed: boolean;
  readonly text: string;
  readonly symbol: Position;
  /** Start of the baseline. */
  readonly label: Position;
}

export type MatrixLegend = readonly LegendEntry[];

/** The legend of what occurs in the picture, in rows at its foot. `height` is what `legendHeight` gave. */
export function matrixLegend(
  points: readonly MatrixPoint[],
  { width, height }: MatrixSize,
  reserved: number,
  texts: MatrixTexts,
  fontSize: number,
  measure: Measure,
): MatrixLegend {
  const line = rowHeight(fontSize);
  const top = height - reserved + line / 2;
  return arrange(points, width, texts, fontSize, measure).map(({ row, x, ...entry }) => ({
    ...entry,
    symbol: { x: x + fontSize / 2, y: top + row * line },
    label: { x: x + fontSize * 1.3, y: top + row * line + fontSize * 0.35 },
  }));
}

/** How many pixels the legend takes at the foot of the picture. */
export function legendHeight(
  points: readonly MatrixPoint[],
  { width }: MatrixSize,
  texts: MatrixTexts,
  fontSize: number,
  measure: Measure,
): number {
  const last = arrange(points, width, texts, fontSize, measure).at(-1);
  return last ? (last.row + 1) * rowHeight(fontSize) + 6 : 0;
}

function rowHeight(fontSize: number): number {
  return Math.round(fontSize * 1.6);
}

function arrange(points: readonly MatrixPoint[], width: number, texts: MatrixTexts, fontSize: number, measure: Measure) {
  const margin = 12;
  let row = 0;
  let x = margin;
  return entries(points, texts).map((entry) => {
    const entryWidth = fontSize * 1.3 + measure(entry.text);
    if (x > margin && x + entryWidth > width - margin) {
      row++;
      x = margin;
    }
    const place = { ...entry, row, x };
    x += entryWidth + fontSize * 1.5;
    return place;
  });
}

function entries(points: readonly MatrixPoint[], texts: MatrixTexts) {
  const present = new Set(points.map(({ category }) => category));
  const entry = (category: CategoryOrNone, text: string, assumed = false) => ({ category, text, assumed });
  return [
    ...categories.filter((category) => present.has(category)).map((category) => entry(category, texts.categories[category])),
    ...(present.has(null) ? [entry(null, texts.noCategory)] : []),
    ...(points.some(({ assumed }) => assumed) ? [entry(null, texts.assumed, true)] : []),
  ];
}
