import { isOpen } from '../analysis/buildOrder.ts';
import { isSignificantDrift } from '../analysis/drift.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import type { Feature } from '../document/format/model.ts';
import type { FormerStanding, MatrixPoint } from './matrixPoint.ts';

/** The features that have coefficients as points of the matrix: those to be built in their order, then the others. */
export function matrixPoints(features: readonly Feature[], analysis: ProductAnalysis): MatrixPoint[] {
  const closed = features.filter((feature) => !isOpen(feature));
  const keys = new Set<string>();
  return [...analysis.buildOrder, ...closed].flatMap((feature): MatrixPoint[] => {
    const numbers = analysis.featureAnalysis(feature);
    const { better, worse, betterInterval, worseInterval, n, importance } = numbers;
    if (better === null || worse === null) return [];
    const { category, isAssumed } = effectiveCategory(feature, numbers);
    const id = feature.id ?? '';
    let key = id;
    for (let occurrence = 2; keys.has(key); occurrence++) key = `${id}#${occurrence}`;
    keys.add(key);
    return [
      {
        ...{ key, id, title: feature.title ?? id, category, assumed: isAssumed },
        ...{ better, worse, betterInterval, worseInterval, n, importance },
        effort: feature.effort ?? null,
        before: formerStanding(numbers),
        rank: analysis.priority(feature).rank,
      },
    ];
  });
}

/** What the survey before said, where the two can be compared; else `null`. */
export function formerStanding({ drift, history }: FeatureAnalysis): FormerStanding | null {
  const before = drift && history.find(({ survey }) => survey === drift.from);
  if (!before || before.better === null || before.worse === null) return null;
  return { category: before.category, better: before.better, worse: before.worse, significant: isSignificantDrift(drift) };
}
