import type { Quadrant } from '../terms/categoryLabels.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { MatrixTexts } from './matrixTexts.ts';
import type { Coordinates, Rectangle } from './rectangle.ts';
import type { Measure } from './textWidth.ts';
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

/** Everything in the picture that does not depend on the points, in pixels. */
export interface PlotArea {
  /** The plot with its border, including the strips for the names of the quadrants. */
  readonly plot: Rectangle;
  /** The area of the values 0 to 1: Better 1 at its top, |Worse| 1 at its right. Larger than the plot when zoomed in. */
  readonly area: Rectangle;
  /** Where the lines between the quadrants cross; outside the plot when only one quadrant is in sight. */
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
  /** Pixels above and below that are used for something else. */
  readonly above: number;
  readonly below: number;
  readonly texts: MatrixTexts;
  readonly fontSize: number;
  readonly measure: Measure;
  /** Formats a number in the reader's language. */
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
  // The names of the quadrants have strips of their own, outside the area of values.
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

/** The position of a feature's coefficients. |Worse| is −`worse`. */
export function positionOf(values: { readonly better: number; readonly worse: number }, { area }: Pick<PlotArea, 'area'>): Coordinates {
  return positionIn(area, values);
}

function positionIn(area: Rectangle, { better, worse }: { readonly better: number; readonly worse: number }): Coordinates {
  return { x: area.left + clamp(-worse) * (area.right - area.left), y: area.bottom - clamp(better) * (area.bottom - area.top) };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

/** The names in the outer corners of the quadrants that are in sight and have room for a name. */
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

/** `Better ↑ share of customers more satisfied with it`, or without its meaning if there is no room. */
function axisTitle(name: string, meaning: string, arrow: string, plot: Rectangle, measure: Measure): string {
  const short = `${name} ${arrow}`;
  const long = `${short}  ${meaning}`;
  return measure(long) <= plot.right - plot.left ? long : short;
}

function textLine(text: string, x: number, y: number, anchor: Anchor): TextLine {
  return { text, x, y, anchor };
}

/** A number at an axis: `at` is its position along the axis, in pixels. */
export interface Tick extends TextLine {
  readonly at: number;
  /** Whether the quadrants are cut at this number. */
  readonly isCut: boolean;
}

type TickOptions = Pick<PlotArea, 'plot' | 'area'> & Pick<PlotAreaOptions, 'cut' | 'zoom' | 'fontSize' | 'measure' | 'format'>;

/** The numbers at both axes: 0, ½, 1 and the cut, and more of them when zoomed in. */
export function axisTicks({ plot, area, cut, zoom, fontSize, measure, format }: TickOptions) {
  const line = Math.round(fontSize * 1.4);
  const across = (value: number) => area.left + value * (area.right - area.left);
  const down = (value: number) => area.bottom - value * (area.bottom - area.top);
  const horizontal = numbersAt(-cut.worse, zoom.scale, across, measure(format(0.55)) + 8);
  const vertical = numbersAt(cut.better, zoom.scale, down, line);
  return {
    horizontalTicks: horizontal
      .filter(({ at }) => at >= plot.left && at <= plot.right)
      .map(({ value, at, isCut }): Tick => ({ text: format(value), x: at, y: plot.bottom + line, anchor: 'middle', at, isCut })),
    verticalTicks: vertical
      .filter(({ at }) => at >= plot.top && at <= plot.bottom)
      .map(({ value, at, isCut }): Tick => ({ text: format(value), x: plot.left - 6, y: at + fontSize * 0.35, anchor: 'end', at, isCut })),
  };
}

/** The numbers at one axis. That of the cut replaces others that would touch it, because they are not `room` pixels away. */
function numbersAt(cut: number, scale: number, position: (value: number) => number, room: number) {
  const numbers = [...new Set([...roundValues(scale), rounded(cut)])].map((value) => {
    const isCut = value === rounded(cut);
    return { value, isCut, at: position(isCut ? cut : value) };
  });
  return numbers.filter(({ isCut, at }) => isCut || Math.abs(at - position(cut)) >= room);
}

/** The values from 0 to 1, in steps that leave a handful of them in sight. */
function roundValues(scale: number): readonly number[] {
  const parts = scale < 1.5 ? 2 : scale < 3 ? 4 : scale < 7 ? 10 : 20;
  return Array.from({ length: parts + 1 }, (_, index) => rounded(index / parts));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The size of an exported picture. */
export const pictureSize: MatrixSize = { width: 960, height: 680 };

/** How the quadrants are cut: at 0.5, or at the means of the features shown. */
export const quadrantCuts = ['half', 'mean'] as const;
export type QuadrantCut = (typeof quadrantCuts)[number];

/** The values of Better and Worse (−1 to 0) between the quadrants. */
export interface CutValues {
  readonly better: number;
  readonly worse: number;
}

/** The values of a cut. Without points there is no mean, and the cut is at 0.5. */
export function cutValues(points: readonly MatrixPoint[], cut: QuadrantCut): CutValues {
  if (cut === 'half' || points.length === 0) return { better: 0.5, worse: -0.5 };
  const mean = (value: (point: MatrixPoint) => number) => points.reduce((sum, point) => sum + value(point), 0) / points.length;
  return { better: mean(({ better }) => better), worse: mean(({ worse }) => worse) };
}
