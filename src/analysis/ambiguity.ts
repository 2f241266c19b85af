import { once } from '../base/once.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categorise, categoryIndex } from './categoryRules.ts';
import { largest, total } from './counts.ts';
import { type Comparison, chanceOfFailure, decidingComparisons, weakestComparison } from './decidingComparisons.ts';
import { keptByCounts } from './keptByCounts.ts';
import { smallestSample } from './leadingPair.ts';
import { bootstrapDraws, bootstrapSamples } from './stability.ts';
import { answersNeeded } from './statistics/answersNeeded.ts';
import { isLeadClear } from './statistics/binomialTest.ts';

/**
 * The category that the answers would have given most often if they had not given theirs, where that depends on who happened to be asked:
 * `stability` under the same rule is below .975. `null` where the category is clear, and under 30 answers, of which nothing is said.
 *
 * Under `mode` this is the second-largest count, unless the lead over it is clear, which needs no draws. Under the other rules the draws of
 * `stability` end as soon as it is known on which side of .975 it lies: with 51 other categories among them it is below in any case, and it
 * counts as above when as few as were seen would have had a chance of under 1 % at .975. Most categories are so clear that no draw is needed.
 */
export function rivalOf(counts: Counts, rule: CategoryRule, lead: number): Category | null {
  const category = categorise(counts, rule, lead);
  if (category === null || total(counts) < smallestSample) return null;
  return rule === 'mode' ? secondWithoutClearLead(counts, category) : rivalByDrawing(counts, rule, lead);
}

/** What an ambiguous category turns on: of the comparisons that decide it, the one that chance turns most easily. `null` when n = 0. */
export function turningPoint(counts: Counts, rule: CategoryRule, lead: number): Comparison | null {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  return weakestComparison(decidingComparisons(counts, rule, lead, category), total(counts)) ?? null;
}

/**
 * How many answers in all would make an ambiguous category clear with 80 % power if the shares stay: what its turning point takes. `null`
 * where the two sides of it are equal.
 */
export function answersNeededFor(counts: Counts, rule: CategoryRule, lead: number): number | null {
  const decisive = turningPoint(counts, rule, lead);
  return decisive && answersNeeded(decisive.larger, decisive.smaller, total(counts), decisive.margin);
}

function secondWithoutClearLead(counts: Counts, category: Category): Category | null {
  const second = largest({ ...counts, [category]: -1 }, categories);
  return isLeadClear(counts[category], counts[second]) ? null : second;
}

/** Below that chance of another category, no draw would show one often enough: by far. */
const negligible = 0.001;

const rivalByDrawing = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null || chanceOfFailure(decidingComparisons(counts, rule, lead, category), total(counts)) < negligible) return null;
  const draw = bootstrapDraws(counts);
  const same = categories.indexOf(category);
  const allowed = othersAllowed();
  const times = new Int32Array(categories.length);
  let others = 0;
  for (let drawn = 1; drawn <= bootstrapSamples && others <= mostOthers; drawn++) {
    const index = categoryIndex(draw(), rule, lead) ?? same;
    if (index !== same) {
      others++;
      times[index] = (times[index] ?? 0) + 1;
    } else if (others <= (allowed[drawn] ?? 0)) return null;
  }
  return others > mostOthers ? (categories[times.indexOf(Math.max(...times))] ?? null) : null;
});

/** With more draws than that in other categories, the stability is below .975. */
const mostOthers = 50;

/** After how many draws how many of them may be in other categories for the stability to count as above .975; −1 while none may. */
const othersAllowed = once(() => {
  const allowed = new Int8Array(bootstrapSamples + 1).fill(-1);
  // The probabilities of 0, 1, 2 … others among the draws so far, at a stability of .975.
  const chances = new Float64Array(mostOthers + 1);
  chances[0] = 1;
  for (let drawn = 1; drawn <= bootstrapSamples; drawn++) {
    for (let others = mostOthers; others >= 0; others--) {
      chances[others] = (chances[others] ?? 0) * 0.975 + (others > 0 ? (chances[others - 1] ?? 0) * 0.025 : 0);
    }
    let sum = 0;
    let others = 0;
    for (; others <= mostOthers; others++) {
      sum += chances[others] ?? 0;
      if (sum >= 0.01) break;
    }
    allowed[drawn] = others - 1;
  }
  return allowed;
});
