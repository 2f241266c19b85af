import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { indifferentInProgress } from '../wording/problems/decisions.ts';
import { statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';

/** `kano/indifferent-in-progress`: effort goes where customers do not mind either way. */
export function checkIndifferentInProgress(item: Item<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  if (category !== 'I' || item.value.status !== 'in-progress') return [];
  return [
    {
      code: 'kano/indifferent-in-progress',
      range: item.rangeOfId,
      message: indifferentInProgress({ count: counts.I, n }),
      fixes: statusFixes(item, ['idea', 'rejected']),
    },
  ];
}
