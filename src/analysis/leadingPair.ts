import type { Category, Counts } from '../document/format/model.ts';
import { largest, total } from './counts.ts';
import type { FongTest } from './results.ts';

/** The categories of respondents with a consistent opinion. */
const opinions = ['M', 'O', 'A', 'I', 'R'] as const satisfies readonly Category[];

type Opinion = (typeof opinions)[number];

/** The two categories with the largest counts among M, O, A, I, R, larger first; ties in that order. */
export function leadingPair(counts: Counts): readonly [Opinion, Opinion] {
  const first = largest(counts, opinions);
  return [first, largest(counts, others[first])];
}

/** The category with the largest count among M, O, A, I, R other than `category`; `null` when nobody is in any other. */
export function runnerUp(counts: Counts, category: Category | null): Category | null {
  if (category === null) return null;
  const other = category === 'Q' ? largest(counts, opinions) : largest(counts, others[category]);
  return counts[other] > 0 ? other : null;
}

/** `opinions` without one of them. */
const others = {
  M: ['O', 'A', 'I', 'R'],
  O: ['M', 'A', 'I', 'R'],
  A: ['M', 'O', 'I', 'R'],
  I: ['M', 'O', 'A', 'R'],
  R: ['M', 'O', 'A', 'I'],
} as const satisfies Record<Opinion, readonly Opinion[]>;

/** The share of respondents who want the feature in any way, (A+O+M)/n; `null` when n = 0 (Lee & Newcomb 1997). */
export function totalStrength(counts: Counts): number | null {
  const n = total(counts);
  return n > 0 ? (counts.A + counts.O + counts.M) / n : null;
}

/** (largest − second largest of M, O, A, I, R)/n; `null` when n = 0 (Lee & Newcomb 1997). */
export function categoryStrength(counts: Counts): number | null {
  const n = total(counts);
  const [first, second] = leadingPair(counts);
  return n > 0 ? (counts[first] - counts[second]) / n : null;
}

/**
 * Whether the two largest of M, O, A, I, R differ (Fong 1996), for comparison with other tools; `null` when both are 0.
 * The test assumes two independent binomials, which is not true: see `multinomialZ`.
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

/** |z| from which a difference counts as significant at 95 %. */
export const significantZ = 1.96;

/** The number of answers from which anything is said of how sure a category is: a convention, and no sign of quality. */
export const smallestSample = 30;

/**
 * The difference of the two largest of M, O, A, I, R as a z value: (a−b)/√(a+b), because both are drawn from one multinomial, so that
 * Var(a−b) = a+b if the two are equally likely. `null` when both are 0.
 */
export function multinomialZ(counts: Counts): number | null {
  const [first, second] = leadingPair(counts);
  const sum = counts[first] + counts[second];
  return sum > 0 ? (counts[first] - counts[second]) / Math.sqrt(sum) : null;
}
