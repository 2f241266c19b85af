import { compareText } from '../base/compareText.ts';
import { driftArrow } from './driftArrow.ts';
import { byUrgency, labelPoints, type UnlabelledPoint } from './labelPoints.ts';
import type { PlacedPoint } from './layoutMatrix.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { PlacedLabel } from './placeLabels.ts';
import { type PlotArea, positionOf } from './plotArea.ts';
import type { RadiusScale } from './pointSize.ts';
import { type Coordinates, contains, grow, squareAround } from './rectangle.ts';
import { spreadPoints } from './spreadPoints.ts';
import type { Measure } from './textWidth.ts';
import { headlines, mostSymbols, thinPoints } from './thinPoints.ts';

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
