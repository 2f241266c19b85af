import { legendHeight, legendItems, type MatrixLegend, matrixLegend } from './matrixLegend.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { MatrixTexts } from './matrixTexts.ts';
import { type PlacedPoint, placePoints } from './placePoints.ts';
import { type Plot, pointsIn } from './plot.ts';
import { cutValues, type MatrixSize, type PlotArea, plotArea, type QuadrantCut, type TextLine } from './plotArea.ts';
import { type PointSize, radiusScale } from './pointSize.ts';
import { estimateWidth, type Measure } from './textWidth.ts';
import { clampZoom, wholePlot, type Zoom } from './zoom.ts';

export interface MatrixOptions {
  readonly texts: MatrixTexts;
  /** Pixels, 12 by default. */
  readonly fontSize?: number;
  /** Measures a text in the font of the picture; an estimate by default. */
  readonly measure?: Measure;
  /** Formats a number in the reader's language; `String` by default. */
  readonly format?: (value: number) => string;
  /** What the size of a symbol means; nothing by default. */
  readonly size?: PointSize;
  /** What the axes are; the coefficients by default. */
  readonly plot?: Plot;
  /** How the quadrants are cut; at 0.5 by default. */
  readonly cut?: QuadrantCut;
  /** Whether arrows start at the positions in the survey before; off by default, and in the continuous plot: of surveys before only coefficients are kept. */
  readonly drift?: boolean;
  /** Whether the intervals of all points are drawn; off by default. */
  readonly intervals?: boolean;
  readonly zoom?: Zoom;
  /** Whether symbols have labels; on by default. In a crowd labels are placed in any case, because they decide which points are symbols. */
  readonly labels?: boolean;
  /** What the legend explains: everything (default), or everything but the categories. */
  readonly legend?: 'whole' | 'scales';
  /** A heading above the picture. */
  readonly heading?: string;
  /** Texts below the picture. */
  readonly footer?: readonly string[];
}

export interface MatrixLayout extends MatrixSize {
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly area: PlotArea;
  readonly zoom: Zoom;
  /** Whether the intervals of all points are drawn. */
  readonly intervals: boolean;
  /** The points in sight, in the given order. */
  readonly points: readonly PlacedPoint[];
  readonly legend: MatrixLegend;
  readonly heading: TextLine | null;
  readonly footer: readonly TextLine[];
}

/**
 * Computes the positions of everything in the prioritisation matrix: Better (0 to 1) upwards, |Worse| (0 to 1) to the right, cut into
 * quadrants; or the means of the answers (−2 to 4), without quadrants. Points without values in the plot are left out. Symbols in the same position
 * are moved apart, labels never overlap. Deterministic, and linear except for crowds.
 */
export function layoutMatrix(all: readonly MatrixPoint[], size: MatrixSize, options: MatrixOptions): MatrixLayout {
  const { texts, fontSize = 12, format = String, heading, plot = 'coefficients' } = options;
  const points = pointsIn(all, plot);
  const drift = plot === 'coefficients' && (options.drift ?? false);
  const measure = remembering(options.measure ?? estimateWidth(fontSize));
  const zoom = clampZoom(options.zoom ?? wholePlot);
  const footer = footerLines(options.footer ?? [], size, fontSize, measure);
  const usual = usualRadius(points.length, fontSize);
  const { size: sizedBy = 'none', cut = 'half', legend = 'whole', labels = true, intervals = false } = options;
  const radii = radiusScale(points, sizedBy, usual);
  const items = legendItems(points, {
    ...{ texts, format, radii, size: sizedBy, drift },
    whole: legend === 'whole',
    meanCut: plot === 'coefficients' && cut === 'mean' && points.length > 0,
    intervals: points.length > 0 ? intervalsText(plot, { intervals, legend, texts }) : null,
  });
  const legendRoom = legendHeight(items, size, fontSize, measure);
  const area = plotArea(size, {
    above: heading === undefined ? 0 : Math.round(fontSize * 2.2),
    below: legendRoom + footer.length * Math.round(fontSize * 1.4),
    shows: plot,
    cut: cutValues(points, cut, plot),
    ...{ texts, fontSize, measure, format, zoom },
  });
  const placed = placePoints(points, area, { radii, usual, drift, labels, fontSize, measure });
  return {
    ...size,
    texts,
    fontSize,
    area,
    zoom,
    intervals,
    points: placed,
    legend: matrixLegend(items, size, size.height - legendRoom - footer.length * Math.round(fontSize * 1.4), fontSize, measure),
    heading: heading === undefined ? null : { text: heading, x: area.plot.left, y: Math.round(fontSize * 1.8), anchor: 'start' },
    footer,
  };
}

/** What the intervals in a picture are. On the page, a reader sees standard errors at the symbol looked at, too. */
function intervalsText(
  plot: Plot,
  { intervals, legend, texts }: Required<Pick<MatrixOptions, 'intervals' | 'legend' | 'texts'>>,
): string | null {
  if (plot === 'continuous') return intervals || legend === 'scales' ? texts.errors : null;
  return intervals ? texts.intervals : null;
}

/** The more points, in sight or not, the smaller the symbols. They keep their size when the reader zooms in. */
function usualRadius(count: number, fontSize: number): number {
  const scale = fontSize / 12;
  return Math.round((count <= 80 ? 5.5 : count <= 300 ? 4.5 : 3.5) * scale * 2) / 2;
}

/** The parts of the footer, joined to lines of the width of the picture. */
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
