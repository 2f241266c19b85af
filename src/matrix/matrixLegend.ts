import { categories } from '../document/format/model.ts';
import type { CategoryOrNone } from '../terms/categoryLabels.ts';
import { certainty } from '../terms/featureSentences.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { MatrixTexts } from './matrixTexts.ts';
import { mostSymbols } from './placePoints.ts';
import type { MatrixSize } from './plotArea.ts';
import type { PointSize, RadiusScale } from './pointSize.ts';
import type { Coordinates } from './rectangle.ts';
import type { Measure } from './textWidth.ts';

/** The sign of a legend entry, before its text. */
export type LegendSign =
  | { readonly kind: 'category'; readonly category: CategoryOrNone; readonly assumed: boolean }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'few' }
  | { readonly kind: 'size'; readonly radius: number; readonly unknown: boolean }
  | { readonly kind: 'arrow'; readonly significant: boolean }
  | { readonly kind: 'cut' }
  | { readonly kind: 'dot' }
  /** A text about the entries that follow. */
  | { readonly kind: 'none' };

export interface LegendItem {
  readonly sign: LegendSign;
  readonly text: string;
}

export interface LegendEntry extends LegendItem {
  /** The centre of the sign. */
  readonly at: Coordinates;
  /** The start of the baseline of the text. */
  readonly label: Coordinates;
}

export type MatrixLegend = readonly LegendEntry[];

export interface LegendOptions {
  readonly texts: MatrixTexts;
  readonly format: (value: number) => string;
  readonly radii: RadiusScale;
  readonly size: PointSize;
  readonly drift: boolean;
  /** Whether the quadrants are cut at the means. */
  readonly meanCut: boolean;
  /** What the intervals in the picture are; `null` where none are. */
  readonly intervals: string | null;
  /** Whether the categories are included. */
  readonly whole: boolean;
}

/** The entries of the legend: only for what occurs in the picture. */
export function legendItems(points: readonly MatrixPoint[], options: LegendOptions): readonly LegendItem[] {
  const { whole, meanCut, intervals, texts } = options;
  return [
    ...(whole ? categoryItems(points, texts) : []),
    ...(points.length > mostSymbols ? [{ sign: { kind: 'dot' }, text: texts.dots } as const] : []),
    ...(points.some((point) => certainty(point) === 'ambiguous') ? [{ sign: { kind: 'undecided' }, text: texts.undecided } as const] : []),
    ...(points.some((point) => certainty(point) === 'few') ? [{ sign: { kind: 'few' }, text: texts.few } as const] : []),
    ...sizeItems(points, options),
    ...arrowItems(points, options),
    ...(meanCut ? [{ sign: { kind: 'cut' }, text: texts.mean } as const] : []),
    ...(intervals === null ? [] : [{ sign: { kind: 'cut' }, text: intervals } as const]),
  ];
}

/** The legend in rows, from `top` downwards. */
export function matrixLegend(
  items: readonly LegendItem[],
  { width }: MatrixSize,
  top: number,
  fontSize: number,
  measure: Measure,
): MatrixLegend {
  const line = rowHeight(items, fontSize);
  return arrange(items, width, fontSize, measure).map(({ row, x, item }) => {
    const middle = top + row * line + line / 2;
    const sign = signWidth(item.sign, fontSize);
    return {
      ...item,
      at: { x: x + sign / 2, y: middle },
      label: { x: x + sign + (sign > 0 ? fontSize * 0.4 : 0), y: middle + fontSize * 0.35 },
    };
  });
}

/** The height of the legend in pixels. */
export function legendHeight(items: readonly LegendItem[], { width }: MatrixSize, fontSize: number, measure: Measure): number {
  const last = arrange(items, width, fontSize, measure).at(-1);
  return last ? (last.row + 1) * rowHeight(items, fontSize) + 6 : 0;
}

function categoryItems(points: readonly MatrixPoint[], texts: MatrixTexts): readonly LegendItem[] {
  const present = new Set(points.map(({ category }) => category));
  const item = (category: CategoryOrNone, text: string, assumed = false): LegendItem => ({
    sign: { kind: 'category', category, assumed },
    text,
  });
  return [
    ...categories.filter((category) => present.has(category)).map((category) => item(category, texts.categories[category])),
    ...(present.has(null) ? [item(null, texts.noCategory)] : []),
    ...(points.some(({ assumed }) => assumed) ? [item(null, texts.assumed, true)] : []),
  ];
}

function sizeItems(points: readonly MatrixPoint[], { texts, format, radii, size }: LegendOptions): readonly LegendItem[] {
  if (size === 'none' || radii.samples.length === 0) return [];
  const sample = (radius: number, text: string, unknown = false): LegendItem => ({ sign: { kind: 'size', radius, unknown }, text });
  return [
    { sign: { kind: 'none' }, text: texts.sizes[size] },
    ...radii.samples.map(({ value, radius }) => sample(radius, format(value))),
    ...(points.some((point) => radii.isUnknown(point)) ? [sample(radii.smallest, texts.sizeUnknown, true)] : []),
  ];
}

function arrowItems(points: readonly MatrixPoint[], { texts, drift }: LegendOptions): readonly LegendItem[] {
  if (!drift) return [];
  const item = (significant: boolean, text: string): LegendItem[] =>
    points.some(({ before }) => before && before.significant === significant) ? [{ sign: { kind: 'arrow', significant }, text }] : [];
  return [...item(true, texts.change), ...item(false, texts.chance)];
}

function rowHeight(items: readonly LegendItem[], fontSize: number): number {
  const largest = items.reduce((most, { sign }) => (sign.kind === 'size' ? Math.max(most, sign.radius) : most), 0);
  return Math.round(Math.max(fontSize * 1.7, largest * 2 + 3));
}

function signWidth(sign: LegendSign, fontSize: number): number {
  switch (sign.kind) {
    case 'category':
    case 'undecided':
    case 'few':
      return fontSize;
    case 'size':
      return sign.radius * 2;
    case 'arrow':
    case 'cut':
      return fontSize * 2;
    case 'dot':
      return 4;
    default:
      return 0;
  }
}

function arrange(items: readonly LegendItem[], width: number, fontSize: number, measure: Measure) {
  const margin = 12;
  let row = 0;
  let x = margin;
  return items.map((item) => {
    const sign = signWidth(item.sign, fontSize);
    const itemWidth = sign + (sign > 0 ? fontSize * 0.4 : 0) + measure(item.text);
    if (x > margin && x + itemWidth > width - margin) {
      row++;
      x = margin;
    }
    const place = { item, row, x };
    x += itemWidth + fontSize * (item.sign.kind === 'none' || item.sign.kind === 'size' ? 1 : 1.5);
    return place;
  });
}
