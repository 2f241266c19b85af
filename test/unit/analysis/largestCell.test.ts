import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceOfLargest } from '../../../src/analysis/statistics/largestCell.ts';

/** The samples of a multinomial with chances, by enumeration. Factorials as they are: for few trials. */
function byEnumeration(counts: readonly number[], own: number): number {
  const trials = counts.reduce((sum, count) => sum + count, 0);
  let chance = 0;
  const visit = (sample: readonly number[], left: number, ways: number) => {
    const cell = sample.length;
    if (cell === counts.length) {
      if (left === 0 && sample.indexOf(Math.max(...sample)) === own) chance += ways;
      return;
    }
    let [chosen, power] = [1, 1];
    for (let taken = 0; taken <= left; taken++) {
      visit([...sample, taken], left - taken, ways * chosen * power);
      chosen = (chosen * (left - taken)) / (taken + 1);
      power *= (counts[cell] as number) / trials;
      if (power === 0) break;
    }
  };
  visit([], trials, 1);
  return chance;
}

/** The first of the largest. */
const leading = (counts: readonly number[]) => counts.indexOf(Math.max(...counts));

test('is what all samples of few trials give, in every order of the cells', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), (counts) => {
      if (counts.every((count) => count === 0)) return;
      const own = leading(counts);
      expect(chanceOfLargest(counts, own)).toBeCloseTo(byEnumeration(counts, own), 5);
    }),
    {
      numRuns: 60,
      seed: 3,
      examples: [[[3, 3, 0, 0, 0, 0]], [[2, 2, 2, 0, 0, 0]], [[2, 2, 2, 2, 2, 2]], [[0, 0, 3, 0, 0, 0]], [[0, 0, 0, 0, 0, 1]]],
    },
  );
});

describe('from 40 to 10,000 trials is what samples drawn one trial at a time give', () => {
  const tallies = [
    [20, 20, 0, 0, 0, 0],
    [0, 20, 0, 0, 0, 19],
    [34, 33, 33, 0, 0, 0],
    [44, 26, 26, 26, 26, 0],
    [16, 17, 17, 17, 17, 17],
    [32, 90, 88, 105, 15, 28],
    [230, 231, 4, 0, 0, 1],
    [170, 171, 171, 170, 20, 0],
    [1000, 1050, 30, 1040, 990, 900],
  ];
  test.each(tallies)('%i %i %i %i %i %i', (...counts) => {
    const own = leading(counts);
    const samples = counts[0] === 1000 ? 2000 : 8000;
    const drawn = byDraws(counts, own, samples);
    const exact = chanceOfLargest(counts, own);
    // Four standard errors.
    expect(Math.abs(exact - drawn)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / samples));
  });
});

test.each([
  [34, 34, 34, 0, 0, 0],
  [40, 31, 30, 0, 0, 0],
  [0, 55, 0, 56, 45, 0],
  [67, 0, 67, 66, 0, 0],
  [0, 80, 64, 0, 0, 60],
  [27, 26, 26, 26, 0, 0],
  [24, 36, 0, 24, 24, 0],
  [40, 0, 22, 0, 22, 22],
  [120, 110, 0, 0, 31, 0],
])('beyond 100 trials, with the sum left free, it is off by less than .0005: %i %i %i %i %i %i', (...counts) => {
  const own = leading(counts);
  expect(Math.abs(chanceOfLargest(counts, own) - byEnumeration(counts, own))).toBeLessThan(0.0005);
});

test('two equal cells alone: an even number of trials can be shared, an odd one cannot', () => {
  // Half of the samples, and half of those in which they are equal: 20!/(10!)²/2²⁰.
  expect(chanceOfLargest([10, 10, 0, 0, 0, 0], 0)).toBeCloseTo(0.5 + 0.176197052 / 2, 6);
  // Far beyond a hundred trials too: 1000!/(500!)²/2¹⁰⁰⁰.
  expect(chanceOfLargest([500, 500, 0, 0, 0, 0], 0)).toBeCloseTo(0.5 + 0.0252250182 / 2, 6);
});

test('a cell that no other comes near is the largest', () => {
  expect(chanceOfLargest([900, 10, 10, 20, 30, 30], 0)).toBe(1);
  expect(chanceOfLargest([0, 0, 3, 0, 0, 0], 2)).toBe(1);
});

/** With a generator of its own (mulberry32), and nothing of what the product draws with. */
function byDraws(counts: readonly number[], own: number, samples: number): number {
  let state = 17;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const cells = counts.flatMap((count, cell) => Array.from({ length: count }, () => cell));
  let largest = 0;
  for (let sampled = 0; sampled < samples; sampled++) {
    const sample = counts.map(() => 0);
    for (let trial = 0; trial < cells.length; trial++) (sample[cells[Math.floor(uniform() * cells.length)] as number] as number)++;
    if (leading(sample) === own) largest++;
  }
  return largest / samples;
}
