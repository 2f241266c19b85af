import { once } from '../base/once.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categorise, categoryIndex } from './categoryRules.ts';
import { largest } from './counts.ts';
import { bootstrapDraws, bootstrapSamples } from './stability.ts';
import { isLeadClear } from './statistics/binomialTest.ts';

/** Whether it is clear that the answers belong to the category that the rule gives. */
export interface Ambiguity {
  readonly isAmbiguous: boolean;
  /** The category that the answers would have got most often otherwise; `null` when none would, or when they are not ambiguous. */
  readonly rival: Category | null;
}

const clear: Ambiguity = Object.freeze({ isAmbiguous: false, rival: null });

/**
 * Whether the category depends on who happened to be asked: `stability` under the same rule below .975. Without answers it does not.
 *
 * Under `mode` that is the same as a clear lead of the largest count over the second largest, which needs no draws. Under the other rules the
 * draws of `stability` end as soon as it is clear on which side of .975 it lies: with 51 other categories among them it is below in any case,
 * and it counts as above when as few as were seen would have had a chance of under 1 % at .975.
 */
export function ambiguity(counts: Counts, rule: CategoryRule, lead: number): Ambiguity {
  const category = categorise(counts, rule, lead);
  if (category === null) return clear;
  return rule === 'mode' ? ambiguityOfLead(counts, category) : ambiguityByDrawing(counts, category, rule, lead);
}

function ambiguityOfLead(counts: Counts, category: Category): Ambiguity {
  const second = largest({ ...counts, [category]: -1 }, categories);
  if (isLeadClear(counts[category], counts[second])) return clear;
  return { isAmbiguous: true, rival: counts[second] > 0 ? second : null };
}

function ambiguityByDrawing(counts: Counts, category: Category, rule: CategoryRule, lead: number): Ambiguity {
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
    } else if (others <= (allowed[drawn] ?? 0)) return clear;
  }
  if (others <= mostOthers) return clear;
  return { isAmbiguous: true, rival: categories[times.indexOf(Math.max(...times))] ?? null };
}

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
