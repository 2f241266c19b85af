import type { Quadrant } from '../wording/matrixWording.ts';
import type { MatrixTexts } from './matrixPoint.ts';
import type { Position, Rectangle } from './rectangle.ts';
import type { Measure } from './textWidth.ts';

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
export interface MatrixFrame {
  /** The framed plot, with the strips for the names of the quadrants. */
  readonly plot: Rectangle;
  /** Where 0 to 1 is drawn: Better 1 at its top, |Worse| 1 at its right. */
  readonly area: Rectangle;
  /** The lines between the quadrants. */
  readonly cut: Position;
  readonly quadrantNames: readonly QuadrantName[];
  readonly horizontalTicks: readonly TextLine[];
  readonly verticalTicks: readonly TextLine[];
  readonly betterTitle: TextLine;
  readonly worseTitle: TextLine;
}

export interface MatrixSize {
  readonly width: number;
  readonly height: number;
}

/** The axes, ticks, quadrants and margins for a picture of the given size, whose lower `reserved` pixels belong to others. */
export function matrixFrame(
  { width, height }: MatrixSize,
  reserved: number,
  texts: MatrixTexts,
  fontSize: number,
  measure: Measure,
): MatrixFrame {
  const line = Math.round(fontSize * 1.4);
  const tickWidth = Math.ceil(Math.max(...texts.ticks.map(measure)));
  const plot = {
    left: tickWidth + 10,
    top: line + 8,
    right: Math.max(width - 10, tickWidth + 90),
    bottom: Math.max(height - reserved - 2 * line - 10, line + 88),
  };
  // The names of the quadrants have a strip of their own, where no value can lie.
  const strip = line + 8;
  const area = { left: plot.left + 14, top: plot.top + strip, right: plot.right - 14, bottom: plot.bottom - strip };
  const cut = { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
  return {
    plot,
    area,
    cut,
    quadrantNames: quadrantNames(plot, texts, fontSize, measure),
    horizontalTicks: [area.left, cut.x, area.right].map((x, index) => textLine(texts.ticks[index], x, plot.bottom + line, 'middle')),
    verticalTicks: [area.bottom, cut.y, area.top].map((y, index) =>
      textLine(texts.ticks[index], plot.left - 6, y + fontSize * 0.35, 'end'),
    ),
    betterTitle: textLine(axisTitle(texts.better, texts.betterMeaning, '↑', plot, measure), plot.left, plot.top - 8, 'start'),
    worseTitle: textLine(axisTitle(texts.worse, texts.worseMeaning, '→', plot, measure), plot.right, plot.bottom + 2 * line, 'end'),
  };
}

/** Where a feature's coefficients lie. |Worse| is −`worse`. */
export function positionOf({ better, worse }: { readonly better: number; readonly worse: number }, { area }: MatrixFrame): Position {
  return { x: area.left + clamp(-worse) * (area.right - area.left), y: area.bottom - clamp(better) * (area.bottom - area.top) };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

function quadrantNames(plot: Rectangle, texts: MatrixTexts, fontSize: number, measure: Measure): QuadrantName[] {
  const room = (plot.right - plot.left) / 2 - 16;
  const top = plot.top + fontSize + 6;
  const bottom = plot.bottom - 9;
  const name = (quadrant: Quadrant, y: number, anchor: 'start' | 'end'): QuadrantName => {
    const text = texts.quadrants[quadrant].toLocaleUpperCase();
    const width = Math.min(measure(text) * 1.08, room);
    const x = anchor === 'start' ? plot.left + 10 : plot.right - 10;
    const left = anchor === 'start' ? x : x - width;
    return { quadrant, text, x, y, anchor, box: { left, top: y - fontSize, right: left + width, bottom: y + fontSize * 0.3 } };
  };
  return [name('A', top, 'start'), name('O', top, 'end'), name('I', bottom, 'start'), name('M', bottom, 'end')];
}

/** `Better ↑ share of customers more satisfied with it`, or as much of it as there is room for. */
function axisTitle(name: string, meaning: string, arrow: string, plot: Rectangle, measure: Measure): string {
  const short = `${name} ${arrow}`;
  const long = `${short}  ${meaning}`;
  return measure(long) <= plot.right - plot.left ? long : short;
}

function textLine(text: string | undefined, x: number, y: number, anchor: Anchor): TextLine {
  return { text: text ?? '', x, y, anchor };
}
