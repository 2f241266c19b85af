/**
 * The ratio of two means in a population whose groups have other shares than in the sample (combined ratio of post-stratified means,
 * Cochran 1977): Σ share·numerator ÷ Σ share·denominator; `null` where the denominators add up to 0. With the groups' shares of the sample
 * it is the ratio of the pooled sample.
 * @param groups each with its share of the population and both means per member
 */
export function combinedRatio(
  groups: readonly { readonly share: number; readonly numerator: number; readonly denominator: number }[],
): number | null {
  let above = 0;
  let below = 0;
  for (const { share, numerator, denominator } of groups) {
    above += share * numerator;
    below += share * denominator;
  }
  return below > 0 ? above / below : null;
}
