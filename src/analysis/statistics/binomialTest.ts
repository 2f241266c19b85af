import { significantZ } from '../leadingPair.ts';

/** Up to so many answers for the two categories together, the test is exact. */
const mostExact = 40;

/**
 * The exact two-sided p-value of the hypothesis that both categories are equally likely: the probability that one of them leads by as
 * much or more. Right for a winner chosen by the data (Hung & Fithian, Rank verification for exponential families, arXiv 1610.03944).
 * @param larger and `smaller` are whole numbers with a sum of at most 50, so that every binomial coefficient is exact
 */
export function binomialP(larger: number, smaller: number): number {
  const n = larger + smaller;
  let coefficient = 1;
  let sum = 0;
  for (let k = 0; k <= smaller; k++) {
    sum += coefficient;
    coefficient = (coefficient * (n - k)) / (k + 1);
  }
  return Math.min(1, (2 * sum) / 2 ** n);
}

/** The same, where the sum is so small that the exact p-value decides instead of z; else `null`. */
export function exactLeadP(larger: number, smaller: number): number | null {
  return larger + smaller <= mostExact ? binomialP(larger, smaller) : null;
}

/** Whether the larger of two counts of one survey leads by more than chance explains, at 5 %: exact up to 40 answers, by the multinomial z beyond. */
export function isLeadClear(larger: number, smaller: number): boolean {
  const p = exactLeadP(larger, smaller);
  return p === null ? (larger - smaller) / Math.sqrt(larger + smaller) >= significantZ : p < 0.05;
}
