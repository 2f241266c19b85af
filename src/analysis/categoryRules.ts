import { type AnalysisSettings, type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';

/**
 * The category of a tally by one of the three rules, `null` when nobody answered.
 *
 * - `mode`: the largest count.
 * - `berger` (Berger et al. 1993): if A+O+M > I+R+Q the largest of M, O, A, else the largest of I, R, Q.
 * - `lead`: among the categories within `lead`·n of the largest, the first in M, O, A, I; without one of those four, `mode`.
 *
 * Exact ties go to the first in M, O, A, I, R, Q.
 * @param lead share of n, 0 to 1; used by `lead` only
 */
export function categorise(counts: Counts, rule: CategoryRule, lead: number): Category | null {
  const index = categoryIndex([counts.M, counts.O, counts.A, counts.I, counts.R, counts.Q], rule, lead);
  return index === null ? null : (categories[index] ?? null);
}

/**
 * `categorise` for frequencies in the order of `categories`, as an index into them. For the thousands of samples behind `stability`, and
 * for proportions, whose ties may be off by a rounding error: frequencies, or sums of them, that differ by at most `tolerance` are tied.
 */
export function categoryIndex(frequencies: ArrayLike<number>, rule: CategoryRule, lead: number, tolerance = 0): number | null {
  const n = sum(frequencies, 0, 6);
  if (!(n > 0)) return null;
  switch (rule) {
    case 'mode':
      return largestIndex(frequencies, 0, 6, tolerance);
    case 'berger':
      return byBerger(frequencies, tolerance);
    case 'lead':
      return byLead(frequencies, n, lead, tolerance);
  }
}

/** The category by each of the three rules. */
export function categoriseByEveryRule(counts: Counts, settings: AnalysisSettings): Readonly<Record<CategoryRule, Category | null>> {
  return {
    mode: categorise(counts, 'mode', settings.lead),
    berger: categorise(counts, 'berger', settings.lead),
    lead: categorise(counts, 'lead', settings.lead),
  };
}

/** `rule: berger` asks first whether more are among M, O and A, the first three, than among I, R and Q. */
export function isWanted(index: number): boolean {
  return index < 3;
}

/** M, O, A are the first three, I, R, Q the last. */
function byBerger(frequencies: ArrayLike<number>, tolerance: number): number {
  const wanted = sum(frequencies, 0, 3) - sum(frequencies, 3, 6) > tolerance;
  return wanted ? largestIndex(frequencies, 0, 3, tolerance) : largestIndex(frequencies, 3, 6, tolerance);
}

function byLead(frequencies: ArrayLike<number>, n: number, lead: number, tolerance: number): number {
  const mode = largestIndex(frequencies, 0, 6, tolerance);
  const threshold = (frequencies[mode] ?? 0) - lead * n - Math.max(roundingSlack(n), tolerance);
  // M, O, A, I are the first four.
  for (let index = 0; index < 4; index++) if ((frequencies[index] ?? 0) >= threshold) return index;
  return mode;
}

/** The first of the largest from `start` up to but not `end`. */
function largestIndex(frequencies: ArrayLike<number>, start: number, end: number, tolerance: number): number {
  let best = start;
  for (let index = start + 1; index < end; index++) {
    if ((frequencies[index] ?? 0) > (frequencies[best] ?? 0) + tolerance) best = index;
  }
  return best;
}

function sum(frequencies: ArrayLike<number>, start: number, end: number): number {
  let total = 0;
  for (let index = start; index < end; index++) total += frequencies[index] ?? 0;
  return total;
}

/** With 1e-9, 0.07·100 still reaches the count 7; beyond a million answers the rounding error of lead·n is larger. */
export function roundingSlack(n: number): number {
  return 1e-9 * Math.max(1, n / 1e6);
}
