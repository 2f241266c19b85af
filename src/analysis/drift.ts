import type { Category } from '../document/format/model.ts';
import { categorise } from './categoryRules.ts';
import { coefficientBase } from './coefficients.ts';
import type { SurveyTallies } from './currentTally.ts';
import { significantZ } from './leadingPair.ts';
import type { AnalysisContext, Drift, DriftKind } from './results.ts';

/**
 * What changed between the newest survey and the one before it with the same wording; `null` without such a survey.
 * `betterZ` and `worseZ` (of |Worse|) are above 0 when the coefficient rose, and `null` when neither survey could show a difference.
 * @param surveys answered ones, oldest first
 */
export function drift(surveys: readonly SurveyTallies[], { settings }: AnalysisContext): Drift | null {
  const to = surveys.at(-1);
  const from = surveys.slice(0, -1).findLast(({ wording }) => wording === to?.wording);
  if (!to || !from) return null;
  const before = categorise(from.counts, settings.rule, settings.lead);
  const after = categorise(to.counts, settings.rule, settings.lead);
  if (before === null || after === null) return null;
  const trials = [coefficientBase(from.counts), coefficientBase(to.counts)] as const;
  return {
    from: from.survey,
    to: to.survey,
    categories: [before, after],
    kind: driftKind(before, after),
    betterZ: twoProportionZ(from.counts.A + from.counts.O, trials[0], to.counts.A + to.counts.O, trials[1]),
    worseZ: twoProportionZ(from.counts.O + from.counts.M, trials[0], to.counts.O + to.counts.M, trials[1]),
  };
}

/** Whether Better or Worse changed significantly. */
export function isSignificantDrift({ betterZ, worseZ }: Pick<Drift, 'betterZ' | 'worseZ'>): boolean {
  return Math.abs(betterZ ?? 0) >= significantZ || Math.abs(worseZ ?? 0) >= significantZ;
}

/** The kind of a change of category; `null` for no change. */
export function driftKind(before: Category, after: Category): DriftKind | null {
  if (before === after) return null;
  const [from, to] = [expectation.indexOf(before), expectation.indexOf(after)];
  if (from < 0 || to < 0) return 'other';
  if (to < from) return 'reversal';
  return before === 'I' ? 'emerging' : 'decay';
}

/** Rising expectations of customers. */
const expectation: readonly Category[] = ['I', 'A', 'O', 'M'];

/** Pooled two-proportion z, second minus first; `null` if a sample is empty, or if both proportions are 0 or both are 1. */
function twoProportionZ(successes1: number, trials1: number, successes2: number, trials2: number): number | null {
  if (trials1 === 0 || trials2 === 0) return null;
  const pooled = (successes1 + successes2) / (trials1 + trials2);
  const variance = pooled * (1 - pooled) * (1 / trials1 + 1 / trials2);
  return variance > 0 ? (successes2 / trials2 - successes1 / trials1) / Math.sqrt(variance) : null;
}
