import type { Quadrant } from '../terms/categoryLabels.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { AxisMeanings, MatrixTexts } from './matrixTexts.ts';
import { pictureSizes } from './pictureSizes.ts';
import { type AxisValues, axisEnds, coefficientValues, type Plot, plottedValues } from './plot.ts';
import type { Coordinates, Rectangle } from './rectangle.ts';
import { ellipsise, type Measure } from './textWidth.ts';
import { magnify, type Zoom } from './zoom.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** One line of text: `y` is its baseline. */
export interface TextLine {
  readonly text: string;
  /** How many of the first characters are bold; none by default. */
  readonly bold?: number;
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
  /** What the axes are. */
  readonly shows: Plot;
  /** The plot with its border, including the strips for the names of the quadrants. */
  readonly plot: Rectangle;
  /** The area of the values from the smallest, at its left and bottom, to the largest. Larger than the plot when zoomed in. */
  readonly area: Rectangle;
  /** Where the lines between the quadrants cross, or those at 0 where there are no quadrants; outside the plot when out of sight. */
  readonly cut: Coordinates;
  readonly quadrantNames: readonly QuadrantName[];
  readonly horizontalTicks: readonly Tick[];
  readonly verticalTicks: readonly Tick[];
  readonly upTitle: TextLine;
  readonly acrossTitle: TextLine;
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
  readonly shows: Plot;
  readonly cut: AxisValues;
  readonly zoom: Zoom;
}

/** The axes, ticks, quadrants and margins of a picture of the given size. */
export function plotArea({ width, height }: MatrixSize, options: PlotAreaOptions): PlotArea {
  const { above, below, texts, fontSize, measure, format, zoom, shows } = options;
  const line = Math.round(fontSize * 1.4);
  const tickWidth = Math.ceil(measure(format(widestNumber[shows])));
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
  const cut = positionOf(options.cut, { area, shows });
  return {
    shows,
    plot,
    area,
    cut,
    quadrantNames: shows === 'coefficients' ? quadrantNames(plot, cut, texts, fontSize, measure) : [],
    ...axisTicks({ shows, plot, area, cut: options.cut, zoom, fontSize, measure, format }),
    upTitle: textLine(axisTitle(texts.up, texts.upMeanings, '↑', plot, measure), plot.left, plot.top - 8, 'start'),
    acrossTitle: textLine(axisTitle(texts.across, texts.acrossMeanings, '→', plot, measure), plot.right, plot.bottom + 2 * line, 'end'),
  };
}

/** The position of values; those beyond the ends of an axis are at its end. */
export function positionOf({ across, up }: AxisValues, { area, shows }: Pick<PlotArea, 'area' | 'shows'>): Coordinates {
  const [x, y] = [clamp(shareOf(across, shows)), clamp(shareOf(up, shows))];
  return { x: area.left + x * (area.right - area.left), y: area.bottom - y * (area.bottom - area.top) };
}

/** Where a value is on an axis: 0 at its beginning, 1 at its end. */
function shareOf(value: number, shows: Plot): number {
  const [from, to] = axisEnds[shows];
  return (value - from) / (to - from);
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

/** The names in the outer corners of the quadrants in sight, with what to do there as far as there is room for it. */
function quadrantNames(plot: Rectangle, cut: Coordinates, texts: MatrixTexts, fontSize: number, measure: Measure): QuadrantName[] {
  const [top, bottom] = [plot.top + fontSize + 6, plot.bottom - 9];
  const rooms = {
    start: Math.min(cut.x, plot.right) - plot.left,
    end: plot.right - Math.max(cut.x, plot.left),
    top: Math.min(cut.y, plot.bottom) - plot.top,
    bottom: plot.bottom - Math.max(cut.y, plot.top),
  };
  const name = (quadrant: Quadrant, side: 'top' | 'bottom', anchor: 'start' | 'end'): QuadrantName[] => {
    // Spaced letters are wider than measured.
    const widthOf = (text: string) => measure(text) * 0.9 + text.length * fontSize * 0.06;
    const room = rooms[anchor] - 14;
    if (rooms[side] < fontSize * 2 || room < fontSize * 3) return [];
    const ownName = texts.quadrants[quadrant].toLocaleUpperCase();
    const whole = `${ownName} · ${texts.instructions[quadrant]}`;
    const text = widthOf(whole) <= room ? whole : ellipsise(ownName, room, widthOf);
    const width = widthOf(text);
    const [x, y] = [anchor === 'start' ? plot.left + 10 : plot.right - 10, side === 'top' ? top : bottom];
    const left = anchor === 'start' ? x : x - width;
    return [{ quadrant, text, x, y, anchor, box: { left, top: y - fontSize, right: left + width, bottom: y + fontSize * 0.3 } }];
  };
  return [...name('A', 'top', 'start'), ...name('O', 'top', 'end'), ...name('I', 'bottom', 'start'), ...name('M', 'bottom', 'end')];
}

/** `Better ↑ more satisfied with it`, with the longest meaning that has room, or without any. */
function axisTitle(name: string, meanings: AxisMeanings, arrow: string, plot: Rectangle, measure: Measure): string {
  const short = `${name} ${arrow}`;
  const titles = meanings.map((meaning) => `${short}  ${meaning}`);
  return titles.find((title) => measure(title) <= plot.right - plot.left) ?? short;
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

type TickOptions = Pick<PlotArea, 'shows' | 'plot' | 'area'> & Pick<PlotAreaOptions, 'cut' | 'zoom' | 'fontSize' | 'measure' | 'format'>;

/** The numbers at both axes: 0, ½, 1 and the cut, or whole numbers; more of them when zoomed in. */
function axisTicks({ shows, plot, area, cut, zoom, fontSize, measure, format }: TickOptions) {
  const line = Math.round(fontSize * 1.4);
  const across = (value: number) => area.left + shareOf(value, shows) * (area.right - area.left);
  const down = (value: number) => area.bottom - shareOf(value, shows) * (area.bottom - area.top);
  const horizontal = numbersAt(cut.across, roundValues(shows, zoom.scale), across, measure(format(widestNumber[shows])) + 8);
  const vertical = numbersAt(cut.up, roundValues(shows, zoom.scale), down, line);
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
function numbersAt(cut: number, values: readonly number[], position: (value: number) => number, room: number) {
  const numbers = [...new Set([...values, rounded(cut)])].map((value) => {
    const isCut = value === rounded(cut);
    return { value, isCut, at: position(isCut ? cut : value) };
  });
  return numbers.filter(({ isCut, at }) => isCut || Math.abs(at - position(cut)) >= room);
}

/** The values of an axis, in steps that leave a handful of them in sight. */
function roundValues(shows: Plot, scale: number): readonly number[] {
  const [from, to] = axisEnds[shows];
  const parts = axisParts[shows][scale < 1.5 ? 0 : scale < 3 ? 1 : scale < 7 ? 2 : 3];
  return Array.from({ length: parts + 1 }, (_, index) => rounded(from + ((to - from) * index) / parts));
}

/** Into how many steps an axis is divided, at four scales. */
const axisParts = { coefficients: [2, 4, 10, 20], continuous: [6, 12, 30, 60] } as const;
/** A number that takes as much room at an axis as any other. */
const widestNumber: Readonly<Record<Plot, number>> = { coefficients: 0.55, continuous: -1.5 };

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The size of an exported picture. */
export const pictureSize: MatrixSize = pictureSizes.page;

/** How the quadrants are cut: at 0.5, or at the means of the features shown. */
export const quadrantCuts = ['half', 'mean'] as const;
export type QuadrantCut = (typeof quadrantCuts)[number];

/** Where the quadrants are cut; at 0 in the continuous plot, which has no quadrants. Without points there is no mean, and the cut is at 0.5. */
export function cutValues(points: readonly MatrixPoint[], cut: QuadrantCut, shows: Plot): AxisValues {
  if (shows === 'continuous') return { across: 0, up: 0 };
  const values = cut === 'half' ? [] : points.flatMap((point) => plottedValues(point, shows) ?? []);
  if (values.length === 0) return coefficientValues({ better: 0.5, worse: -0.5 });
  const mean = (ofAxis: (each: AxisValues) => number) => values.reduce((sum, each) => sum + ofAxis(each), 0) / values.length;
  return { across: mean(({ across }) => across), up: mean(({ up }) => up) };
}
