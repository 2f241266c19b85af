import type { Distribution } from './poisson.ts';

/** The chances of sums so far: those up to, not including, index `end` can be above 0. */
interface Sums {
  readonly first: number;
  readonly chances: Float64Array;
  end: number;
}

/**
 * The chances that independent whole numbers have a sum and none of those that are bounded is above its bound. The bounds rise one by one,
 * and each rise costs as much as the sums are long.
 */
export class BoundedSums {
  readonly #bounded: readonly Distribution[];
  /** The number of values below the bound of each. */
  readonly #within: number[];
  /** By which of the bounded numbers, as a set of bits, are in the sum beside the free one. */
  readonly #sums: readonly Sums[];

  /** All bounds are too low for any value at first. */
  constructor(free: Distribution, bounded: readonly Distribution[]) {
    this.#bounded = bounded;
    this.#within = bounded.map(() => 0);
    this.#sums = Array.from({ length: 1 << bounded.length }, (_, set) =>
      emptySums(
        free,
        bounded.filter((_, index) => set & (1 << index)),
      ),
    );
    const alone = this.#sums[0] as Sums;
    alone.chances.set(free.chances);
    alone.end = free.chances.length;
  }

  /** Raises the bound of one of the numbers, to at least what it was. */
  raise(index: number, bound: number): void {
    const { first, chances } = this.#bounded[index] as Distribution;
    for (let value = this.#within[index] as number; value < chances.length && first + value <= bound; value++) {
      this.#add(1 << index, value, chances[value] as number);
      this.#within[index] = value + 1;
    }
  }

  /** Lets one of the numbers have one value more. */
  #add(bit: number, value: number, chance: number): void {
    for (let set = bit; set < this.#sums.length; set++) {
      if ((set & bit) === 0) continue;
      const { chances: from, end } = this.#sums[set ^ bit] as Sums;
      const into = this.#sums[set] as Sums;
      for (let index = 0; index < end; index++)
        into.chances[index + value] = (into.chances[index + value] as number) + chance * (from[index] as number);
      into.end = Math.max(into.end, end + value);
    }
  }

  /** The chance that the sums of this and of another have this sum together. */
  chanceWith(other: BoundedSums, total: number): number {
    const own = this.#sums.at(-1) as Sums;
    const others = other.#sums.at(-1) as Sums;
    const last = total - own.first - others.first;
    let chance = 0;
    for (let index = Math.max(0, last - others.end + 1); index < own.end && index <= last; index++) {
      chance += (own.chances[index] as number) * (others.chances[last - index] as number);
    }
    return chance;
  }
}

function emptySums(free: Distribution, bounded: readonly Distribution[]): Sums {
  const all = [free, ...bounded];
  const length = all.reduce((sum, { chances }) => sum + chances.length - 1, 1);
  return { first: all.reduce((sum, { first }) => sum + first, 0), chances: new Float64Array(length), end: 0 };
}
