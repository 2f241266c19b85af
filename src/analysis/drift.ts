import type { Category, Feature } from '../document/format/model.ts';
import { categorise } from './categoryRules.ts';
import { coefficientBase } from './coefficients.ts';
import { total } from './counts.ts';
import type { SurveyTallies } from './currentTally.ts';
import type { AnalysisContext, CorrectedDrift, Drift, DriftKind, FeatureAnalysis } from './results.ts';
import { benjaminiHochberg } from './statistics/benjaminiHochberg.ts';
import { contingencyTest, significantP } from './statistics/contingencyTest.ts';

/**
 * What changed between the newest survey and the one before it with the same wording; `null` without such a survey. Whether it is more than
 * chance is for the product to say, `ProductAnalysis.hasDrifted`: many features are tested, and some differ by chance.
 * @param surveys answered ones, oldest first
 */
export function drift(surveys: readonly SurveyTallies[], { settings }: AnalysisContext): Drift | null {
  if (surveys.length < 2) return null;
  const to = surveys.at(-1);
  const from = surveys.slice(0, -1).findLast(({ wording }) => wording === to?.wording);
  if (!to || !from) return null;
  const before = categorise(from.counts, settings.rule, settings.lead);
  const after = categorise(to.counts, settings.rule, settings.lead);
  const test = contingencyTest([from.counts, to.counts]);
  if (before === null || after === null || test === null) return null;
  const trials = [coefficientBase(from.counts), coefficientBase(to.counts)] as const;
  return {
    from: from.survey,
    to: to.survey,
    categories: [before, after],
    kind: driftKind(before, after),
    betterZ: twoProportionZ(from.counts.A + from.counts.O, trials[0], to.counts.A + to.counts.O, trials[1]),
    worseZ: twoProportionZ(from.counts.O + from.counts.M, trials[0], to.counts.O + to.counts.M, trials[1]),
    reverseZ: twoProportionZ(from.counts.R, total(from.counts), to.counts.R, total(to.counts)),
    questionableZ: twoProportionZ(from.counts.Q, total(from.counts), to.counts.Q, total(to.counts)),
    test,
    fewestAnswers: Math.min(total(from.counts), total(to.counts)),
  };
}

/**
 * The largest of the p-values of all features that is still below .05 after the correction of
 * Benjamini & Hochberg 1995, or −1 where none is. The p-values below .05 are enough, together with the number of all tests.
 */
export function largestSignificantP(pValues: readonly number[], tests: number): number {
  const adjusted = benjaminiHochberg(pValues, tests);
  return pValues.reduce((largest, p, index) => ((adjusted[index] ?? 1) < significantP ? Math.max(largest, p) : largest), -1);
}

/** The drifts of all features that have one, corrected for their number (Benjamini & Hochberg 1995); those that are no test do not count. */
export function correctedDrifts(
  features: readonly Feature[],
  analysisOf: (feature: Feature) => FeatureAnalysis,
): ReadonlyMap<Feature, CorrectedDrift> {
  const drifts = features.flatMap((feature) => {
    const { drift } = analysisOf(feature);
    return drift ? [{ feature, drift }] : [];
  });
  const adjusted = benjaminiHochberg(drifts.flatMap(({ drift: { test } }) => (test.isTest ? [test.p] : [])));
  let next = 0;
  return new Map(
    drifts.map(({ feature, drift: { test, fewestAnswers: _, ...change } }) => {
      const { chiSquared, degreesOfFreedom, p, cramersV } = test;
      const pAdjusted = test.isTest ? (adjusted[next++] ?? 1) : p;
      return [feature, { ...change, chiSquared, degreesOfFreedom, p, pAdjusted, cramersV }];
    }),
  );
}

/** The kind of a change of category; `null` for no change. */
export function driftKind(before: Category, after: Category): DriftKind | null {
  if (before === after) return null;
  if (before === 'Q' || after === 'Q') return 'other';
  if (after === 'R') return 'rejection';
  if (before === 'R') return 'acceptance';
  const [from, to] = [expectation.indexOf(before), expectation.indexOf(after)];
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
