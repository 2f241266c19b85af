import { compareText } from '../base/compareText.ts';
import { firstBy } from '../base/groupBy.ts';
import { certainty } from '../terms/featureSentences.ts';
import { type DriftArrow, driftArrow } from './driftArrow.ts';
import type { FormerStanding, MatrixPoint } from './matrixPoint.ts';
import { type PlacedLabel, placeLabels } from './placeLabels.ts';
import { coefficientValues, plottedValues } from './plot.ts';
import { type PlotArea, positionOf } from './plotArea.ts';
import type { RadiusScale } from './pointSize.ts';
import { type Coordinates, contains, grow, type LineSegment, type Rectangle, RectangleGrid, squareAround } from './rectangle.ts';
import { spreadPoints } from './spreadPoints.ts';
import { type Fill, fillOf } from './symbol.ts';
import type { Measure } from './textWidth.ts';

export interface PlacedPoint {
  readonly point: MatrixPoint;
  /** The centre of its symbol. */
  readonly center: Coordinates;
  /** The exact position of its values. */
  readonly exact: Coordinates;
  /** Whether the symbol made room for another, so that a leader shows its exact position. */
  readonly moved: boolean;
  readonly radius: number;
  /** Whether the point is only a dot, because there are so many. */
  readonly isDot: boolean;
  /** Whether the value that sizes the symbols is unknown for this one. */
  readonly isSizeUnknown: boolean;
  /** The interval across, from left to right, and the one upwards, from top to bottom. Pixels; `null` without one. */
  readonly acrossWhisker: readonly [number, number] | null;
  readonly upWhisker: readonly [number, number] | null;
  readonly arrow: DriftArrow | null;
  readonly label: PlacedLabel | null;
}

export interface PlacingOptions {
  readonly radii: RadiusScale;
  /** Radius of symbols that are all alike, in pixels. */
  readonly usual: number;
  /** Whether arrows start at the positions in the survey before. */
  readonly drift: boolean;
  readonly labels: boolean;
  readonly fontSize: number;
  readonly measure: Measure;
}

/** How much of its symbol is filled; of one whose size is not known, no more than is undecided. */
export function fillOfSymbol({ point, isSizeUnknown }: PlacedPoint): Fill {
  const fill = fillOf(point.category, point.assumed, certainty(point));
  return isSizeUnknown && fill === 'whole' ? 'none' : fill;
}

/** The points in sight with their symbols and labels, in the given order. */
export function placePoints(points: readonly MatrixPoint[], area: PlotArea, options: PlacingOptions): readonly PlacedPoint[] {
  const { usual, fontSize, measure } = options;
  // Points just out of sight count too. Otherwise symbols at the edge would jump while the picture moves.
  const around = grow(area.plot, usual * 8);
  const near = points.flatMap((point): Located[] => {
    const values = plottedValues(point, area.shows);
    const exact = values && positionOf(values, area);
    return exact && contains(around, squareAround(exact, 0)) ? [{ point, exact }] : [];
  });
  if (near.length > mostSymbols) return placeCrowd(near, area, options);
  const centers = spread(near, separationFor(points.length, usual, area), area);
  const placed = near
    .map(({ point, exact }) => placeSymbol(point, exact, centers.get(point) ?? exact, area, options))
    .filter(({ center }) => contains(area.plot, squareAround(center, 0)));
  const labels = options.labels ? labelPoints(placed, area, fontSize, measure) : new Map<MatrixPoint, PlacedLabel>();
  return placed.map((point) => ({ ...point, label: labels.get(point.point) ?? null }));
}

/**
 * Places so many points that most become dots. The most urgent one of every neighbourhood gets a label; points that labels would cover
 * become dots.
 */
function placeCrowd(near: readonly Located[], area: PlotArea, options: PlacingOptions): readonly PlacedPoint[] {
  const { usual, radii, fontSize, measure } = options;
  const visible = near.filter(({ exact }) => contains(area.plot, squareAround(exact, 0)));
  const inOrder = visible.toSorted((a, b) => byUrgency(a.point, b.point));
  const first = headlines(inOrder, fontSize).map(({ point, exact }) => placeSymbol(point, exact, exact, area, options));
  const labels = labelPoints(first, area, fontSize, measure);
  const symbols = thinPoints(
    [...first, ...inOrder],
    (point) => radii.radiusOf(point),
    [...labels.values()].map(({ box }) => box),
  );
  return visible.map(({ point, exact }): PlacedPoint => {
    const placed = placeSymbol(point, exact, exact, area, options);
    if (symbols.has(point)) return { ...placed, label: labels.get(point) ?? null };
    return { ...placed, isDot: true, radius: Math.min(1.5, usual / 2), arrow: null, label: null };
  });
}

function placeSymbol(
  point: MatrixPoint,
  exact: Coordinates,
  center: Coordinates,
  area: PlotArea,
  { radii, drift }: PlacingOptions,
): UnlabelledPoint {
  const radius = radii.radiusOf(point);
  const from = drift && point.before ? formerPosition(point.before, area) : null;
  return {
    point,
    center,
    exact,
    moved: center.x !== exact.x || center.y !== exact.y,
    radius,
    isDot: false,
    isSizeUnknown: radii.isUnknown(point),
    ...whiskers(point, area),
    arrow: from && driftArrow(from, center, radius, point.before?.significant ?? false),
  };
}

/** `null` for a survey without coefficients. */
function formerPosition({ better, worse }: FormerStanding, area: PlotArea): Coordinates | null {
  return better === null || worse === null ? null : positionOf(coefficientValues({ better, worse }), area);
}

interface Located {
  readonly point: MatrixPoint;
  readonly exact: Coordinates;
}

function spread(near: readonly Located[], separation: number, { area }: PlotArea): ReadonlyMap<MatrixPoint, Coordinates> {
  // By key, not by rank: ranks change with every answer, but the order of making room must not.
  const inOrder = near.toSorted((a, b) => compareText(a.point.key, b.point.key));
  const centers = spreadPoints(
    inOrder.map(({ exact }) => exact),
    separation,
    area,
  );
  return new Map(inOrder.map(({ point }, index) => [point, centers[index] as Coordinates]));
}

function whiskers(point: MatrixPoint, area: PlotArea): Pick<PlacedPoint, 'acrossWhisker' | 'upWhisker'> {
  const { acrossInterval = null, upInterval = null } = plottedValues(point, area.shows) ?? {};
  const x = (across: number) => positionOf({ across, up: 0 }, area).x;
  const y = (up: number) => positionOf({ across: 0, up }, area).y;
  return {
    acrossWhisker: acrossInterval && [x(acrossInterval[0]), x(acrossInterval[1])],
    upWhisker: upInterval && [y(upInterval[1]), y(upInterval[0])],
  };
}

/** Symbols may overlap a little, and more in crowds, which would otherwise fill the plot, far from their exact positions. */
function separationFor(count: number, radius: number, { area }: PlotArea): number {
  const room = (area.right - area.left) * (area.bottom - area.top);
  return Math.min(radius * 1.8, Math.sqrt((0.3 * room) / Math.max(count, 1)));
}

/** With more points in sight, symbols could neither be told apart nor drawn quickly: the most urgent get symbols, the others dots. */
export const mostSymbols = 1500;

/** The points that get a symbol (`radiusOf` in pixels): in the given order, none over another, and none in `reserved`. */
function thinPoints(
  located: readonly Located[],
  radiusOf: (point: MatrixPoint) => number,
  reserved: readonly Rectangle[],
): ReadonlySet<MatrixPoint> {
  const taken = new RectangleGrid();
  for (const rectangle of reserved) taken.add(rectangle);
  const chosen = new Set<MatrixPoint>();
  for (const { point, exact } of located) {
    const box = squareAround(exact, radiusOf(point) + 1);
    if (taken.hits(box)) continue;
    taken.add(box);
    chosen.add(point);
    if (chosen.size === mostSymbols) break;
  }
  return chosen;
}

/** The first point of every neighbourhood of the size of a label. */
function headlines<T extends Located>(located: readonly T[], fontSize: number): readonly T[] {
  const neighbourhood = ({ exact: { x, y } }: T) => `${Math.floor(x / (fontSize * 12))} ${Math.floor(y / (fontSize * 4))}`;
  return [...firstBy(located, neighbourhood).values()];
}

/**
 * Up to this many points in sight, a label without room beside its symbol is placed farther away or shortened; with more, it is left out.
 */
const thoroughUpTo = 80;

export type UnlabelledPoint = Omit<PlacedPoint, 'label'>;

/** The labels of the points that have room for one, the most urgent points first. */
function labelPoints(
  placed: readonly UnlabelledPoint[],
  { plot, quadrantNames }: PlotArea,
  fontSize: number,
  measure: Measure,
): ReadonlyMap<MatrixPoint, PlacedLabel> {
  const inOrder = placed.toSorted((a, b) => byUrgency(a.point, b.point));
  const labels = placeLabels(
    inOrder.map(({ point, center, radius }) => ({
      text: { number: point.rank === null ? '' : String(point.rank), title: point.title },
      center,
      radius,
    })),
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

/** In build order; features that are not to be built come last. */
export function byUrgency(a: MatrixPoint, b: MatrixPoint): number {
  return (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || compareText(a.key, b.key);
}

/** Lines that labels avoid if possible: arrows. */
function linesOf({ arrow }: UnlabelledPoint): readonly LineSegment[] {
  return arrow ? [{ from: arrow.from, to: arrow.to }] : [];
}
