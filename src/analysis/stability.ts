import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { bootstrapCategories } from './bootstrap.ts';
import { categorise } from './categoryRules.ts';
import { keptByCounts } from './keptByCounts.ts';

/** Bootstrap samples behind a stability. */
export const bootstrapSamples = 2000;

/**
 * The share of 2,000 bootstrap samples from Multinomial(n, counts/n) that get the same category by the same rule; `null` when n = 0.
 * It tells how much the category depends on who was asked, not whether it is right: 3 answers of 3 in A give 1.
 */
export const stability: (counts: Counts, rule: CategoryRule, lead: number) => number | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const own = categories.indexOf(category);
  const draw = bootstrapCategories(counts, rule, lead, own);
  let same = 0;
  for (let drawn = 0; drawn < bootstrapSamples; drawn++) if (draw() === own) same++;
  return same / bootstrapSamples;
});
