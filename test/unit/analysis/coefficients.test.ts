import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterAndWorse, coefficients, wilsonInterval } from '../../../src/analysis/coefficients.ts';
import { quadrant } from '../../../src/analysis/featureAnalysis.ts';
import { anyCounts, smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

const transparentTransfers = counts(32, 90, 88, 105, 15, 28);

test('check values: A88 O90 M32 I105', () => {
  const { better, worse, betterInterval, worseInterval } = coefficients(transparentTransfers);
  expect(better).toBeCloseTo(0.5651, 4);
  expect(betterInterval?.[0]).toBeCloseTo(0.5099, 4);
  expect(betterInterval?.[1]).toBeCloseTo(0.6187, 4);
  expect(worse).toBeCloseTo(-0.3873, 4);
  expect(worseInterval?.[0]).toBeCloseTo(-0.4421, 4);
  expect(worseInterval?.[1]).toBeCloseTo(-0.3352, 4);
});

test('R and Q do not enter', () => {
  expect(coefficients({ ...transparentTransfers, R: 900, Q: 50 })).toEqual(coefficients(transparentTransfers));
});

test('nobody in M, O, A, I: no coefficients, rather than 0/0', () => {
  const nothing = { better: null, worse: null, betterInterval: null, worseInterval: null };
  expect(coefficients(counts(0, 0, 0, 0, 7, 3))).toEqual(nothing);
  expect(betterAndWorse(counts(0, 0, 0, 0, 7, 3))).toEqual({ better: null, worse: null });
});

test('a Worse of nothing is 0, never −0, and so is the bound of its interval', () => {
  const { worse, worseInterval } = coefficients(counts(0, 0, 5, 5));
  expect(Object.is(worse, 0)).toBe(true);
  expect(Object.is(worseInterval?.[1], 0)).toBe(true);
});

describe('Wilson interval', () => {
  test('solves (p − estimate)² = z²·p(1 − p)/n at both ends, which is how Wilson defined it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const successes = Math.floor(share * trials);
        for (const p of wilsonInterval(successes, trials)) {
          const left = (p - successes / trials) ** 2;
          const right = (1.959964 ** 2 * p * (1 - p)) / trials;
          expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-12);
        }
      }),
    );
  });

  test('published: 0 of 10 is at most 27.75%, 10 of 10 at least 72.25%', () => {
    expect(wilsonInterval(0, 10)).toEqual([0, expect.closeTo(0.2775, 4)]);
    expect(wilsonInterval(10, 10)).toEqual([expect.closeTo(0.7225, 4), 1]);
  });

  test('stays within 0 to 1, contains the estimate, ascends', () => {
    fc.assert(
      fc.property(anyCounts, (tally) => {
        const { better, worse, betterInterval, worseInterval } = coefficients(tally);
        if (better === null || worse === null || !betterInterval || !worseInterval) return;
        expect(0 <= betterInterval[0] && betterInterval[0] <= better && better <= betterInterval[1] && betterInterval[1] <= 1).toBe(true);
        expect(-1 <= worseInterval[0] && worseInterval[0] <= worse && worse <= worseInterval[1] && worseInterval[1] <= 0).toBe(true);
      }),
    );
  });

  test('shrinks as more people of the same opinions are asked', () => {
    fc.assert(
      fc.property(smallCounts(1000), fc.integer({ min: 2, max: 1000 }), (tally, factor) => {
        const trials = tally.M + tally.O + tally.A + tally.I;
        fc.pre(trials > 0);
        const [low, high] = wilsonInterval(tally.M, trials);
        const [lowOfMany, highOfMany] = wilsonInterval(tally.M * factor, trials * factor);
        expect(highOfMany - lowOfMany).toBeLessThan(high - low);
      }),
    );
  });
});

describe('quadrant', () => {
  test.each([
    [0.8, -0.2, 'A'],
    [0.8, -0.8, 'O'],
    [0.2, -0.8, 'M'],
    [0.2, -0.2, 'I'],
    [0.5, -0.5, 'O'],
    [0.5, -0.4999, 'A'],
    [0.4999, -0.5, 'M'],
    [null, null, null],
  ] as const)('Better %s and Worse %s lie in %s', (better, worse, expected) => {
    expect(quadrant(better, worse)).toBe(expected);
  });
});
