import { once } from '../base/once.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { bootstrapCategories } from './bootstrap.ts';
import { categorise } from './categoryRules.ts';
import { keptByCounts } from './keptByCounts.ts';
import { bootstrapSamples } from './stability.ts';

/** With more draws than that in other categories, the stability is below .975. */
const mostOthers = bootstrapSamples * 0.025;

/** The square of the normal deviate by which a category has to lead among the draws so far: the draws to come then leave it first in 996 of 1,000 cases. */
const plainly = 7;

/** In how few cases draws may end on the wrong side: with others to follow, the stability would then have been on the other side of .975. */
const errorRate = 1e-4;

/** Whether `stability` is below .975. The draws end as soon as that is plain, and after all 2,000 only near .975. */
export const isUnstableInDraws: (counts: Counts, rule: CategoryRule, lead: number) => boolean = keptByCounts((counts, rule, lead) => {
  const own = ownIndex(counts, rule, lead);
  const draw = bootstrapCategories(counts, rule, lead, own);
  const { few, many } = bounds();
  let others = 0;
  for (let drawn = 1; drawn <= bootstrapSamples; drawn++) {
    if (draw() !== own) others++;
    if (others >= (many[drawn] ?? 0)) return true;
    if (others <= (few[drawn] ?? 0)) return false;
  }
  return others > mostOthers;
});

/**
 * The category that the draws of `stability` give most often beside that of the answers; `null` where none gives another. They end as soon as
 * the first of these is so far ahead of the second that the draws to come hardly change that.
 */
export const rivalInDraws: (counts: Counts, rule: CategoryRule, lead: number) => Category | null = keptByCounts((counts, rule, lead) => {
  const own = ownIndex(counts, rule, lead);
  const draw = bootstrapCategories(counts, rule, lead, own);
  const times = new Int32Array(categories.length);
  for (let drawn = 0; drawn < bootstrapSamples; drawn++) {
    const index = draw();
    if (index === own) continue;
    times[index] = (times[index] ?? 0) + 1;
    if (isPlain(times, drawn)) break;
  }
  const most = Math.max(...times);
  return most === 0 ? null : (categories[times.indexOf(most)] ?? null);
});

function ownIndex(counts: Counts, rule: CategoryRule, lead: number): number {
  return categories.indexOf(categorise(counts, rule, lead) ?? 'M');
}

/**
 * Whether the category that is most frequent among the others so far will be so after all draws. Of a lead after k draws of the two first categories,
 * out of K in the end, the lead in the end has the mean lead·K/k and the variance (K − k)·K/k, if their frequencies so far are all that is known.
 */
function isPlain(times: Int32Array, drawn: number): boolean {
  let [first, second] = [0, 0];
  for (const each of times) {
    if (each > first) [first, second] = [each, first];
    else if (each > second) second = each;
  }
  return (first - second) ** 2 >= plainly * (first + second) * (1 - drawn / bootstrapSamples);
}

/**
 * After how many draws how few of them in other categories show that the stability is not below .975 (−1 while none do), and how many that it
 * is: at a stability of exactly .975 there would be as few, or as many, in one of 10,000 cases.
 */
const bounds = once(() => {
  const few = new Int8Array(bootstrapSamples + 1).fill(-1);
  const many = new Int8Array(bootstrapSamples + 1).fill(mostOthers + 1);
  // The probabilities of 0, 1, 2 … others among the draws so far, at a stability of .975.
  const chances = new Float64Array(mostOthers + 1);
  chances[0] = 1;
  for (let drawn = 1; drawn <= bootstrapSamples; drawn++) {
    let sum = 0;
    for (let others = mostOthers; others >= 0; others--) {
      chances[others] = (chances[others] ?? 0) * 0.975 + (others > 0 ? (chances[others - 1] ?? 0) * 0.025 : 0);
    }
    for (let others = 0; others <= mostOthers; others++) {
      sum += chances[others] ?? 0;
      if (sum < errorRate) few[drawn] = others;
      if (1 - sum < errorRate) {
        // More than these.
        many[drawn] = others + 1;
        break;
      }
    }
  }
  return { few, many };
});
