import { smallestSample } from '../analysis/multinomialZ.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { smallSample } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/small-sample`: too few answers to be sure of the category. */
export function checkSmallSample(entry: Entry<'features'>, { n, category, runnerUp }: FeatureAnalysis): readonly Finding[] {
  if (category === null || n === 0 || n >= smallestSample) return [];
  return [{ code: 'kano/small-sample', place: entry.placeOfId, message: smallSample(n, category, runnerUp) }];
}
