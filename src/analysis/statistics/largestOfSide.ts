import { BoundedSums } from './boundedSums.ts';
import { chanceOf, type Distribution, poisson } from './poisson.ts';

/** Beyond that many trials the sums become long, and draws are faster. */
export const mostTrialsOfSides = 3_000;

/** The cells of a multinomial sample, seen from one of them. */
export interface Sides {
  readonly own: number;
  /** The other cells on its side: their counts, and whether equal ones win. */
  readonly rivals: readonly { readonly count: number; readonly winsTies: boolean }[];
  /** All cells on the other side together. */
  readonly other: number;
  /** Whether the own side wins where both have as many. */
  readonly winsTies: boolean;
}

/**
 * The chance that one cell of a multinomial sample is the largest of its side, and its side the larger one. There are as many trials as the counts sum
 * up to, and the cells have their shares as chances. Exact but for 10⁻⁵: independent Poisson variables whose sum is the number of trials (Levin 1981, see
 * `chanceOfLargest`).
 * @param sides whole numbers, with a sum from 1 to `mostTrialsOfSides`
 */
export function chanceOfLargestOfSide({ own, rivals, other, winsTies }: Sides): number {
  const trials = rivals.reduce((sum, { count }) => sum + count, own + other);
  const near = new BoundedSums(
    { first: 0, chances: Float64Array.of(1) },
    rivals.map(({ count }) => poisson(count)),
  );
  const far = new BoundedSums(upTo(poisson(other), winsTies ? Math.floor(trials / 2) : Math.ceil(trials / 2) - 1), []);
  const { first, chances } = poisson(own);
  let chance = 0;
  for (let index = 0; index < chances.length; index++) {
    const value = first + index;
    for (const [place, rival] of rivals.entries()) near.raise(place, rival.winsTies ? value - 1 : value);
    chance += (chances[index] as number) * near.chanceWith(far, trials - value);
  }
  return Math.min(1, chance / chanceOf(poisson(trials), trials));
}

/** The chances of the values up to a limit, as they are. */
function upTo({ first, chances }: Distribution, limit: number): Distribution {
  return { first, chances: chances.subarray(0, Math.max(0, limit - first + 1)) };
}
