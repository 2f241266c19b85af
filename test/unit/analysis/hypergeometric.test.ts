import * as fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { chiSquaredTail } from '../../../src/analysis/statistics/chiSquared.ts';
import { drawHypergeometric } from '../../../src/analysis/statistics/hypergeometric.ts';

const draws = 20_000;

test.each([
  ['few', 5, 7, 6],
  ['a hundred', 43, 57, 50],
  ['a large sample', 30, 20, 45],
  ['mostly marked', 700, 40, 30],
  ['a thousand', 400, 600, 300],
  ['a rare mark among many', 4, 2996, 1000],
  ['many', 900, 2100, 1000],
  ['many, mostly marked and mostly drawn', 2100, 900, 2000],
  ['a hundred thousand', 40_000, 60_000, 25],
  ['more than the table of factorials holds', 150_000, 250_000, 60],
])('draws have the hypergeometric distribution: %s', (_, marked, others, sample) => {
  const uniform = seeded();
  const found = new Map<number, number>();
  for (let drawn = 0; drawn < draws; drawn++) {
    const value = drawHypergeometric(uniform, marked, others, sample);
    found.set(value, (found.get(value) ?? 0) + 1);
  }
  expect(goodnessOfFit(found, marked, others, sample)).toBeGreaterThan(1e-3);
});

test('mean and spread, up to ten billion', () => {
  for (const [marked, others, sample] of [
    [4e6, 6e6, 5e6],
    [3e9, 7e9, 1e9],
    [6e9, 4e9, 9e9],
  ] as const) {
    const uniform = seeded();
    const total = marked + others;
    const mean = (sample * marked) / total;
    const variance = (mean * (others / total) * (total - sample)) / (total - 1);
    let sum = 0;
    let squares = 0;
    for (let drawn = 0; drawn < draws; drawn++) {
      const deviation = drawHypergeometric(uniform, marked, others, sample) - mean;
      sum += deviation;
      squares += deviation * deviation;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(variance / draws));
    expect(Math.abs(squares / draws / variance - 1)).toBeLessThan(0.05);
  }
});

test('a draw is possible, whatever the numbers', () => {
  const size = fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(1_000_000_000));
  fc.assert(
    fc.property(size, size, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), (marked, others, share, seed) => {
      const sample = Math.round(share * (marked + others));
      const found = drawHypergeometric(seeded(seed), marked, others, sample);
      expect(Number.isInteger(found)).toBe(true);
      expect(found).toBeGreaterThanOrEqual(Math.max(0, sample - others));
      expect(found).toBeLessThanOrEqual(Math.min(marked, sample));
    }),
  );
});

function seeded(seed = 7): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** p of Pearson’s χ² against the probabilities, values with fewer than 5 expected draws taken together. */
function goodnessOfFit(found: ReadonlyMap<number, number>, marked: number, others: number, sample: number): number {
  const logOf = Array.from({ length: sample }, (_, index) => index);
  const logChoose = (from: number, k: number) => logOf.slice(0, k).reduce((log, index) => log + Math.log((from - index) / (index + 1)), 0);
  const all = logChoose(marked + others, sample);
  let statistic = 0;
  let cells = 0;
  let [restExpected, restFound] = [draws, draws];
  for (let value = Math.max(0, sample - others); value <= Math.min(marked, sample); value++) {
    const expected = draws * Math.exp(logChoose(marked, value) + logChoose(others, sample - value) - all);
    if (expected < 5) continue;
    const times = found.get(value) ?? 0;
    statistic += (times - expected) ** 2 / expected;
    cells++;
    restExpected -= expected;
    restFound -= times;
  }
  if (restExpected > 0.1) statistic += (restFound - restExpected) ** 2 / restExpected;
  return chiSquaredTail(statistic, restExpected > 0.1 ? cells : cells - 1);
}
