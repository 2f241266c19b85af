import type { AnalysisSettings, Category, Status, Touchpoint } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { Product } from '../../document/product.ts';
import type { ProductAnalysis } from '../productAnalysis.ts';
import type { DriftKind, FeatureAnalysis } from '../results.ts';

/** One side of a comparison. */
export interface ComparedProduct {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
}

/** A value that changed. */
export interface Step<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What is held to be a feature's category. */
export interface Standing {
  readonly category: Category | null;
  /** The category is the team's guess. */
  readonly isAssumed: boolean;
  /** Answers are written and could not be counted. */
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

/** What a feature itself says otherwise than before. */
export interface FeatureDifference {
  /** Another category, surveyed or assumed, or one where there was none; `kind` is `null` unless both were surveyed. */
  readonly category: (Step<Standing> & { readonly kind: DriftKind | null }) | null;
  /** Only where the new estimate lies outside the old interval. */
  readonly better: Step<number> | null;
  readonly worse: Step<number> | null;
  readonly status: Step<Status> | null;
  /** What the first survey made of the guess before it. */
  readonly assumption: 'confirmed' | 'contradicted' | null;
}

/** A feature that was added (`before: null`), removed (`after: null`) or changed. */
export interface FeatureChange extends FeatureDifference {
  readonly before: FeatureState | null;
  readonly after: FeatureState | null;
  readonly isRenamed: boolean;
  readonly isRetitled: boolean;
  /** Only for features that moved past others, not for those that moved up or down with all around them. */
  readonly rank: Step<number> | null;
}

/** A touchpoint where must-be gaps opened or closed; without a touchpoint on both sides, the features that are at none. */
export interface GapChange {
  readonly before: Touchpoint | null;
  readonly after: Touchpoint | null;
  /** How many open must-be features there are. */
  readonly gaps: Step<number>;
  readonly opened: readonly FeatureState[];
  readonly closed: readonly FeatureState[];
}

/** What a change does, in requirement terms. */
export interface ProductComparison {
  /** How the numbers are computed, where that changed: then categories may move for that reason alone. */
  readonly settings: Step<AnalysisSettings> | null;
  /** In the order of the product after, then what was removed, in the order before. */
  readonly features: readonly FeatureChange[];
  /** In the order of the list after, then those that are gone, then features at no touchpoint. */
  readonly gaps: readonly GapChange[];
}
