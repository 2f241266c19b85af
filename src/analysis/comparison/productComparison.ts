import type { AnalysisSettings, Category, Status, Touchpoint } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { DriftKind, FeatureAnalysis } from '../results.ts';

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
}

/** What a change does to the requirements. */
export interface ProductComparison {
  /** How the numbers are computed, if that changed: categories may move for that reason alone. */
  readonly settings: Step<AnalysisSettings> | null;
  /** In the order of the product after; then the removed ones, in the order before. */
  readonly features: readonly FeatureChange[];
  /** In the order of the list after, then the removed touchpoints, then the features without a touchpoint. */
  readonly gaps: readonly GapChange[];
}
