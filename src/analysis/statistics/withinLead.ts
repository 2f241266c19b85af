import { poisson } from './poisson.ts';

/** The cells of a multinomial sample, seen from one of them. */
export interface LeadCells {
  readonly own: number;
  /** Cells that win if they come within the lead of the largest. */
  readonly before: readonly number[];
  /** Cells that win only if the own one does not come within the lead. */
  readonly after: readonly number[];
}

/**
 * The chance that one cell of a multinomial sample comes within `lead` of the largest, and none of those before it does. The sum of the cells is left
 * free, and half its variance times the curvature over it taken away (analytic depoissonization, see `chanceOfLargest`).
 * @param lead in trials; values that differ by it are within it
 */
export function chanceWithinLead({ own, before, after }: LeadCells, lead: number): number {
  return atSum([own, ...before, ...after], (cells) => {
    const [mine, ...others] = cells as [Cumulated, ...Cumulated[]];
    const [earlier, later] = [others.slice(0, before.length), others.slice(before.length)];
    let chance = 0;
    const highest = highestOf(cells);
    for (let largest = lowestOf(cells); largest <= highest; largest++) {
      const least = Math.ceil(largest - lead);
      const outside = allBelow(earlier, least);
      if (outside === 0) continue;
      // The largest is that value, and not below it.
      const without = below(mine, least);
      const upTo = (below(mine, largest + 1) - without) * allBelow(later, largest + 1);
      const under = largest > least ? (below(mine, largest) - without) * allBelow(later, largest) : 0;
      chance += outside * (upTo - under);
    }
    return chance;
  });
}

/** The cells of a multinomial sample, seen from one that wins only by being the largest. */
export interface LastCells {
  readonly own: number;
  /** Cells that win if they come within the lead of the largest. */
  readonly before: readonly number[];
  /** One more that wins only by being the largest. */
  readonly other: number;
  /** Whether the own cell wins where it is equal to the other. */
  readonly winsTies: boolean;
}

/** The chance that one cell is the largest and none of those before it comes within `lead` of it, in the same way. */
export function chanceBeyondLead({ own, before, other, winsTies }: LastCells, lead: number): number {
  return atSum([own, other, ...before], (cells) => {
    const [mine, rival, ...earlier] = cells as [Cumulated, Cumulated, ...Cumulated[]];
    let chance = 0;
    for (let value = mine.first; value < mine.first + mine.chances.length; value++) {
      const here = below(mine, value + 1) - below(mine, value);
      chance += here * below(rival, winsTies ? value + 1 : value) * allBelow(earlier, Math.ceil(value - lead));
    }
    return chance;
  });
}

/** A chance at the sum of the counts, from the chances of independent Poisson variables with the same means and with a little more and less. */
function atSum(counts: readonly number[], chanceOf: (cells: readonly Cumulated[]) => number): number {
  const step = 1 / Math.sqrt(counts.reduce((sum, count) => sum + count, 0));
  const at = (scale: number) => chanceOf(counts.map((count) => cumulated(count * scale)));
  return Math.min(1, Math.max(0, 2 * at(1) - (at(1 + step) + at(1 - step)) / 2));
}

interface Cumulated {
  readonly first: number;
  /** The chances of that value or a smaller one. */
  readonly chances: Float64Array;
}

function cumulated(mean: number): Cumulated {
  const { first, chances } = poisson(mean);
  for (let index = 1; index < chances.length; index++) chances[index] = (chances[index] as number) + (chances[index - 1] as number);
  return { first, chances };
}

function lowestOf(cells: readonly Cumulated[]): number {
  return Math.max(...cells.map(({ first }) => first));
}

function highestOf(cells: readonly Cumulated[]): number {
  return Math.max(...cells.map(({ first, chances }) => first + chances.length - 1));
}

function allBelow(cells: readonly Cumulated[], limit: number): number {
  let product = 1;
  for (const cell of cells) product *= below(cell, limit);
  return product;
}

/** The chance of a value below a limit. */
function below({ first, chances }: Cumulated, limit: number): number {
  const index = limit - 1 - first;
  if (index < 0) return 0;
  return index >= chances.length ? 1 : (chances[index] as number);
}
