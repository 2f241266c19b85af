import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawBinomial } from './statistics/binomial.ts';

/** Fixed, so that the same counts give the same draws on every machine. */
const seed = 1984;

/** Seeded bootstrap samples, each from Multinomial(n, counts/n). */
export interface MultinomialDraws {
  /** The sample drawn last, in the order of `counts`: always the same array. */
  readonly drawn: Float64Array;
  /**
   * Draws the next sample, category by category in the order given. Ends early where `isEnough` says so; gives whether it did.
   * @param isEnough is asked after each category: how many are drawn, and how many respondents are left for all others together
   */
  draw(isEnough: (known: number, left: number) => boolean): boolean;
}

/** @param order indices into `counts` */
export function multinomialDraws(counts: readonly number[], order: readonly number[]): MultinomialDraws {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const n = Math.round(counts.reduce((sum, count) => sum + count, 0));
  const probabilities = chainProbabilities(order.map((index) => counts[index] ?? 0));
  const drawn = new Float64Array(counts.length);
  return {
    drawn,
    draw(isEnough) {
      // A multinomial is a chain of binomials: how many of the remaining respondents fall into the next category.
      let left = n;
      for (let place = 0; place < order.length; place++) {
        const successes = drawBinomial(uniform, left, probabilities[place] as number);
        drawn[order[place] as number] = successes;
        left -= successes;
        if (isEnough(place + 1, left)) return true;
      }
      return false;
    },
  };
}

/** The chance of each category among those in none of the categories before it; exactly 1 for the last category with answers. */
function chainProbabilities(counts: readonly number[]): Float64Array {
  const probabilities = new Float64Array(counts.length);
  let left = 0;
  for (let index = counts.length - 1; index >= 0; index--) {
    const count = counts[index] ?? 0;
    left += count;
    probabilities[index] = count === 0 ? 0 : count / left;
  }
  return probabilities;
}
