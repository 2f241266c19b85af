import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { indifferentInProgress } from '../wording/problems/decisions.ts';
import { statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';

/** `kano/indifferent-in-progress`: effort goes where customers do not mind either way. */
export function checkIndifferentInProgress(entry: Entry<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  if (category !== 'I' || entry.value.status !== 'in-progress') return [];
  return [
    {
      code: 'kano/indifferent-in-progress',
      place: entry.placeOfId,
      message: indifferentInProgress({ count: counts.I, n }),
      fixes: statusFixes(entry, ['idea', 'rejected']),
    },
  ];
}
