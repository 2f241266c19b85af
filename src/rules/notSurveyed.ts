import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { notSurveyed } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/not-surveyed`: no tally, or tallies that count nobody. Silent where tallies cannot be read: there may be answers in them. */
export function checkNotSurveyed(entry: Entry<'features'>, analysis: FeatureAnalysis): readonly Finding[] {
  if (analysis.n > 0 || hasUncountedAnswers(entry, analysis) || entry.node?.kind !== 'map') return [];
  const { tally, tallies = [] } = entry.value;
  return [{ code: 'kano/not-surveyed', place: entry.placeOfId, message: notSurveyed(tally !== undefined || tallies.length > 0) }];
}
