import { type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { bootstrapCategories } from './bootstrap.ts';
import { categorise } from './categoryRules.ts';
import { total } from './counts.ts';
import { keptByCounts } from './keptByCounts.ts';
import { chanceOfLargest, mostTrials } from './statistics/largestCell.ts';

/** Bootstrap samples behind a stability that is drawn. */
export const bootstrapSamples = 2000;

/**
 * The share of bootstrap samples from Multinomial(n, counts/n) that get the same category by the same rule; `null` when n = 0. Under `mode` that
 * of all samples there are, computed; under the other rules, and from more than a million answers, that of 2,000 drawn ones.
 * It tells how much the category depends on who was asked, not whether it is right: 3 answers of 3 in A give 1.
 */
export const stability: (counts: Counts, rule: CategoryRule, lead: number) => number | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const own = categories.indexOf(category);
  if (rule === 'mode' && total(counts) <= mostTrials) return rounded(chanceOfLargest(frequencies(counts), own));
  const draw = bootstrapCategories(counts, rule, lead, own);
  let same = 0;
  for (let drawn = 0; drawn < bootstrapSamples; drawn++) if (draw() === own) same++;
  return same / bootstrapSamples;
});

function frequencies(counts: Counts): readonly number[] {
  return categories.map((category) => counts[category]);
}

/** To the digits that are right. */
function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
