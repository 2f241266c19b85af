import type { AnalysisSettings, Category, Metric, Status, Touchpoint } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { EvidenceResult, Lean } from '../evidence.ts';
import type { CompleteReading } from '../outcomes.ts';
import type { DriftKind, FeatureAnalysis } from '../results.ts';
import type { Want } from '../wants.ts';

/** A value that changed. */
export interface Step<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** The category of a feature, and what it is based on. */
export interface Standing {
  readonly category: Category | null;
  /** The category is the team's guess. */
  readonly isAssumed: boolean;
  /** There are answers that could not be counted. */
  readonly isUncounted: boolean;
}

/** A feature on one side. */
export interface FeatureState {
  readonly model: KanoModel;
  readonly item: Item<'features'>;
  readonly status: Status;
  readonly standing: Standing;
  readonly numbers: FeatureAnalysis;
  /** `null` for shipped and rejected features. */
  readonly rank: number | null;
}

/** What changed about a feature itself. */
export interface FeatureDifference {
  /** The category or its basis changed; `kind` is `null` unless both categories are surveyed. */
  readonly category: (Step<Standing> & { readonly kind: DriftKind | null }) | null;
  /** Only if the new estimate is outside the old interval. */
  readonly better: Step<number> | null;
  readonly worse: Step<number> | null;
  readonly status: Step<Status> | null;
  /** Whether the first survey agrees with the guess before it. */
  readonly assumption: 'confirmed' | 'contradicted' | null;
}

/** A feature that was added (`before: null`), removed (`after: null`) or changed. */
export interface FeatureChange extends FeatureDifference {
  readonly before: FeatureState | null;
  readonly after: FeatureState | null;
  readonly isRenamed: boolean;
  readonly isRetitled: boolean;
  /** Only for features that moved past others, not for those that moved together with all around them. */
  readonly rank: Step<number> | null;
}

/** A touchpoint where must-be gaps opened or closed. Both sides are `null` for the features without a touchpoint. */
export interface GapChange {
  readonly before: Touchpoint | null;
  readonly after: Touchpoint | null;
  /** How many open must-be features there are. */
  readonly gaps: Step<number>;
  readonly opened: readonly FeatureState[];
  readonly closed: readonly FeatureState[];
  /** Those of `closed` that are open must-be features as before, and only left the touchpoint. */
  readonly left: readonly FeatureState[];
  /** Those of `closed` that are no longer in the product: nobody met the need. */
  readonly removed: readonly FeatureState[];
  /** Those of `closed` that will not be made. */
  readonly rejected: readonly FeatureState[];
}

/** An earlier survey of a feature with other results than before. */
export interface RewrittenSurvey {
  readonly after: FeatureState;
  /** `null` for answers without a survey. */
  readonly survey: string | null;
  readonly date: string | null;
  /** How many there are; 0 where they were removed. */
  readonly answers: Step<number>;
  readonly category: Step<Category | null>;
}

/** A metric whose newest reading is another. */
export interface ReadingChange {
  readonly metric: Metric;
  /** The newest reading before; `null` where there was none. */
  readonly before: CompleteReading | null;
  /** The newest reading after; `null` where there is none any more. */
  readonly after: CompleteReading | null;
  /** `null` where nothing can be said. */
  readonly improved: boolean | null;
}

/** A touchpoint where customers feel otherwise. */
export interface EmotionChange {
  readonly touchpoint: Touchpoint;
  /** The persona who does; `null` for everybody. */
  readonly persona: string | null;
  readonly emotion: Step<number | null>;
}

/** A need, pain or bottleneck that came or went, or that features serve or relieve otherwise. */
export interface WantChange {
  readonly kind: Want['kind'];
  /** `null` for a note without an id. */
  readonly id: string | null;
  readonly phrase: string;
  readonly of: string | null;
  /** `null` where it is not there. */
  readonly state: Step<Want['state'] | null>;
}

/** A feature whose counted evidence is another. */
export interface EvidenceChange {
  readonly after: FeatureState;
  readonly counts: Step<Pick<EvidenceResult, 'complaints' | 'compliments' | 'neutral'>>;
  readonly lean: Step<Lean | null>;
}

/** A feature that reached customers, on a day that was not known before. */
export interface ShippedFeature {
  readonly after: FeatureState;
  readonly day: string;
  /** The metrics that it is meant to move. */
  readonly metrics: readonly Metric[];
}

/** What a change says about the journey, evidence and metrics. */
export interface JourneyComparison {
  readonly readings: readonly ReadingChange[];
  readonly emotions: readonly EmotionChange[];
  readonly wants: readonly WantChange[];
  readonly evidence: readonly EvidenceChange[];
  readonly shipped: readonly ShippedFeature[];
}

/** What was edited and is told nowhere else: how many features in which key, how many items of a list or of its order, or how many heads of files. */
export interface OtherEdit {
  readonly of: 'features' | 'list' | 'order' | 'file';
  /** The key, or the list. */
  readonly key: string;
  readonly count: number;
  /** The answers of the features whose tallies were edited. */
  readonly answers: Step<number> | null;
}

/** What a change does to the requirements. */
export interface ProductComparison {
  /** How the numbers are computed, if that changed: categories may move for that reason alone. */
  readonly settings: Step<AnalysisSettings> | null;
  /** In the order of the product after; then the removed ones, in the order before. */
  readonly features: readonly FeatureChange[];
  /** In the order of the list after, then the removed touchpoints, then the features without a touchpoint. */
  readonly gaps: readonly GapChange[];
  /** In the order of the product after. */
  readonly rewritten: readonly RewrittenSurvey[];
  readonly journey: JourneyComparison;
  /** Every other edit. */
  readonly edits: readonly OtherEdit[];
}
