import { isOpen, shownRanks } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { ContinuousAnalysis, FeatureAnalysis, Interval } from '../analysis/results.ts';
import type { Category, Feature } from '../document/format/model.ts';
import { oneLine } from '../terms/markdown.ts';

/** A feature with answers, as plain data that can be sent to a webview. */
export interface MatrixPoint {
  /** Identifies the point while a file is edited, and decides which of two points in the same position makes room. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly category: Category | null;
  /** The category that the answers allow as well; `null` where `category` is clear. */
  readonly rival: Category | null;
  /** The category is the team's guess, not a survey's. */
  readonly assumed: boolean;
  /** 0 to 1; `null` where all answers are Reverse or Questionable. */
  readonly better: number | null;
  /** −1 to 0; `null` like `better`. */
  readonly worse: number | null;
  readonly betterInterval: Interval | null;
  /** Ascending, −1 to 0. */
  readonly worseInterval: Interval | null;
  /** The means of both questions; `null` where the answers are not known pair by pair. */
  readonly continuous: ContinuousAnalysis | null;
  readonly n: number;
  /** 1 to 9; `null` if nobody was asked. */
  readonly importance: number | null;
  /** In the team's own unit; `null` if unknown. */
  readonly effort: number | null;
  /** Its results in the survey before; `null` without a comparable one. */
  readonly before: FormerStanding | null;
  /** Rank in the build order, from 1; `null` for features that are not to be built as they are, shipped and rejected ones among them. */
  readonly rank: number | null;
}

/** The results of a feature in the survey before. */
export interface FormerStanding {
  readonly category: Category | null;
  /** `null` like those of a point. */
  readonly better: number | null;
  readonly worse: number | null;
  /** Whether the change is significant. */
  readonly significant: boolean;
}

/** The features with answers as points of the matrix: those to be built in build order, then the others. */
export function matrixPoints(features: readonly Feature[], analysis: ProductAnalysis): MatrixPoint[] {
  const closed = features.filter((feature) => !isOpen(feature));
  const keys = new Set<string>();
  const ranks = shownRanks(analysis.buildOrder.map((feature) => effectiveCategory(feature, analysis.featureAnalysis(feature)).category));
  return [...analysis.buildOrder, ...closed].flatMap((feature, index): MatrixPoint[] => {
    const numbers = analysis.featureAnalysis(feature);
    const { rival, better, worse, betterInterval, worseInterval, continuous, n, importance } = numbers;
    if (n === 0) return [];
    const { category, isAssumed } = effectiveCategory(feature, numbers);
    const id = feature.id ?? '';
    let key = id;
    for (let occurrence = 2; keys.has(key); occurrence++) key = `${id}#${occurrence}`;
    keys.add(key);
    return [
      {
        ...{ key, id, title: oneLine(feature.title ?? '') || id, category, rival, assumed: isAssumed },
        ...{ better, worse, betterInterval, worseInterval, continuous, n, importance },
        effort: feature.effort ?? null,
        before: formerStanding(numbers, analysis),
        rank: index < ranks ? index + 1 : null,
      },
    ];
  });
}

/** The results in the survey before; `null` without a comparable one. */
export function formerStanding({ drift, history }: FeatureAnalysis, analysis: Pick<ProductAnalysis, 'hasDrifted'>): FormerStanding | null {
  if (drift === null) return null;
  const { better = null, worse = null } = history.find(({ survey }) => survey === drift.from) ?? {};
  return { category: drift.categories[0], better, worse, significant: analysis.hasDrifted(drift) };
}
