import { smallestSample } from '../analysis/multinomialZ.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { questionableAnswers } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/questionable-answers`: more than 10 % of enough answers contradict themselves. */
export function checkQuestionableAnswers(entry: Entry<'features'>, { counts, n }: FeatureAnalysis): readonly Finding[] {
  // In whole numbers: 0.1 · n would be rounded.
  if (n < smallestSample || counts.Q * 10 <= n) return [];
  return [{ code: 'kano/questionable-answers', place: entry.placeOfId, message: questionableAnswers(counts.Q, n) }];
}
