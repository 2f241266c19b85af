import type { TextLine } from './plotArea.ts';
import type { CutValues } from './quadrantCut.ts';
import type { Rectangle } from './rectangle.ts';
import type { Measure } from './textWidth.ts';
import type { Zoom } from './zoom.ts';

/** A number at an axis: `at` is its place along it, in pixels. */
export interface Tick extends TextLine {
  readonly at: number;
  /** The number is where the quadrants are cut. */
  readonly isCut: boolean;
}

interface TickOptions {
  readonly plot: Rectangle;
  readonly area: Rectangle;
  readonly cut: CutValues;
  readonly zoom: Zoom;
  readonly fontSize: number;
  readonly measure: Measure;
  readonly format: (value: number) => string;
}

/** The numbers at both axes: 0, ½ and 1 and the cut, and more of them the closer one looks. */
export function axisTicks({ plot, area, cut, zoom, fontSize, measure, format }: TickOptions) {
  const line = Math.round(fontSize * 1.4);
  const across = (value: number) => area.left + value * (area.right - area.left);
  const down = (value: number) => area.bottom - value * (area.bottom - area.top);
  const values = roundValues(zoom.scale);
  // The number of the cut takes the place of others that would touch it.
  const beside = (values: readonly number[], at: number, distance: (value: number) => number, needed: number) =>
    values.filter((value) => value === at || distance(value) >= needed);
  const horizontal = beside(
    [...new Set([...values, rounded(-cut.worse)])],
    rounded(-cut.worse),
    (value) => Math.abs(across(value) - across(-cut.worse)),
    measure(format(0.55)) + 8,
  );
  const vertical = beside(
    [...new Set([...values, rounded(cut.better)])],
    rounded(cut.better),
    (value) => Math.abs(down(value) - down(cut.better)),
    line,
  );
  return {
    horizontalTicks: horizontal
      .map((value): Tick => {
        const [isCut, text] = [value === rounded(-cut.worse), format(value)];
        const at = across(isCut ? -cut.worse : value);
        return { text, x: at, y: plot.bottom + line, anchor: 'middle', at, isCut };
      })
      .filter(({ at }) => at >= plot.left && at <= plot.right),
    verticalTicks: vertical
      .map((value): Tick => {
        const [isCut, text] = [value === rounded(cut.better), format(value)];
        const at = down(isCut ? cut.better : value);
        return { text, x: plot.left - 6, y: at + fontSize * 0.35, anchor: 'end', at, isCut };
      })
      .filter(({ at }) => at >= plot.top && at <= plot.bottom),
  };
}

/** From 0 to 1, in steps that leave a handful of them in sight. */
function roundValues(scale: number): readonly number[] {
  const parts = scale < 1.5 ? 2 : scale < 3 ? 4 : scale < 7 ? 10 : 20;
  return Array.from({ length: parts + 1 }, (_, index) => rounded(index / parts));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
