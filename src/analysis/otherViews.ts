import type { Category } from '../document/format/model.ts';
import { smallestSample } from './leadingPair.ts';
import type { FeatureAnalysis, Interval } from './results.ts';

// Other ways to look at the same answers. From 30 answers on: fewer speak for no category.

/** Whether the three rules give different categories. */
export function doRulesDisagree({ n, categories }: Pick<FeatureAnalysis, 'n' | 'categories'>): boolean {
  return n >= smallestSample && (categories.mode !== categories.berger || categories.berger !== categories.lead);
}

/**
 * The quadrant, where it is not that of the category and this is more than chance: the interval of each coefficient on whose side of 0.5 the
 * two differ leaves out 0.5. `null` elsewhere, and for R and Q, which have no quadrant.
 */
export function mismatchedQuadrant(
  analysis: Pick<FeatureAnalysis, 'n' | 'category' | 'quadrant' | 'betterInterval' | 'worseInterval'>,
): FeatureAnalysis['quadrant'] {
  const { n, category, quadrant, betterInterval, worseInterval } = analysis;
  if (n < smallestSample || quadrant === null || category === null || category === 'R' || category === 'Q') return null;
  const isBetterApart = isBetterHigh(category) !== isBetterHigh(quadrant);
  const isWorseApart = isWorseHigh(category) !== isWorseHigh(quadrant);
  if (isBetterApart && !leavesOut(betterInterval, 0.5)) return null;
  if (isWorseApart && !leavesOut(worseInterval, -0.5)) return null;
  return isBetterApart || isWorseApart ? quadrant : null;
}

function isBetterHigh(category: Category): boolean {
  return category === 'A' || category === 'O';
}

function isWorseHigh(category: Category): boolean {
  return category === 'M' || category === 'O';
}

function leavesOut(interval: Interval | null, value: number): boolean {
  return interval !== null && (interval[0] > value || interval[1] < value);
}
