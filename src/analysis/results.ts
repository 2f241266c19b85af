import type { AnalysisSettings, Category, CategoryRule, Counts } from '../document/format/model.ts';
import type { ContingencyTest } from './statistics/contingencyTest.ts';

/** A closed interval, ascending. */
export type Interval = readonly [number, number];

/** Mean, standard deviation (n − 1) and standard error of the answers to one of the two questions. */
export interface QuestionStatistics {
  readonly mean: number;
  /** `null` for a single answer. */
  readonly sd: number | null;
  readonly se: number | null;
  readonly n: number;
}

export interface ContinuousAnalysis {
  readonly functional: QuestionStatistics;
  readonly dysfunctional: QuestionStatistics;
}

export interface FongTest {
  readonly difference: number;
  readonly threshold: number;
  readonly significant: boolean;
}

/** Category and coefficients, `null` without answers that they could be computed from. */
export interface Estimates {
  readonly category: Category | null;
  /** 0 to 1. */
  readonly better: number | null;
  /** −1 to 0. */
  readonly worse: number | null;
}

export interface PersonaResult extends Estimates {
  /** The persona's id, `null` for a tally without one. */
  readonly persona: string | null;
  readonly n: number;
  readonly counts: Counts;
}

/** Pearson's χ² of groups × categories, corrected for the number of such tests in the product. */
interface CorrectedTest {
  readonly chiSquared: number;
  /** 0 where all answers are in one category. */
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly pAdjusted: number;
  readonly cramersV: number;
}

/** Corrected by Holm. */
export interface PersonasTest extends CorrectedTest {
  /** The categories differ, and significantly. */
  readonly disagree: boolean;
}

export interface SurveyResult extends Estimates {
  /** The survey's id, `null` for tallies without a survey. */
  readonly survey: string | null;
  readonly date: string | null;
}

export type DriftKind = 'decay' | 'emerging' | 'reversal' | 'rejection' | 'acceptance' | 'other';

/** What changed since the survey before. */
export interface Change {
  /** Ids of the earlier and the later survey; `null` is the undated one. */
  readonly from: string | null;
  readonly to: string | null;
  readonly categories: readonly [Category, Category];
  /** `null` when the category stayed the same. */
  readonly kind: DriftKind | null;
  /** Above 0 when the coefficient rose (for Worse: when |Worse| rose); `null` where neither survey could show a difference. */
  readonly betterZ: number | null;
  readonly worseZ: number | null;
  /** The same for the share that rejects the feature. */
  readonly reverseZ: number | null;
  /** The same for the share whose answers contradict each other. */
  readonly questionableZ: number | null;
}

export interface Drift extends Change {
  /** Before the correction for the number of features. */
  readonly test: ContingencyTest;
  /** The answers in the survey that has fewer of the two. */
  readonly fewestAnswers: number;
}

/** Corrected by Benjamini and Hochberg. */
export interface CorrectedDrift extends Change, CorrectedTest {}

/** The numbers of one feature. Names and meanings are those of `kano analyze --format json`. */
export interface FeatureAnalysis extends Estimates {
  /**
   * The feature was asked about in several surveys, and one of them is undefined or has no date: it is unknown which is the current one, so
   * no answers are counted.
   */
  readonly surveyOrderUnknown: boolean;
  readonly survey: string | null;
  readonly importance: number | null;
  readonly n: number;
  readonly counts: Counts;
  readonly categories: Readonly<Record<CategoryRule, Category | null>>;
  readonly betterInterval: Interval | null;
  readonly worseInterval: Interval | null;
  readonly quadrant: 'A' | 'O' | 'M' | 'I' | null;
  readonly totalStrength: number | null;
  readonly categoryStrength: number | null;
  readonly fong: FongTest | null;
  readonly z: number | null;
  /** The category beside `category` with the largest count among M, O, A, I, R; `null` when nobody is in any other. */
  readonly runnerUp: Category | null;
  /** Computed on first access: a few milliseconds. */
  readonly stability: number | null;
  /**
   * The category that the answers allow as well, because `stability` is below .975 (see `rivalOf`): then `category` is ambiguous. `null`
   * where it is clear, and under 30 answers. Computed on first access: up to a few milliseconds.
   */
  readonly rival: Category | null;
  /** How many answers in all would tell the two sides of what an ambiguous category turns on apart; `null` where none would, and where it is clear. */
  readonly answersNeeded: number | null;
  readonly weighted: Estimates | null;
  readonly continuous: ContinuousAnalysis | null;
  /** Of the current survey, in the order in which they first appear. */
  readonly personas: readonly PersonaResult[];
  /** The surveys with answers, oldest first; the last one is the current one. */
  readonly history: readonly SurveyResult[];
  readonly drift: Drift | null;
}

export interface Priority {
  /** 1 for what to build first; `null` for shipped and rejected features. */
  readonly rank: number | null;
  /** Ids of the open features that come later and need this one, if that is the reason for its rank. */
  readonly neededBy: readonly string[];
}

export interface JourneySums {
  readonly id: string;
  /** Number of open must-be features. */
  readonly mustBeGaps: number;
  readonly risk: number;
  readonly opportunity: number;
}

export interface TouchpointResult extends JourneySums {
  readonly stage: string | null;
  readonly rank: number;
}

export interface MetricResult {
  readonly id: string;
  readonly first: number | null;
  readonly newest: number | null;
  /** Newest − first; `null` with fewer than two readings. */
  readonly change: number | null;
  /** Relative to the size of the first reading, with the sign of the change; `null` from 0, and for scores between limits. */
  readonly relativeChange: number | null;
  /** `null` without a change. */
  readonly improved: boolean | null;
  /** What is still missing in the `better` direction; 0 or less when the target is reached. */
  readonly toTarget: number | null;
}

/** What the analysis of a feature needs besides its own content. */
export interface AnalysisContext {
  readonly settings: AnalysisSettings;
  /** In the order of the file. */
  readonly surveys: readonly { readonly id: string; readonly date?: string; readonly wording?: string }[];
  /** Market shares by persona id, for the personas that have one. */
  readonly shares: ReadonlyMap<string, number>;
}
