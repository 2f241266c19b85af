import type { Counts } from '../../document/format/model.ts';
import { total } from '../counts.ts';
import { leadingPair } from '../leadingPair.ts';
import type { FongTest } from '../results.ts';

/**
 * Whether the two largest of M, O, A, I, R differ (Fong 1996), for comparison with other tools; `null` when both are 0.
 * The test takes them for two independent binomials, which they are not: see `multinomialZ`.
 */
export function fongTest(counts: Counts): FongTest | null {
  const [first, second] = leadingPair(counts);
  const sum = counts[first] + counts[second];
  if (sum === 0) return null;
  const n = total(counts);
  const difference = counts[first] - counts[second];
  const threshold = 1.65 * Math.sqrt((sum * (2 * n - sum)) / (2 * n));
  return { difference, threshold, significant: difference >= threshold };
}
