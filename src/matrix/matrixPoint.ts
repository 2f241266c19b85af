import { isOpen } from '../analysis/buildOrder.ts';
import { isSignificantDrift } from '../analysis/drift.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis, Interval } from '../analysis/results.ts';
import type { Category, Feature } from '../document/format/model.ts';

/** One feature with coefficients, as plain data that can be posted to a webview. */
export interface MatrixPoint {
  /** Stays the same while a file is edited; tells points apart, and decides who yields where two share a spot. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly category: Category | null;
  /** The category is the team's guess, not a survey's. */
  readonly assumed: boolean;
  /** 0 to 1. */
  readonly better: number;
  /** −1 to 0. */
  readonly worse: number;
  readonly betterInterval: Interval | null;
  /** Ascending, −1 to 0. */
  readonly worseInterval: Interval | null;
  readonly n: number;
  /** 1 to 9; `null` where nobody was asked. */
  readonly importance: number | null;
  /** In the team's own unit; `null` where nobody has said. */
  readonly effort: number | null;
  /** Where it stood in the survey before; `null` without one that can be compared. */
  readonly before: FormerStanding | null;
  /** Place in the build order, from 1; `null` for features that are shipped or rejected. */
  readonly rank: number | null;
}

/** What the survey before said of a feature. */
export interface FormerStanding {
  readonly category: Category | null;
  readonly better: number;
  readonly worse: number;
  /** The change is more than chance explains. */
  readonly significant: boolean;
}

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
