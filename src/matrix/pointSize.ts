import type { MatrixPoint } from './matrixPoint.ts';

/** What the size of a symbol means. */
export const pointSizes = ['none', 'n', 'importance', 'effort'] as const;
export type PointSize = (typeof pointSizes)[number];

export interface SizeSample {
  readonly value: number;
  readonly radius: number;
}

/** The sizes of symbols. */
export interface RadiusScale {
  /** In pixels. The area of a symbol is proportional to its value, but never too small to be seen. */
  radiusOf(point: MatrixPoint): number;
  /** Whether the point has no value for its size. */
  isUnknown(point: MatrixPoint): boolean;
  /** Round values with their sizes for the legend, ascending; empty if no point has a value. */
  readonly samples: readonly SizeSample[];
  readonly smallest: number;
}

/** The sizes of the symbols in a picture. `usual` is the radius (pixels) of symbols of equal size. */
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

/** The largest and smallest radius, relative to the usual one. */
const largestShare = 1.8;
const smallestShare = 0.5;

function sizingValue(point: MatrixPoint, size: Exclude<PointSize, 'none'>): number | null {
  const value = point[size] ?? null;
  return value !== null && value > 0 && Number.isFinite(value) ? value : null;
}

/** The largest round number up to the largest value, and one of about a quarter of it, whose symbol is half as wide. */
function sampleValues(most: number): readonly number[] {
  const large = roundDown(most);
  return [roundDown(large / 4), large];
}

function roundDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  // Powers of ten below one are not exact, but the numbers in the legend must be round.
  const round = ([5, 2, 1].find((step) => step * unit <= value * (1 + 1e-9)) ?? 1) * unit;
  return Number(round.toPrecision(1));
}
