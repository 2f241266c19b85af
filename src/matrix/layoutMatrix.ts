import { legendHeight, legendItems, type MatrixLegend, matrixLegend } from './matrixLegend.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { MatrixTexts } from './matrixTexts.ts';
import { type PlacedPoint, placePoints } from './placePoints.ts';
import { cutValues, type MatrixSize, type PlotArea, plotArea, type QuadrantCut, type TextLine } from './plotArea.ts';
import { type PointSize, radiusScale } from './pointSize.ts';
import { estimateWidth, type Measure } from './textWidth.ts';
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
  /** Whether symbols have labels; they do by default. Those of a crowd, which decide on what is a symbol, are placed anyway. */
  readonly labels?: boolean;
  /** What the picture explains by itself: everything (by default), or what a legend of the categories leaves open. */
  readonly legend?: 'whole' | 'scales';
  /** Stands above the picture. */
  readonly heading?: string;
  /** Stand below it. */
  readonly footer?: readonly string[];
}

export interface MatrixLayout extends MatrixSize {
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly area: PlotArea;
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
  const { size: sizedBy = 'none', cut = 'half', legend = 'whole', labels = true } = options;
  const radii = radiusScale(points, sizedBy, usual);
  const items = legendItems(points, {
    ...{ texts, format, radii, size: sizedBy, drift },
    whole: legend === 'whole',
    meanCut: cut === 'mean' && points.length > 0,
  });
  const legendRoom = legendHeight(items, size, fontSize, measure);
  const area = plotArea(size, {
    above: heading === undefined ? 0 : Math.round(fontSize * 2.2),
    below: legendRoom + footer.length * Math.round(fontSize * 1.4),
    cut: cutValues(points, cut),
    ...{ texts, fontSize, measure, format, zoom },
  });
  const placed = placePoints(points, area, { radii, usual, drift, labels, fontSize, measure });
  return {
    ...size,
    texts,
    fontSize,
    area,
    zoom,
    points: placed,
    legend: matrixLegend(items, size, size.height - legendRoom - footer.length * Math.round(fontSize * 1.4), fontSize, measure),
    heading: heading === undefined ? null : { text: heading, x: area.plot.left, y: Math.round(fontSize * 1.8), anchor: 'start' },
    footer,
  };
}

/** Symbols are smaller the more there are of them, in sight or not: they keep their size while the reader looks closer. */
function usualRadius(count: number, fontSize: number): number {
  const scale = fontSize / 12;
  return Math.round((count <= 80 ? 5.5 : count <= 300 ? 4.5 : 3.5) * scale * 2) / 2;
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
