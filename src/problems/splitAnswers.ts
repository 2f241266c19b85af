import { smallestSample } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { splitAnswers } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/split-answers`: more than 20 % of enough customers would rather not have what the others want, or do not mind. */
export function checkSplitAnswers(item: Item<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  // In whole numbers: 0.2 · n would be rounded.
  if (category === null || category === 'R' || n < smallestSample || counts.R * 5 <= n) return [];
  return [{ code: 'kano/split-answers', range: item.rangeOfId, message: splitAnswers(counts.R, n, category) }];
}
