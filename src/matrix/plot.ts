import type { Interval } from '../analysis/results.ts';
import type { MatrixPoint } from './matrixPoint.ts';

/**
 * What the axes of the picture are: the coefficients Better over |Worse| (0 to 1), or the means of the answers to both questions, the functional
 * one over the dysfunctional one (−2 to 4, DuMouchel in Berger et al. 1993).
 */
export const plots = ['coefficients', 'continuous'] as const;
export type Plot = (typeof plots)[number];

/** One value for each axis, in the unit of the axes. */
export interface AxisValues {
  readonly across: number;
  readonly up: number;
}

/** Where a feature is in a plot, and the intervals around it: of 95 % for coefficients, mean ± standard error for means. */
export interface PlottedValues extends AxisValues {
  readonly acrossInterval: Interval | null;
  readonly upInterval: Interval | null;
}

/** The smallest and the largest value, the same for both axes. */
export const axisEnds: Readonly<Record<Plot, Interval>> = { coefficients: [0, 1], continuous: [-2, 4] };

/** The values of a feature; `null` where it has none in this plot. */
export function plottedValues({ better, worse, betterInterval, worseInterval, continuous }: MatrixPoint, plot: Plot): PlottedValues | null {
  if (plot === 'coefficients') {
    if (better === null || worse === null) return null;
    return {
      ...coefficientValues({ better, worse }),
      acrossInterval: worseInterval && negative(worseInterval),
      upInterval: betterInterval,
    };
  }
  if (continuous === null) return null;
  const { functional, dysfunctional } = continuous;
  return {
    across: dysfunctional.mean,
    up: functional.mean,
    acrossInterval: standardErrorAround(dysfunctional),
    upInterval: standardErrorAround(functional),
  };
}

/** @param values Worse from −1 to 0 */
export function coefficientValues(values: { readonly better: number; readonly worse: number }): AxisValues {
  return { across: -values.worse, up: values.better };
}

function negative([from, to]: Interval): Interval {
  return [-to, -from];
}

/** `null` for a single answer, whose error is unknown. */
function standardErrorAround({ mean, se }: { readonly mean: number; readonly se: number | null }): Interval | null {
  return se === null ? null : [mean - se, mean + se];
}

/** The points that have values in a plot. */
export function pointsIn(points: readonly MatrixPoint[], plot: Plot): readonly MatrixPoint[] {
  return points.filter((point) => plottedValues(point, plot) !== null);
}
