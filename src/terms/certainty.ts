import { leadingPair } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { isAmbiguous, smallestSample } from '../analysis/statistics/multinomialZ.ts';

/** How sure a category is, as far as words depend on it. */
export type Certainty = 'none' | 'few' | 'ambiguous' | 'sure';

/**
 * `none` without answers, `few` under 30, `ambiguous` when the two leading categories do not differ significantly (analysis.md), else
 * `sure`. That is about the two largest counts: a category that another rule than the mode takes from below them is no part of it, and that
 * the rules disagree says so. Where contradictory answers (Q) lead, they are no candidate for another category: nothing is there to tell apart.
 */
export function certainty(analysis: Pick<FeatureAnalysis, 'category' | 'counts' | 'n' | 'z' | 'runnerUp'>): Certainty {
  const { category, counts, n, runnerUp } = analysis;
  if (category === null || n === 0) return 'none';
  if (n < smallestSample) return 'few';
  return isAmbiguous(analysis) && runnerUp !== null && leadingPair(counts).some((leading) => leading === category) ? 'ambiguous' : 'sure';
}
