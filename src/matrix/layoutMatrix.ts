import { compareText } from '../document/compareText.ts';
import { type DriftArrow, driftArrow } from './driftArrow.ts';
import { labelPoints } from './labelPoints.ts';
import { type MatrixFrame, type MatrixSize, matrixFrame, positionOf, type TextLine } from './matrixFrame.ts';
import { legendHeight, legendItems, type MatrixLegend, matrixLegend } from './matrixLegend.ts';
import type { MatrixPoint, MatrixTexts } from './matrixPoint.ts';
import type { PlacedLabel } from './placeLabels.ts';
import { type PointSize, type RadiusScale, radiusScale } from './pointSize.ts';
import { cutValues, type QuadrantCut } from './quadrantCut.ts';
import { contains, grow, type Position, squareAround } from './rectangle.ts';
import { spreadPoints } from './spreadPoints.ts';
import { estimateWidth, type Measure } from './textWidth.ts';
import { mostSymbols, thinPoints } from './thinPoints.ts';
import { clampZoom, wholePlot, type Zoom } from './zoom.ts';

export interface MatrixOptions {
  readonly texts: MatrixTexts;
  /** Pixels, 12 by default. */
  readonly fontSize?: number;
  /** Width of a text in the font of the picture; an estimate by default. */
  readonly measure?: Measure;
  /** Writes a number in the reader's language; by default as programs do. */
  readonly format?: (value: number) => string;
  /** What the size of a symbol says; nothing by default. */
  readonly size?: PointSize;
  /** Where the quadrants are cut; at 0.5 by default. */
  readonly cut?: QuadrantCut;
  /** Whether arrows lead from where features stood in the survey before; they do not by default. */
  readonly drift?: boolean;
  readonly zoom?: Zoom;
  /** What the picture explains by itself: everything (by default), or what a legend of the categories leaves open. */
  readonly legend?: 'whole' | 'scales';
  /** Stands above the picture. */
  readonly heading?: string;
  /** Stand below it. */
  readonly footer?: readonly string[];
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

export interface MatrixLayout extends MatrixSize {
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly frame: MatrixFrame;
  readonly zoom: Zoom;
  /** Those in sight, in the order of the given points. */
  readonly points: readonly PlacedPoint[];
  readonly legend: MatrixLegend;
  readonly heading: TextLine | null;
  readonly footer: readonly TextLine[];
}

/**
 * Places everything in the prioritisation matrix: Better (0 to 1) upwards, |Worse| (0 to 1) to the right, cut into quadrants.
 * Symbols on the same spot are moved apart, labels never overlap. Deterministic, and linear but for crowds.
 */
export function layoutMatrix(points: readonly MatrixPoint[], size: MatrixSize, options: MatrixOptions): MatrixLayout {
  const { texts, fontSize = 12, format = String, heading, drift = false } = options;
  const measure = remembering(options.measure ?? estimateWidth(fontSize));
  const zoom = clampZoom(options.zoom ?? wholePlot);
  const footer = footerLines(options.footer ?? [], size, fontSize, measure);
  const usual = usualRadius(points.length, fontSize);
  const { size: sizedBy = 'none', cut = 'half', legend = 'whole' } = options;
  const radii = radiusScale(points, sizedBy, usual);
  const items = legendItems(points, {
    ...{ texts, format, radii, size: sizedBy, drift },
    whole: legend === 'whole',
    meanCut: cut === 'mean' && points.length > 0,
  });
  const legendRoom = legendHeight(items, size, fontSize, measure);
  const frame = matrixFrame(size, {
    above: heading === undefined ? 0 : Math.round(fontSize * 2.2),
    below: legendRoom + footer.length * Math.round(fontSize * 1.4),
    cut: cutValues(points, cut),
    ...{ texts, fontSize, measure, format, zoom },
  });
  const placed = placePoints(points, frame, radii, usual, drift);
  const labels = labelPoints(placed, frame, fontSize, measure);
  return {
    ...size,
    texts,
    fontSize,
    frame,
    zoom,
    points: placed.map((point, index) => ({ ...point, label: labels[index] ?? null })),
    legend: matrixLegend(items, size, size.height - legendRoom - footer.length * Math.round(fontSize * 1.4), fontSize, measure),
    heading: heading === undefined ? null : { text: heading, x: frame.plot.left, y: Math.round(fontSize * 1.8), anchor: 'start' },
    footer,
  };
}

/** Symbols are smaller the more there are of them, in sight or not: they keep their size while the reader looks closer. */
function usualRadius(count: number, fontSize: number): number {
  const scale = fontSize / 12;
  return Math.round((count <= 80 ? 5.5 : count <= 300 ? 4.5 : 3.5) * scale * 2) / 2;
}

/** Symbols may overlap a little, and more in crowds, which would otherwise fill the plot and lie far from where they belong. */
function separationFor(count: number, radius: number, { area }: MatrixFrame): number {
  const room = (area.right - area.left) * (area.bottom - area.top);
  return Math.min(radius * 1.8, Math.sqrt((0.3 * room) / Math.max(count, 1)));
}

type Unlabelled = Omit<PlacedPoint, 'label'>;

function placePoints(
  points: readonly MatrixPoint[],
  frame: MatrixFrame,
  radii: RadiusScale,
  usual: number,
  drift: boolean,
): readonly Unlabelled[] {
  // Those just out of sight count too, or symbols at the rim would jump while the picture moves.
  const around = grow(frame.plot, usual * 8);
  const near = points
    .map((point) => ({ point, spot: positionOf(point, frame) }))
    .filter(({ spot }) => contains(around, squareAround(spot, 0)));
  const crowded = near.length > mostSymbols;
  const symbols = crowded ? thinPoints(near, usual) : null;
  const centers = crowded ? null : spread(near, separationFor(points.length, usual, frame), frame);
  const placed = near.map(({ point, spot }): Unlabelled => {
    const center = centers?.get(point) ?? spot;
    const isDot = symbols !== null && !symbols.has(point);
    const radius = isDot ? Math.min(1.5, usual / 2) : radii.radiusOf(point);
    const from = drift && !isDot && point.before ? positionOf(point.before, frame) : null;
    return {
      point,
      center,
      spot,
      moved: center.x !== spot.x || center.y !== spot.y,
      radius,
      isDot,
      isSizeUnknown: radii.isUnknown(point),
      ...whiskers(point, frame),
      arrow: from && driftArrow(from, center, radius, point.before?.significant ?? false),
    };
  });
  return placed.filter(({ center }) => contains(frame.plot, squareAround(center, 0)));
}

interface Spotted {
  readonly point: MatrixPoint;
  readonly spot: Position;
}

function spread(near: readonly Spotted[], separation: number, { area }: MatrixFrame): ReadonlyMap<MatrixPoint, Position> {
  // By key, not by rank: a rank changes with every answer, and who yields to whom must not.
  const inOrder = near.toSorted((a, b) => compareText(a.point.key, b.point.key));
  const centers = spreadPoints(
    inOrder.map(({ spot }) => spot),
    separation,
    area,
  );
  return new Map(inOrder.map(({ point }, index) => [point, centers[index] as Position]));
}

function whiskers({ better, worse, betterInterval, worseInterval }: MatrixPoint, frame: MatrixFrame) {
  const x = (value: number) => positionOf({ better, worse: value }, frame).x;
  const y = (value: number) => positionOf({ better: value, worse }, frame).y;
  return {
    worseWhisker: worseInterval && ([x(worseInterval[1]), x(worseInterval[0])] as const),
    betterWhisker: betterInterval && ([y(betterInterval[1]), y(betterInterval[0])] as const),
  };
}

/** The parts of the footer, joined and broken where there is no more room on a line. */
function footerLines(parts: readonly string[], { width, height }: MatrixSize, fontSize: number, measure: Measure): readonly TextLine[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last} · ${part}`;
    if (last !== undefined && measure(longer) <= width - 24) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  const line = Math.round(fontSize * 1.4);
  return lines.map((text, index) => ({ text, x: 12, y: height - (lines.length - 1 - index) * line - fontSize * 0.6, anchor: 'start' }));
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
