/**
 * p-values corrected for their number by Benjamini & Hochberg 1995, in the order given: each is the smallest false discovery rate at which its
 * hypothesis would still be rejected.
 *
 * Given only the p-values below a limit, with the number of all in `tests`, those corrected ones are right that come out below the limit,
 * and the others are not below it: what is left out is at least the limit, and stays so, because a correction never lowers a p-value.
 */
export function benjaminiHochberg(pValues: readonly number[], tests = pValues.length): readonly number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  for (let rank = ascending.length; rank > 0; rank--) {
    const { p, index } = ascending[rank - 1] as { p: number; index: number };
    smallest = Math.min(smallest, (p * tests) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}
