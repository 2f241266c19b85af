import { significantZ } from '../analysis/multinomialZ.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Entry } from '../document/entry.ts';
import { assumptionContradicted } from '../wording/problems/decisions.ts';
import type { Finding } from './problem.ts';

/**
 * `kano/assumption-contradicted` on the value of `assumed`. Silent where the survey is no clear answer itself: its two leading
 * categories do not differ significantly, or most answers contradict themselves.
 */
export function checkAssumption(entry: Entry<'features'>, { category, counts, n, z }: FeatureAnalysis): readonly Finding[] {
  const { assumed } = entry.value;
  if (assumed === undefined || category === null || category === 'Q' || category === assumed) return [];
  if (z === null || z < significantZ) return [];
  const message = assumptionContradicted(assumed, category, { count: counts[category], n });
  return [{ code: 'kano/assumption-contradicted', place: entry.placeOf(['assumed']), message }];
}
