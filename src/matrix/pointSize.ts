import type { MatrixPoint } from './matrixPoint.ts';

/** What the size of a symbol says. */
export const pointSizes = ['none', 'n', 'importance', 'effort'] as const;
export type PointSize = (typeof pointSizes)[number];

export interface SizeSample {
  readonly value: number;
  readonly radius: number;
}

/** How large symbols are drawn. */
export interface RadiusScale {
  /** Pixels. The area of a symbol is in proportion to its value; small values stay large enough to be seen. */
  radiusOf(point: MatrixPoint): number;
  /** Whether the point has no value to be sized by. */
  isUnknown(point: MatrixPoint): boolean;
  /** Round values with their sizes for the legend, ascending; none where nothing has a value. */
  readonly samples: readonly SizeSample[];
  readonly smallest: number;
}

/** The sizes of a picture whose symbols have the radius `usual` (pixels) while they are all alike. */
export function radiusScale(points: readonly MatrixPoint[], size: PointSize, usual: number): RadiusScale {
  const most = size === 'none' ? 0 : points.reduce((largest, point) => Math.max(largest, sizingValue(point, size) ?? 0), 0);
  const smallest = usual * smallestShare;
  // Hundredths of a pixel are enough, and keep path data short.
  const radius = (value: number) => Math.round(Math.max(usual * largestShare * Math.sqrt(value / most), smallest) * 100) / 100;
  return {
    radiusOf: (point) => {
      if (size === 'none') return usual;
      const value = sizingValue(point, size);
      return value === null ? smallest : radius(value);
    },
    isUnknown: (point) => size !== 'none' && sizingValue(point, size) === null,
    samples: most > 0 ? sampleValues(most).map((value) => ({ value, radius: radius(value) })) : [],
    smallest,
  };
}

/** Largest and smallest radius of sized symbols, by that of symbols which are all alike. */
const largestShare = 1.8;
const smallestShare = 0.5;

function sizingValue(point: MatrixPoint, size: Exclude<PointSize, 'none'>): number | null {
  const value = point[size] ?? null;
  return value !== null && value > 0 && Number.isFinite(value) ? value : null;
}

/** The largest round number that is not over the largest value, and one about a quarter of it, which is half as wide. */
function sampleValues(most: number): readonly number[] {
  const large = roundDown(most);
  return [roundDown(large / 4), large];
}

function roundDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  // Powers of ten below one are not exact; numbers in a legend must look as they were meant.
  const round = ([5, 2, 1].find((step) => step * unit <= value * (1 + 1e-9)) ?? 1) * unit;
  return Number(round.toPrecision(1));
}
