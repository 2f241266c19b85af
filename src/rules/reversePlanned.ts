import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { reversePlanned } from '../wording/problems/decisions.ts';
import { statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';

/** `kano/reverse-planned`: about to be built, and customers would rather not have it. */
export function checkReversePlanned(entry: Entry<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  const { status } = entry.value;
  if (category !== 'R' || (status !== 'planned' && status !== 'in-progress')) return [];
  return [
    {
      code: 'kano/reverse-planned',
      place: entry.placeOfId,
      message: reversePlanned(status, { count: counts.R, n }),
      fixes: statusFixes(entry, ['idea', 'rejected']),
    },
  ];
}
