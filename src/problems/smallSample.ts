import { smallestSample } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { smallSample } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/small-sample`: too few answers to be sure of the category. */
export function checkSmallSample(item: Item<'features'>, { n, category, runnerUp }: FeatureAnalysis): readonly Finding[] {
  if (category === null || n === 0 || n >= smallestSample) return [];
  return [{ code: 'kano/small-sample', range: item.rangeOfId, message: smallSample(n, category, runnerUp) }];
}
