import type { FeatureAnalysis } from '../analysis/results.ts';
import { type Category, categories } from '../document/model.ts';

/** How sure a category is, as far as words depend on it. */
export type Certainty = 'none' | 'few' | 'ambiguous' | 'sure';

/** Fewer answers than this are shown as counts, and draw no conclusion. */
export const usualSampleSize = 30;

/**
 * `none` without answers, `few` under 30, `ambiguous` when z of the two leading categories is under 1.96 (analysis.md), else `sure`.
 * Contradictory answers (Q) are not one of two candidates: where they lead, there is nothing to tell apart.
 */
export function certainty({ category, n, z }: Pick<FeatureAnalysis, 'category' | 'n' | 'z'>): Certainty {
  if (category === null || n === 0) return 'none';
  if (n < usualSampleSize) return 'few';
  return z !== null && z < 1.96 && category !== 'Q' ? 'ambiguous' : 'sure';
}

/** The category that comes closest to the feature's own: the largest count among the other of M, O, A, I, R; `null` where all of them are 0. */
export function rivalCategory({ category, counts }: Pick<FeatureAnalysis, 'category' | 'counts'>): Category | null {
  const others = categories.filter((letter) => letter !== 'Q' && letter !== category && counts[letter] > 0);
  return others.reduce<Category | null>((best, letter) => (best === null || counts[letter] > counts[best] ? letter : best), null);
}
