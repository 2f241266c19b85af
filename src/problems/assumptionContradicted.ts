import { leadingPair, significantZ, smallestSample } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { assumptionContradicted } from '../wording/problems/decisions.ts';
import { assumptionFixes } from './decisionFixes.ts';
import type { Finding } from './problem.ts';

/**
 * `kano/assumption-contradicted` on the value of `assumed`. Silent where the survey is no clear answer itself: fewer than 30 answered, the
 * category is not the one that most are in (as other rules than the mode may have it), the two leading ones do not differ significantly,
 * or most answers contradict themselves.
 */
export function checkAssumption(item: Item<'features'>, { category, counts, n, z }: FeatureAnalysis): readonly Finding[] {
  const { assumed } = item.value;
  if (assumed === undefined || category === null || category === 'Q' || category === assumed) return [];
  if (n < smallestSample || z === null || z < significantZ || leadingPair(counts)[0] !== category) return [];
  const message = assumptionContradicted(assumed, category, { count: counts[category], n });
  return [{ code: 'kano/assumption-contradicted', range: item.rangeOf(['assumed']), message, fixes: assumptionFixes(item, category) }];
}
