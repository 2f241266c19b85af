import type { Quadrant } from '../terms/categoryLabels.ts';
import type { MatrixTexts } from './matrixPoint.ts';
import type { CutValues } from './quadrantCut.ts';
import type { Coordinates, Rectangle } from './rectangle.ts';
import type { Measure } from './textWidth.ts';
import { axisTicks, type Tick } from './ticks.ts';
import { magnify, type Zoom } from './zoom.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** One line of text: `y` is its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface QuadrantName extends TextLine {
  readonly quadrant: Quadrant;
  readonly box: Rectangle;
}

/** Everything in the picture that does not depend on the points. Pixels. */
export interface PlotArea {
  /** The framed plot, with the strips for the names of the quadrants. */
  readonly plot: Rectangle;
  /** Where 0 to 1 is drawn: Better 1 at its top, |Worse| 1 at its right. Larger than the plot while a part of it is looked at. */
  readonly area: Rectangle;
  /** The lines between the quadrants; beyond the plot while only one quadrant is looked at. */
  readonly cut: Coordinates;
  readonly quadrantNames: readonly QuadrantName[];
  readonly horizontalTicks: readonly Tick[];
  readonly verticalTicks: readonly Tick[];
  readonly betterTitle: TextLine;
  readonly worseTitle: TextLine;
}

export interface MatrixSize {
  readonly width: number;
  readonly height: number;
}

export interface PlotAreaOptions {
  /** Pixels that belong to others, above and below. */
  readonly above: number;
  readonly below: number;
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly measure: Measure;
  /** Writes a number in the reader's language. */
  readonly format: (value: number) => string;
  readonly cut: CutValues;
  readonly zoom: Zoom;
}

/** The axes, ticks, quadrants and margins of a picture of the given size. */
export function plotArea({ width, height }: MatrixSize, options: PlotAreaOptions): PlotArea {
  const { above, below, texts, fontSize, measure, format, zoom } = options;
  const line = Math.round(fontSize * 1.4);
  const tickWidth = Math.ceil(measure(format(0.55)));
  const plot = {
    left: tickWidth + 10,
    top: above + line + 8,
    right: Math.max(width - 10, tickWidth + 90),
    bottom: Math.max(height - below - 2 * line - 10, above + line + 88),
  };
  // The names of the quadrants have a strip of their own, where no value can lie.
  const strip = line + 8;
  const whole = magnify(plot, zoom);
  const [side, end] = [14 * zoom.scale, strip * zoom.scale];
  const area = { left: whole.left + side, top: whole.top + end, right: whole.right - side, bottom: whole.bottom - end };
  const cut = positionIn(area, options.cut);
  return {
    plot,
    area,
    cut,
    quadrantNames: quadrantNames(plot, cut, texts, fontSize, measure),
    ...axisTicks({ plot, area, cut: options.cut, zoom, fontSize, measure, format }),
    betterTitle: textLine(axisTitle(texts.better, texts.betterMeaning, '↑', plot, measure), plot.left, plot.top - 8, 'start'),
    worseTitle: textLine(axisTitle(texts.worse, texts.worseMeaning, '→', plot, measure), plot.right, plot.bottom + 2 * line, 'end'),
  };
}

/** Where a feature's coefficients lie. |Worse| is −`worse`. */
export function positionOf(values: { readonly better: number; readonly worse: number }, { area }: Pick<PlotArea, 'area'>): Coordinates {
  return positionIn(area, values);
}

function positionIn(area: Rectangle, { better, worse }: { readonly better: number; readonly worse: number }): Coordinates {
  return { x: area.left + clamp(-worse) * (area.right - area.left), y: area.bottom - clamp(better) * (area.bottom - area.top) };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

/** In the outer corners of the quadrants, as far as these are seen and have room for a name. */
function quadrantNames(plot: Rectangle, cut: Coordinates, texts: MatrixTexts, fontSize: number, measure: Measure): QuadrantName[] {
  const [top, bottom] = [plot.top + fontSize + 6, plot.bottom - 9];
  const rooms = {
    start: Math.min(cut.x, plot.right) - plot.left,
    end: plot.right - Math.max(cut.x, plot.left),
    top: Math.min(cut.y, plot.bottom) - plot.top,
    bottom: plot.bottom - Math.max(cut.y, plot.top),
  };
  const name = (quadrant: Quadrant, side: 'top' | 'bottom', anchor: 'start' | 'end'): QuadrantName[] => {
    const text = texts.quadrants[quadrant].toLocaleUpperCase();
    // Spaced letters are wider than measured.
    const width = measure(text) * 0.9 + text.length * fontSize * 0.06;
    if (rooms[side] < fontSize * 2 || rooms[anchor] < width + 14) return [];
    const [x, y] = [anchor === 'start' ? plot.left + 10 : plot.right - 10, side === 'top' ? top : bottom];
    const left = anchor === 'start' ? x : x - width;
    return [{ quadrant, text, x, y, anchor, box: { left, top: y - fontSize, right: left + width, bottom: y + fontSize * 0.3 } }];
  };
  return [...name('A', 'top', 'start'), ...name('O', 'top', 'end'), ...name('I', 'bottom', 'start'), ...name('M', 'bottom', 'end')];
}

/** `Better ↑ share of customers more satisfied with it`, or as much of it as there is room for. */
function axisTitle(name: string, meaning: string, arrow: string, plot: Rectangle, measure: Measure): string {
  const short = `${name} ${arrow}`;
  const long = `${short}  ${meaning}`;
  return measure(long) <= plot.right - plot.left ? long : short;
}

function textLine(text: string, x: number, y: number, anchor: Anchor): TextLine {
  return { text, x, y, anchor };
}
