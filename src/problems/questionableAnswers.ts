import { smallestSample } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { questionableAnswers } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/questionable-answers`: more than 10 % of enough answers contradict themselves. */
export function checkQuestionableAnswers(item: Item<'features'>, { counts, n }: FeatureAnalysis): readonly Finding[] {
  // In whole numbers: 0.1 · n would be rounded.
  if (n < smallestSample || counts.Q * 10 <= n) return [];
  return [{ code: 'kano/questionable-answers', range: item.rangeOfId, message: questionableAnswers(counts.Q, n) }];
}
