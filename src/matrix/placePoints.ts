import { compareText } from '../base/compareText.ts';
import { type DriftArrow, driftArrow } from './driftArrow.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import { type PlotArea, positionOf } from './plotArea.ts';
import type { RadiusScale } from './pointSize.ts';
import { type Coordinates, contains, grow, type LineSegment, type Rectangle, RectangleGrid, squareAround } from './rectangle.ts';
import { spreadPoints } from './spreadPoints.ts';
import type { Measure } from './textWidth.ts';

export interface PlacedPoint {
  readonly point: MatrixPoint;
  /** Where its symbol is drawn. */
  readonly center: Coordinates;
  /** Where its coefficients lie. */
  readonly spot: Coordinates;
  /** Whether the symbol had to yield to another, so that a leader shows where it belongs. */
  readonly moved: boolean;
  readonly radius: number;
  /** The point is one of so many that a dot must do. */
  readonly isDot: boolean;
  /** The symbols are sized by something that is not known of this one. */
  readonly isSizeUnknown: boolean;
  /** The interval of |Worse|, from left to right, and that of Better, from top to bottom. Pixels; `null` without one. */
  readonly worseWhisker: readonly [number, number] | null;
  readonly betterWhisker: readonly [number, number] | null;
  readonly arrow: DriftArrow | null;
  readonly label: PlacedLabel | null;
}

export interface PlacingOptions {
  readonly radii: RadiusScale;
  /** Radius of symbols that are all alike, in pixels. */
  readonly usual: number;
  /** Whether arrows lead from where features stood in the survey before. */
  readonly drift: boolean;
  readonly labels: boolean;
  readonly fontSize: number;
  readonly measure: Measure;
}

/** The points in sight with their symbols and labels, in the given order. */
export function placePoints(points: readonly MatrixPoint[], area: PlotArea, options: PlacingOptions): readonly PlacedPoint[] {
  const { usual, fontSize, measure } = options;
  // Those just out of sight count too, or symbols at the rim would jump while the picture moves.
  const around = grow(area.plot, usual * 8);
  const near = points
    .map((point) => ({ point, spot: positionOf(point, area) }))
    .filter(({ spot }) => contains(around, squareAround(spot, 0)));
  if (near.length > mostSymbols) return placeCrowd(near, area, options);
  const centers = spread(near, separationFor(points.length, usual, area), area);
  const placed = near
    .map(({ point, spot }) => placeSymbol(point, spot, centers.get(point) ?? spot, area, options))
    .filter(({ center }) => contains(area.plot, squareAround(center, 0)));
  const labels = options.labels ? labelPoints(placed, area, fontSize, measure) : new Map<MatrixPoint, PlacedLabel>();
  return placed.map((point) => ({ ...point, label: labels.get(point.point) ?? null }));
}

/** So many points that most become dots. The most urgent ones of every neighbourhood get labels, and what these would cover is a dot too. */
function placeCrowd(near: readonly Spotted[], area: PlotArea, options: PlacingOptions): readonly PlacedPoint[] {
  const { usual, radii, fontSize, measure } = options;
  const visible = near.filter(({ spot }) => contains(area.plot, squareAround(spot, 0)));
  const inOrder = visible.toSorted((a, b) => byUrgency(a.point, b.point));
  const first = headlines(inOrder, fontSize).map(({ point, spot }) => placeSymbol(point, spot, spot, area, options));
  const labels = labelPoints(first, area, fontSize, measure);
  const symbols = thinPoints(
    [...first, ...inOrder],
    (point) => radii.radiusOf(point),
    [...labels.values()].map(({ box }) => box),
  );
  return visible.map(({ point, spot }): PlacedPoint => {
    const placed = placeSymbol(point, spot, spot, area, options);
    if (symbols.has(point)) return { ...placed, label: labels.get(point) ?? null };
    return { ...placed, isDot: true, radius: Math.min(1.5, usual / 2), arrow: null, label: null };
  });
}

function placeSymbol(
  point: MatrixPoint,
  spot: Coordinates,
  center: Coordinates,
  area: PlotArea,
  { radii, drift }: PlacingOptions,
): UnlabelledPoint {
  const radius = radii.radiusOf(point);
  const from = drift && point.before ? positionOf(point.before, area) : null;
  return {
    point,
    center,
    spot,
    moved: center.x !== spot.x || center.y !== spot.y,
    radius,
    isDot: false,
    isSizeUnknown: radii.isUnknown(point),
    ...whiskers(point, area),
    arrow: from && driftArrow(from, center, radius, point.before?.significant ?? false),
  };
}

interface Spotted {
  readonly point: MatrixPoint;
  readonly spot: Coordinates;
}

function spread(near: readonly Spotted[], separation: number, { area }: PlotArea): ReadonlyMap<MatrixPoint, Coordinates> {
  // By key, not by rank: a rank changes with every answer, and who yields to whom must not.
  const inOrder = near.toSorted((a, b) => compareText(a.point.key, b.point.key));
  const centers = spreadPoints(
    inOrder.map(({ spot }) => spot),
    separation,
    area,
  );
  return new Map(inOrder.map(({ point }, index) => [point, centers[index] as Coordinates]));
}

function whiskers({ better, worse, betterInterval, worseInterval }: MatrixPoint, area: PlotArea) {
  const x = (value: number) => positionOf({ better, worse: value }, area).x;
  const y = (value: number) => positionOf({ better: value, worse }, area).y;
  return {
    worseWhisker: worseInterval && ([x(worseInterval[1]), x(worseInterval[0])] as const),
    betterWhisker: betterInterval && ([y(betterInterval[1]), y(betterInterval[0])] as const),
  };
}

/** Symbols may overlap a little, and more in crowds, which would otherwise fill the plot and lie far from where they belong. */
function separationFor(count: number, radius: number, { area }: PlotArea): number {
  const room = (area.right - area.left) * (area.bottom - area.top);
  return Math.min(radius * 1.8, Math.sqrt((0.3 * room) / Math.max(count, 1)));
}

/** More than these in sight would neither be told apart nor drawn quickly: then the most urgent get symbols, the others dots. */
export const mostSymbols = 1500;

/** Which of so many features get a symbol (`radiusOf` in pixels), by their order: none over another, and none in `reserved`. */
export function thinPoints(
  spotted: readonly Spotted[],
  radiusOf: (point: MatrixPoint) => number,
  reserved: readonly Rectangle[],
): ReadonlySet<MatrixPoint> {
  const taken = new RectangleGrid();
  for (const rectangle of reserved) taken.add(rectangle);
  const chosen = new Set<MatrixPoint>();
  for (const { point, spot } of spotted) {
    const box = squareAround(spot, radiusOf(point) + 1);
    if (taken.hits(box)) continue;
    taken.add(box);
    chosen.add(point);
    if (chosen.size === mostSymbols) break;
  }
  return chosen;
}

/** The first of every neighbourhood that is large enough for a label. */
export function headlines<T extends Spotted>(spotted: readonly T[], fontSize: number): readonly T[] {
  const found = new Map<string, T>();
  for (const each of spotted) {
    const neighbourhood = `${Math.floor(each.spot.x / (fontSize * 12))} ${Math.floor(each.spot.y / (fontSize * 4))}`;
    if (!found.has(neighbourhood)) found.set(neighbourhood, each);
  }
  return [...found.values()];
}

/** Up to this many points in sight, a label that finds no place beside its symbol is put farther away or shortened; beyond, it is left out. */
export const thoroughUpTo = 80;

export type UnlabelledPoint = Omit<PlacedPoint, 'label'>;

/** The labels of the points that found room for one; the most urgent ones are served first. */
export function labelPoints(
  placed: readonly UnlabelledPoint[],
  { plot, quadrantNames }: PlotArea,
  fontSize: number,
  measure: Measure,
): ReadonlyMap<MatrixPoint, PlacedLabel> {
  const inOrder = placed.toSorted((a, b) => byUrgency(a.point, b.point));
  const labels = placeLabels(
    inOrder.map(({ point, center, radius }) => ({ text: point.title, center, radius })),
    {
      bounds: { left: plot.left + 2, top: plot.top + 2, right: plot.right - 2, bottom: plot.bottom - 2 },
      obstacles: quadrantNames.map(({ box }) => box),
      lines: placed.flatMap(linesOf),
      fontSize,
      measure,
      maximalWidth: Math.min(Math.max((plot.right - plot.left) * 0.36, fontSize * 8), fontSize * 17),
      thorough: placed.length <= thoroughUpTo,
    },
  );
  return new Map(inOrder.flatMap(({ point }, index) => (labels[index] ? [[point, labels[index]]] : [])));
}

/** What is to be built first comes first; what is not to be built comes last. */
export function byUrgency(a: MatrixPoint, b: MatrixPoint): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || compareText(a.key, b.key);
}

/** What a label had better not lie on: arrows. */
function linesOf({ arrow }: UnlabelledPoint): readonly LineSegment[] {
  return arrow ? [{ from: arrow.from, to: arrow.to }] : [];
}
