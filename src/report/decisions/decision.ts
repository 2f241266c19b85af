import * as l10n from '@vscode/l10n';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';
import { count } from '../../terms/numbers.ts';
import type { FeatureRow } from '../featureRows.ts';

/** One line of a decision: a feature, or a metric, and what is said of it. */
export interface DecisionItem {
  /** Whose sign the line begins with; absent where the line is not about a feature of today. */
  readonly category?: CategoryOrNone;
  readonly name: string;
  /** The id of the feature, to link to; `null` for metrics, and for features without one. */
  readonly id: string | null;
  readonly text: string;
}

/** A question that people ask of a product, and its answer. */
export interface Decision {
  readonly key: 'build' | 'skip' | 'changed' | 'unsure' | 'metrics';
  readonly heading: string;
  /** Whether the order of the items matters. */
  readonly isRanked: boolean;
  readonly items: readonly DecisionItem[];
  /** After the items: how many more there are, or why there is none. */
  readonly note: string | null;
}

/** The decisions about a product. */
export interface DecisionSection {
  /** What tells the product from the others. */
  readonly name: string;
  readonly decisions: readonly Decision[];
}

/** As many lines as can be read at a glance. */
export const most = 5;

/** A line about a feature of today. */
export function featureItem(row: FeatureRow, text: string): DecisionItem {
  return { category: categoryOf(row), name: row.name, id: row.feature.id ?? null, text };
}

/** The category that a feature is ranked by. */
export function categoryOf({ feature, numbers }: FeatureRow): CategoryOrNone {
  return effectiveCategory(feature, numbers).category;
}

/** How many lines are not shown; `null` where all are. */
export function more(number: number): string | null {
  return number > 0 ? l10n.t('and {count} more', { count: count(number) }) : null;
}
