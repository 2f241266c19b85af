import { BoundedSums } from './boundedSums.ts';
import { chanceOf, type Distribution, poisson } from './poisson.ts';

/** Beyond that many trials the distributions become long. */
export const mostTrials = 1_000_000;

/** Up to that many trials the sum of the cells counts as it is. */
const fewTrials = 100;

/**
 * With hardly any trials outside of two cells it matters whether their sum is even, because only then they can be equal; outside of three, whether
 * three divide it. That matters the less the more trials there are: up to how many the sum counts, by the number of rivals.
 */
const fewOthers = 30;
const fewTrialsInFewCells: readonly number[] = [0, mostTrials, 300];

/**
 * The chance that one cell of a multinomial sample is the largest; equal ones go to the first. It has as many trials as `counts` sum up to,
 * and the cells have their shares as chances.
 *
 * A multinomial sample is one of independent Poisson variables whose sum is the number of trials (Levin 1981, A representation for multinomial
 * cumulative distribution functions, Annals of Statistics 9). Given what the cell itself has, the others are only bounded. Up to 100 trials that
 * is exact but for 10⁻⁵. Beyond, mostly, the sum is left free, and half its variance times the curvature over the number of trials taken away (analytic
 * depoissonization, Jacquet & Szpankowski 1998): off by less than .0005.
 * @param counts whole numbers, with a sum from 1 to `mostTrials`
 * @param own the index of the cell, whose count no other exceeds
 */
export function chanceOfLargest(counts: readonly number[], own: number): number {
  const rivals = rivalsOf(counts, own);
  if (rivals.length === 0) return 1;
  const trials = counts.reduce((sum, count) => sum + count, 0);
  const rest = rivals.reduce((sum, index) => sum - (counts[index] as number), trials - (counts[own] as number));
  const isExact = trials <= (rest <= fewOthers ? (fewTrialsInFewCells[rivals.length] ?? fewTrials) : fewTrials);
  const chance = isExact ? chanceAtSum(counts, own, rivals, rest, trials) : chanceAtFreeSum(counts, own, rivals, trials);
  return Math.min(1, Math.max(0, chance));
}

/** All cells that become larger than the own one in more than a millionth of all samples, the largest first. */
function rivalsOf(counts: readonly number[], own: number): readonly number[] {
  const distance = (index: number) => Math.sqrt(counts[own] as number) - Math.sqrt(counts[index] as number);
  // By Chernoff's bound the chance is at most exp(−distance²).
  const rivals = [...counts.keys()].filter((index) => index !== own && (counts[index] as number) > 0 && distance(index) ** 2 < 14);
  return rivals.sort((left, right) => (counts[right] as number) - (counts[left] as number) || left - right);
}

/** The largest count that a rival may have beside one of the own cell. */
function boundOf(rival: number, own: number, value: number): number {
  return rival < own ? value - 1 : value;
}

function chanceAtSum(counts: readonly number[], own: number, rivals: readonly number[], rest: number, trials: number): number {
  const distributions = rivals.map((index) => poisson(counts[index] as number));
  const near = new BoundedSums(nothing, distributions.slice(0, 2));
  const far = new BoundedSums(poisson(rest), distributions.slice(2));
  const { first, chances } = poisson(counts[own] as number);
  let chance = 0;
  for (let index = 0; index < chances.length; index++) {
    const value = first + index;
    rivals.forEach((rival, place) => {
      if (place < 2) near.raise(place, boundOf(rival, own, value));
      else far.raise(place - 2, boundOf(rival, own, value));
    });
    chance += (chances[index] as number) * near.chanceWith(far, trials - value);
  }
  return chance / chanceOf(poisson(trials), trials);
}

const nothing: Distribution = { first: 0, chances: Float64Array.of(1) };

function chanceAtFreeSum(counts: readonly number[], own: number, rivals: readonly number[], trials: number): number {
  const step = 1 / Math.sqrt(trials);
  const at = (scale: number) => chanceAtScale(counts, own, rivals, scale);
  return 2 * at(1) - (at(1 + step) + at(1 - step)) / 2;
}

/** The chance that one of independent Poisson variables is the largest, their means being the counts times `scale`. */
function chanceAtScale(counts: readonly number[], own: number, rivals: readonly number[], scale: number): number {
  const { first, chances } = poisson((counts[own] as number) * scale);
  const product = chances.slice();
  for (const rival of rivals) {
    const other = poisson((counts[rival] as number) * scale);
    let below = 0;
    let next = 0;
    for (let index = 0; index < product.length; index++) {
      const bound = boundOf(rival, own, first + index) - other.first;
      for (; next <= bound && next < other.chances.length; next++) below += other.chances[next] as number;
      product[index] = (product[index] as number) * below;
    }
  }
  return product.reduce((sum, chance) => sum + chance, 0);
}
