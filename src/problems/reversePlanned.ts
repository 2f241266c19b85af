import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { reversePlanned } from '../wording/problems/decisions.ts';
import { statusFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';

/** `kano/reverse-planned`: about to be built, and customers would rather not have it. */
export function checkReversePlanned(item: Item<'features'>, { category, counts, n }: FeatureAnalysis): readonly Finding[] {
  const { status } = item.value;
  if (category !== 'R' || (status !== 'planned' && status !== 'in-progress')) return [];
  return [
    {
      code: 'kano/reverse-planned',
      range: item.rangeOfId,
      message: reversePlanned(status, { count: counts.R, n }),
      fixes: statusFixes(item, ['idea', 'rejected']),
    },
  ];
}
