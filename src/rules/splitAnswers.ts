import { smallestSample } from '../analysis/multinomialZ.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { splitAnswers } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/split-answers`: more than 20 % of enough customers would rather not have what the others want, or do not mind. */
export function checkSplitAnswers(entry: Entry<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  // In whole numbers: 0.2 · n would be rounded.
  if (category === null || category === 'R' || n < smallestSample || counts.R * 5 <= n) return [];
  return [{ code: 'kano/split-answers', place: entry.placeOfId, message: splitAnswers(counts.R, n, category) }];
}
