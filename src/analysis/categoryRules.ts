import { type AnalysisSettings, type Category, type CategoryRule, type Counts, categories } from '../document/model.ts';
import { largest, total } from './counts.ts';

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
  const n = total(counts);
  if (!(n > 0)) return null;
  switch (rule) {
    case 'mode':
      return largest(counts, categories);
    case 'berger':
      return byBerger(counts);
    case 'lead':
      return byLead(counts, n, lead);
  }
}

/** The categories that all three rules give. */
export function categoriseByEveryRule(counts: Counts, settings: AnalysisSettings): Readonly<Record<CategoryRule, Category | null>> {
  return {
    mode: categorise(counts, 'mode', settings.lead),
    berger: categorise(counts, 'berger', settings.lead),
    lead: categorise(counts, 'lead', settings.lead),
  };
}

function byBerger(counts: Counts): Category {
  const isWanted = counts.A + counts.O + counts.M > counts.I + counts.R + counts.Q;
  return isWanted ? largest(counts, ['M', 'O', 'A']) : largest(counts, ['I', 'R', 'Q']);
}

function byLead(counts: Counts, n: number, lead: number): Category {
  const mode = largest(counts, categories);
  const threshold = counts[mode] - lead * n - roundingSlack(n);
  for (const category of ['M', 'O', 'A', 'I'] as const) if (counts[category] >= threshold) return category;
  return mode;
}

/** 1e-9 keeps 0.07·100 from missing the count 7 below; beyond a million answers the rounding error of lead·n outgrows that. */
function roundingSlack(n: number): number {
  return 1e-9 * Math.max(1, n / 1e6);
}
