import { compareText } from '../document/compareText.ts';
import { type MatrixFrame, type MatrixSize, matrixFrame, positionOf } from './matrixFrame.ts';
import { legendHeight, type MatrixLegend, matrixLegend } from './matrixLegend.ts';
import type { MatrixPoint, MatrixTexts } from './matrixPoint.ts';
import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import type { Position } from './rectangle.ts';
import { spreadPoints } from './spreadPoints.ts';
import { estimateWidth, type Measure } from './textWidth.ts';

export interface MatrixOptions {
  readonly texts: MatrixTexts;
  /** Pixels, 12 by default. */
  readonly fontSize?: number;
  /** Width of a text in the font of the picture; an estimate by default. */
  readonly measure?: Measure;
  /** Labels wider than this are shortened; by default what the size of the picture allows. Pixels. */
  readonly maximalLabelWidth?: number;
  /** Whether the picture has its own legend; it has by default. */
  readonly legend?: boolean;
}

export interface PlacedPoint {
  readonly point: MatrixPoint;
  /** Where its symbol is drawn. */
  readonly center: Position;
  /** Where its coefficients lie. */
  readonly spot: Position;
  /** Whether the symbol had to yield to another, so that a leader shows where it belongs. */
  readonly moved: boolean;
  readonly radius: number;
  /** The interval of |Worse|, from left to right, and that of Better, from top to bottom. Pixels; `null` without one. */
  readonly worseWhisker: readonly [number, number] | null;
  readonly betterWhisker: readonly [number, number] | null;
  readonly label: PlacedLabel | null;
}

export interface MatrixLayout extends MatrixSize {
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly frame: MatrixFrame;
  /** In the order of the given points. */
  readonly points: readonly PlacedPoint[];
  readonly legend: MatrixLegend | null;
}

/**
 * Places everything in the prioritisation matrix: Better (0 to 1) upwards, |Worse| (0 to 1) to the right, cut into quadrants at 0.5.
 * Symbols on the same spot are moved apart, labels never overlap. Deterministic, and linear but for crowds.
 */
export function layoutMatrix(points: readonly MatrixPoint[], size: MatrixSize, options: MatrixOptions): MatrixLayout {
  const fontSize = options.fontSize ?? 12;
  const measure = remembering(options.measure ?? estimateWidth(fontSize));
  const texts = options.texts;
  const legendRoom = options.legend === false ? 0 : legendHeight(points, size, texts, fontSize, measure);
  const frame = matrixFrame(size, legendRoom, texts, fontSize, measure);
  const radius = symbolRadius(points.length, fontSize);
  const placed = placePoints(points, frame, radius);
  const labels = labelPoints(placed, frame, options, fontSize, measure);
  return {
    ...size,
    texts,
    fontSize,
    frame,
    points: placed.map((point, index) => ({ ...point, label: labels[index] ?? null })),
    legend: options.legend === false ? null : matrixLegend(points, size, legendRoom, texts, fontSize, measure),
  };
}

/** Up to this many points, a label that finds no place beside its symbol is put farther away or shortened; beyond, it is left out. */
export const thoroughUpTo = 80;

function symbolRadius(count: number, fontSize: number): number {
  const scale = fontSize / 12;
  return Math.round((count <= 80 ? 5.5 : count <= 300 ? 4.5 : 3.5) * scale * 2) / 2;
}

/** Symbols may overlap a little, and more in crowds, which would otherwise fill the plot and lie far from where they belong. */
function separationFor(count: number, radius: number, { area }: MatrixFrame): number {
  const room = (area.right - area.left) * (area.bottom - area.top);
  return Math.min(radius * 1.8, Math.sqrt((0.3 * room) / Math.max(count, 1)));
}

type Unlabelled = Omit<PlacedPoint, 'label'>;

function placePoints(points: readonly MatrixPoint[], frame: MatrixFrame, radius: number): Unlabelled[] {
  // By key, not by rank: a rank changes with every answer, and who yields to whom must not.
  const inOrder = points.map((_, index) => index).sort((a, b) => byKey(points[a], points[b]));
  const spots = points.map((point) => positionOf(point, frame));
  const spread = spreadPoints(
    inOrder.map((index) => spots[index] as Position),
    separationFor(points.length, radius, frame),
    frame.area,
  );
  const centers = new Map(inOrder.map((index, place) => [index, spread[place] as Position]));
  return points.map((point, index) => {
    const spot = spots[index] as Position;
    const center = centers.get(index) as Position;
    const moved = center.x !== spot.x || center.y !== spot.y;
    return { point, center, spot, moved, radius, ...whiskers(point, frame) };
  });
}

function whiskers({ better, worse, betterInterval, worseInterval }: MatrixPoint, frame: MatrixFrame) {
  const x = (value: number) => positionOf({ better, worse: value }, frame).x;
  const y = (value: number) => positionOf({ better: value, worse }, frame).y;
  return {
    worseWhisker: worseInterval && ([x(worseInterval[1]), x(worseInterval[0])] as const),
    betterWhisker: betterInterval && ([y(betterInterval[1]), y(betterInterval[0])] as const),
  };
}

function labelPoints(placed: readonly Unlabelled[], frame: MatrixFrame, options: MatrixOptions, fontSize: number, measure: Measure) {
  const order = placed.map((_, index) => index).sort((a, b) => byImportance(placed[a]?.point, placed[b]?.point));
  const { plot } = frame;
  const labels = placeLabels(
    order.map((index) => {
      const { point, center, radius } = placed[index] as Unlabelled;
      return { text: point.title, center, radius };
    }),
    {
      bounds: { left: plot.left + 2, top: plot.top + 2, right: plot.right - 2, bottom: plot.bottom - 2 },
      obstacles: frame.quadrantNames.map(({ box }) => box),
      fontSize,
      measure,
      maximalWidth: options.maximalLabelWidth ?? Math.min(Math.max((plot.right - plot.left) * 0.32, fontSize * 6), fontSize * 18),
      thorough: placed.length <= thoroughUpTo,
    },
  );
  const byIndex: (PlacedLabel | null)[] = placed.map(() => null);
  order.forEach((index, place) => {
    byIndex[index] = labels[place] ?? null;
  });
  return byIndex;
}

/** What is to be built first is labelled first; what is not to be built comes last. */
function byImportance(a: MatrixPoint | undefined, b: MatrixPoint | undefined): number {
  return (a?.rank ?? Number.MAX_SAFE_INTEGER) - (b?.rank ?? Number.MAX_SAFE_INTEGER) || byKey(a, b);
}

function byKey(a: MatrixPoint | undefined, b: MatrixPoint | undefined): number {
  return compareText(a?.key ?? '', b?.key ?? '');
}

function remembering(measure: Measure): Measure {
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = measure(text);
      widths.set(text, width);
    }
    return width;
  };
}
