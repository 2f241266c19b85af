import type { FeatureAnalysis, Interval } from '../results.ts';

/** What moved between two revisions of a feature. */
export interface Movement {
  readonly category: boolean;
  readonly better: boolean;
  readonly worse: boolean;
}

type Estimates = Pick<FeatureAnalysis, 'category' | 'better' | 'worse' | 'betterInterval' | 'worseInterval'>;

/**
 * What moved between two Git revisions of the same feature; `null` when nothing did. The respondents are largely the same, so this is no
 * test: the category differs, or the new estimate lies outside the old interval.
 */
export function moved(before: Estimates, after: Estimates): Movement | null {
  const movement: Movement = {
    category: before.category !== after.category,
    better: isOutside(after.better, before.betterInterval),
    worse: isOutside(after.worse, before.worseInterval),
  };
  return movement.category || movement.better || movement.worse ? movement : null;
}

function isOutside(estimate: number | null, interval: Interval | null): boolean {
  return estimate !== null && interval !== null && (estimate < interval[0] || estimate > interval[1]);
}
