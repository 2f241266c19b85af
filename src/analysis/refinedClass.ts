import type { Category } from '../document/format/model.ts';

/** A category split by importance (Yang 2005); R and Q have no such classes. */
export type RefinedClass =
  | 'highly-attractive'
  | 'less-attractive'
  | 'high-value-added'
  | 'low-value-added'
  | 'critical'
  | 'necessary'
  | 'potential'
  | 'care-free';

const classes: Readonly<Partial<Record<Category, readonly [high: RefinedClass, low: RefinedClass]>>> = {
  A: ['highly-attractive', 'less-attractive'],
  O: ['high-value-added', 'low-value-added'],
  M: ['critical', 'necessary'],
  I: ['potential', 'care-free'],
};

/** Differences of importance that are rounding errors, on a scale from 1 to 9. */
const roundingError = 1e-9;

/**
 * The refined class of a feature; `null` without a category that has one, or without an importance.
 * @param meanImportance of the features of the product, by `meanImportance`; as important as that counts as high
 */
export function refinedClass(category: Category | null, importance: number | null, meanImportance: number | null): RefinedClass | null {
  const pair = category === null ? undefined : classes[category];
  if (!pair || importance === null || meanImportance === null) return null;
  return importance >= meanImportance - roundingError ? pair[0] : pair[1];
}

/** The mean over the features that have an importance, each counting once; `null` with fewer than two of them, which no mean divides. */
export function meanImportance(importances: Iterable<number | null>): number | null {
  let sum = 0;
  let features = 0;
  for (const importance of importances) {
    if (importance === null) continue;
    sum += importance;
    features++;
  }
  return features > 1 ? sum / features : null;
}
