import type { Counts } from '../../document/format/model.ts';
import { leadingPair } from '../leadingPair.ts';
import type { FeatureAnalysis } from '../results.ts';

/** |z| from which a difference counts as significant at 95 %. */
export const significantZ = 1.96;

/** Respondents from which on a category is more than an anecdote. */
export const smallestSample = 30;

/**
 * How far apart the two largest of M, O, A, I, R are: (a−b)/√(a+b), because both are drawn from one multinomial, so that
 * Var(a−b) = a+b where the two are equally likely. `null` when both are 0.
 */
export function multinomialZ(counts: Counts): number | null {
  const [first, second] = leadingPair(counts);
  const sum = counts[first] + counts[second];
  return sum > 0 ? (counts[first] - counts[second]) / Math.sqrt(sum) : null;
}

/** Whether enough people answered to tell and their two leading categories still do not differ significantly. */
export function isAmbiguous(analysis: Pick<FeatureAnalysis, 'n' | 'z'>): boolean {
  return analysis.n >= smallestSample && analysis.z !== null && analysis.z < significantZ;
}
