import { type Category, type Counts, categories } from '../document/format/model.ts';

/** No answers at all. */
export const noCounts: Counts = Object.freeze({ M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 });

/** All six counts of a tally, absent letters as 0. Invalid counts (negative, not finite) are 0 too: the schema reports them. */
export function completeCounts(counts: Partial<Counts>): Counts {
  return {
    M: countOrZero(counts.M),
    O: countOrZero(counts.O),
    A: countOrZero(counts.A),
    I: countOrZero(counts.I),
    R: countOrZero(counts.R),
    Q: countOrZero(counts.Q),
  };
}

/** n: the number of respondents in all six categories. */
export function total(counts: Counts): number {
  return counts.M + counts.O + counts.A + counts.I + counts.R + counts.Q;
}

/** The sum of several tallies, category by category. */
export function pool(tallies: Iterable<Counts>): Counts {
  const sum = { ...noCounts };
  for (const counts of tallies) for (const category of categories) sum[category] += counts[category];
  return sum;
}

/** The category with the largest count among `candidates`; exact ties go to the first of them. */
export function largest<Candidate extends Category>(counts: Counts, candidates: readonly [Candidate, ...Candidate[]]): Candidate {
  let best = candidates[0];
  for (const category of candidates) if (counts[category] > counts[best]) best = category;
  return best;
}

function countOrZero(count: number | undefined): number {
  return count !== undefined && Number.isFinite(count) && count > 0 ? count : 0;
}
