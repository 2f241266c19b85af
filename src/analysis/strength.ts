import type { Counts } from '../document/format/model.ts';
import { total } from './counts.ts';
import { leadingPair } from './leadingPair.ts';

/** Share of respondents who want the feature in one way or another, (A+O+M)/n; `null` when n = 0 (Lee & Newcomb 1997). */
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
