import { once } from '../base/once.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { bootstrapCategories } from './bootstrap.ts';
import { categorise } from './categoryRules.ts';
import { keptByCounts } from './keptByCounts.ts';
import { bootstrapSamples } from './stability.ts';

/** With more draws than that in other categories, the stability is below .975. */
const mostOthers = bootstrapSamples * 0.025;

/** A category that so many more draws gave than any other but that of the answers is the most frequent of these, or as good as. */
const plainly = 10;

/** In how few cases draws may end on the wrong side: with others to follow, the stability would then have been on the other side of .975. */
const errorRate = 1e-4;

/**
 * The category that the draws of `stability` give most often beside that of the answers, where `stability` is below .975; `null` where it is
 * not, and when n = 0. The draws end as soon as both are plain: often after 20, and after all 2,000 only near .975. Under `mode`, where the
 * counts say which it is, they end as soon as it is plain that there is one.
 */
export const rivalInDraws: (counts: Counts, rule: CategoryRule, lead: number) => Category | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const own = categories.indexOf(category);
  const draw = bootstrapCategories(counts, rule, lead, own);
  const { few, many } = bounds();
  const times = new Int32Array(categories.length);
  let others = 0;
  for (let drawn = 1; drawn <= bootstrapSamples && others <= mostOthers; drawn++) {
    const index = draw();
    if (index === own) {
      if (others <= (few[drawn] ?? 0)) return null;
    } else {
      others++;
      times[index] = (times[index] ?? 0) + 1;
      if (others >= (many[drawn] ?? 0) && (rule === 'mode' || leadOfFirst(times) >= plainly)) return mostOften(times);
    }
  }
  return others > mostOthers ? mostOften(times) : null;
});

function mostOften(times: Int32Array): Category | null {
  return categories[times.indexOf(Math.max(...times))] ?? null;
}

function leadOfFirst(times: Int32Array): number {
  let [first, second] = [0, 0];
  for (const each of times) {
    if (each > first) [first, second] = [each, first];
    else if (each > second) second = each;
  }
  return first - second;
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
      // Those that are more than so many.
      if (1 - sum < errorRate) {
        many[drawn] = others + 1;
        break;
      }
    }
  }
  return { few, many };
});
