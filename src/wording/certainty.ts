import { isAmbiguous, smallestSample } from '../analysis/multinomialZ.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';

/** How sure a category is, as far as words depend on it. */
export type Certainty = 'none' | 'few' | 'ambiguous' | 'sure';

/**
 * `none` without answers, `few` under 30, `ambiguous` when the two leading categories do not differ significantly (analysis.md), else
 * `sure`. Where contradictory answers (Q) lead, they are no candidate for another category: nothing is there to tell apart.
 */
export function certainty(analysis: Pick<FeatureAnalysis, 'category' | 'n' | 'z' | 'runnerUp'>): Certainty {
  const { category, n, runnerUp } = analysis;
  if (category === null || n === 0) return 'none';
  if (n < smallestSample) return 'few';
  return isAmbiguous(analysis) && runnerUp !== null && category !== 'Q' ? 'ambiguous' : 'sure';
}
