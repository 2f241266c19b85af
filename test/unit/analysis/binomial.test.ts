import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { drawBinomial } from '../../../src/analysis/statistics/binomial.ts';

const generator = xoroshiro128plus(20260101);
const uniform = () => uniformFloat64(generator);
const draws = 200_000;

describe('draws follow the binomial distribution (χ² of all draws against exact probabilities)', () => {
  // A million where the early acceptance of the rejection sampler is to be seen exact.
  test.each([
    [2000, 0.3, 1_000_000],
    [1, 0.3],
    [10, 0.5],
    [20, 0.05],
    [1000, 0.009],
    [19, 0.53],
    [21, 0.48],
    [40, 0.5],
    [100, 0.11],
    [20, 0.9],
    [100, 0.61],
    [1000, 0.995],
    [1_000_000, 0.000_02],
  ])('%d trials with probability %d', (trials, probability, draws = 200_000) => {
    const seen = new Map<number, number>();
    for (let draw = 0; draw < draws; draw++) {
      const successes = drawBinomial(uniform, trials, probability);
      seen.set(successes, (seen.get(successes) ?? 0) + 1);
    }
    let chiSquared = 0;
    let cells = 0;
    let [restExpected, restSeen] = [draws, draws];
    for (let k = 0; k <= trials && k < 5000; k++) {
      const expected = draws * binomialProbability(k, trials, probability);
      if (expected < 10) continue;
      const observed = seen.get(k) ?? 0;
      chiSquared += (observed - expected) ** 2 / expected;
      restExpected -= expected;
      restSeen -= observed;
      cells++;
    }
    if (restExpected > 5) chiSquared += (restSeen - restExpected) ** 2 / restExpected;
    // χ² has mean df and variance 2 df; 4.5 standard deviations and some room for the skew of few cells.
    expect(chiSquared).toBeLessThan(cells + 4.5 * Math.sqrt(2 * cells) + 8);
    expect(cells).toBeGreaterThan(1);
  });
});

describe('the shape holds up to a billion trials', () => {
  test.each([
    [1e6, 0.25],
    [1e9, 0.25],
    [5e9, 0.4],
    [1e9, 1.5e-8],
  ])('%d trials with probability %d', (trials, probability) => {
    const mean = trials * probability;
    const deviation = Math.sqrt(mean * (1 - probability));
    const quantiles = [0, 0, 0, 0];
    let sum = 0;
    for (let draw = 0; draw < draws; draw++) {
      const score = (drawBinomial(uniform, trials, probability) - mean) / deviation;
      sum += score;
      [-1, 0, 1, 2].forEach((bound, index) => {
        if (score < bound) quantiles[index] = (quantiles[index] ?? 0) + 1 / draws;
      });
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4.5 / Math.sqrt(draws));
    // Φ(−1), Φ(0), Φ(1), Φ(2); small means are skewed and lumpy, which the exact test above covers.
    if (mean > 1e5) expect(quantiles).toEqual([0.158655, 0.5, 0.841345, 0.97725].map((share) => expect.closeTo(share, 2)));
  });
});

test('borders: no trial, no chance, certainty', () => {
  expect(drawBinomial(uniform, 0, 0.5)).toBe(0);
  expect(drawBinomial(uniform, 10, 0)).toBe(0);
  expect(drawBinomial(uniform, 10, 1)).toBe(10);
  expect(drawBinomial(uniform, 10, 1 + 1e-15)).toBe(10);
  expect(drawBinomial(uniform, 10, Number.NaN)).toBe(0);
});

test('a uniform number next to 1 ends, and within the trials', () => {
  const last = 1 - 2 ** -53;
  let calls = 0;
  const successes = drawBinomial(() => (calls++ === 0 ? last : 0.5), 200, 0.04);
  expect(successes).toBeLessThanOrEqual(200);
});

function binomialProbability(k: number, n: number, p: number): number {
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p);
  for (let i = 1; i <= k; i++) log += Math.log((n - k + i) / i);
  return Math.exp(log);
}
