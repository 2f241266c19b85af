import { firstIndexWhere } from '../../base/binarySearch.ts';

/**
 * p-values corrected for their number by Holm 1979, in the order given: each is the smallest family-wise error rate at which its
 * hypothesis would still be rejected.
 *
 * @param tests how many hypotheses there are, when only those with the smallest p-values are given
 */
export function holm(pValues: readonly number[], tests = pValues.length): readonly number[] {
  const ascending = Float64Array.from(pValues).sort();
  const adjusted = new Float64Array(ascending.length);
  let largest = 0;
  ascending.forEach((p, rank) => {
    largest = Math.max(largest, Math.min(1, p * (tests - rank)));
    adjusted[rank] = largest;
  });
  // Equal p-values share the correction of the first of them, which is the largest.
  return pValues.map((p) => adjusted[firstIndexWhere(ascending.length, (rank) => (ascending[rank] ?? 0) >= p)] ?? 1);
}
