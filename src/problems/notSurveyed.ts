import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { notSurveyed } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/not-surveyed`: no tally, or tallies that count nobody. Silent where tallies cannot be read: there may be answers in them. */
export function checkNotSurveyed(item: Item<'features'>, analysis: FeatureAnalysis): readonly Finding[] {
  if (analysis.n > 0 || hasUncountedAnswers(item, analysis) || item.node?.kind !== 'map') return [];
  const { tally, tallies = [] } = item.value;
  return [{ code: 'kano/not-surveyed', range: item.rangeOfId, message: notSurveyed(tally !== undefined || tallies.length > 0) }];
}
