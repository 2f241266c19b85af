import { leadingPair } from '../analysis/leadingPair.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Item } from '../document/item.ts';
import { certainty } from '../terms/featureSentences.ts';
import { ambiguousCategory } from '../wording/problems/evidence.ts';
import type { Finding } from './problem.ts';

/** `kano/ambiguous-category`: enough answers, and the two leading categories still do not differ significantly. */
export function checkAmbiguousCategory(item: Item<'features'>, analysis: FeatureAnalysis): readonly Finding[] {
  const { counts, n, z } = analysis;
  if (z === null || certainty(analysis) !== 'ambiguous') return [];
  const [first, second] = leadingPair(counts);
  const message = ambiguousCategory([first, counts[first]], [second, counts[second]], n, z);
  return [{ code: 'kano/ambiguous-category', range: item.rangeOfId, message }];
}
