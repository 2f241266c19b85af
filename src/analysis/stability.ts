import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { bootstrapCategories } from './bootstrap.ts';
import { categorise } from './categoryRules.ts';
import { computedStability } from './computedStability.ts';
import { keptByCounts } from './keptByCounts.ts';

/** Bootstrap samples behind a stability that is drawn. */
export const bootstrapSamples = 2000;

/**
 * The share of bootstrap samples from Multinomial(n, counts/n) that get the same category by the same rule; `null` when n = 0. That of all samples there
 * are, where it can be computed (`computedStability`), else that of 2,000 drawn ones.
 * It tells how much the category depends on who was asked, not whether it is right: 3 answers of 3 in A give 1.
 */
export const stability: (counts: Counts, rule: CategoryRule, lead: number) => number | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const computed = computedStability(counts, rule, lead);
  if (computed !== null) return computed;
  const own = categories.indexOf(category);
  const draw = bootstrapCategories(counts, rule, lead, own);
  let same = 0;
  for (let drawn = 0; drawn < bootstrapSamples; drawn++) if (draw() === own) same++;
  return same / bootstrapSamples;
});
