import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Category, type CategoryRule, type Counts, categories } from '../document/format/model.ts';
import { categorise, categoryIndex } from './categoryRules.ts';
import { total } from './counts.ts';
import { keptByCounts } from './keptByCounts.ts';
import { drawBinomial } from './statistics/binomial.ts';

/** Bootstrap samples behind a stability. */
export const bootstrapSamples = 2000;
/** Fixed, so that the same counts give the same result on every machine. */
const seed = 1984;

/**
 * The share of 2,000 bootstrap samples from Multinomial(n, counts/n) that get the same category by the same rule; `null` when n = 0.
 * It tells how much the category depends on who was asked, not whether it is right: 3 answers of 3 in A give 1.
 */
export const stability: (counts: Counts, rule: CategoryRule, lead: number) => number | null = keptByCounts((counts, rule, lead) => {
  const category = categorise(counts, rule, lead);
  if (category === null) return null;
  const index = categories.indexOf(category);
  let same = 0;
  forEachBootstrapDraw(counts, (drawn) => {
    if (categoryIndex(drawn, rule, lead) === index) same++;
  });
  return same / bootstrapSamples;
});

/** Visits the samples behind `stability`, in the order of `categories`. The same array is passed every time. */
export function forEachBootstrapDraw(counts: Counts, visit: (drawn: Float64Array) => void): void {
  const draw = bootstrapDraws(counts);
  for (let drawn = 0; drawn < bootstrapSamples; drawn++) visit(draw());
}

/** Gives the next of these samples at each call, always in the same array. */
export function bootstrapDraws(counts: Counts): () => Float64Array {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const n = Math.round(total(counts));
  const probabilities = chainProbabilities(counts);
  const drawn = new Float64Array(categories.length);
  return () => {
    // A multinomial is a chain of binomials: how many of the remaining respondents fall into the next category.
    let left = n;
    for (let index = 0; index < drawn.length; index++) {
      const successes = drawBinomial(uniform, left, probabilities[index] ?? 0);
      drawn[index] = successes;
      left -= successes;
    }
    return drawn;
  };
}

/** The chance of each category among those in none of the categories before it; exactly 1 for the last category with answers. */
function chainProbabilities(counts: Counts): Float64Array {
  const probabilities = new Float64Array(categories.length);
  let left = 0;
  for (let index = categories.length - 1; index >= 0; index--) {
    const count = counts[categories[index] as Category];
    left += count;
    probabilities[index] = count === 0 ? 0 : count / left;
  }
  return probabilities;
}
