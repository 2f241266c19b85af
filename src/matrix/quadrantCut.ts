import type { MatrixPoint } from './matrixPoint.ts';

/** Where the quadrants are cut: at 0.5, or at the means of the features shown. */
export const quadrantCuts = ['half', 'mean'] as const;
export type QuadrantCut = (typeof quadrantCuts)[number];

/** Better and Worse (−1 to 0) where one quadrant ends and the next begins. */
export interface CutValues {
  readonly better: number;
  readonly worse: number;
}

/** The cut in values; without points there is no mean, and the cut is at 0.5. */
export function cutValues(points: readonly MatrixPoint[], cut: QuadrantCut): CutValues {
  if (cut === 'half' || points.length === 0) return { better: 0.5, worse: -0.5 };
  const mean = (value: (point: MatrixPoint) => number) => points.reduce((sum, point) => sum + value(point), 0) / points.length;
  return { better: mean(({ better }) => better), worse: mean(({ worse }) => worse) };
}
