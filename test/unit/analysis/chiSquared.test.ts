import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquaredTail } from '../../../src/analysis/statistics/chiSquared.ts';
import { holm } from '../../../src/analysis/statistics/holm.ts';

describe('χ² tail', () => {
  // The critical values of NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper tail.
  test.each([
    [2.706, 1, 0.1],
    [3.841, 1, 0.05],
    [6.635, 1, 0.01],
    [10.828, 1, 0.001],
    [5.991, 2, 0.05],
    [9.21, 2, 0.01],
    [7.815, 3, 0.05],
    [9.488, 4, 0.05],
    [11.07, 5, 0.05],
    [15.086, 5, 0.01],
    [18.307, 10, 0.05],
    [29.588, 10, 0.001],
    [31.41, 20, 0.05],
    [67.505, 50, 0.05],
    [124.342, 100, 0.05],
    [149.449, 100, 0.001],
  ])('%d with %d degrees of freedom is the critical value of %d', (statistic, degreesOfFreedom, p) => {
    expect(Math.abs(chiSquaredTail(statistic, degreesOfFreedom) / p - 1)).toBeLessThan(1e-3);
  });

  test('even degrees of freedom: the Poisson sum e^(−x/2) Σ (x/2)^k/k!', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 400, noNaN: true }), (half, statistic) => {
        let term = Math.exp(-statistic / 2);
        let sum = term;
        for (let k = 1; k < half; k++) {
          term *= statistic / 2 / k;
          sum += term;
        }
        const tail = chiSquaredTail(statistic, 2 * half);
        expect(Math.abs(tail - sum)).toBeLessThanOrEqual(1e-11 * Math.max(sum, 1e-290) + 1e-14);
      }),
    );
  });

  test('odd degrees of freedom: Simpson’s rule over the density', () => {
    for (const degreesOfFreedom of [1, 3, 5, 7, 15, 25]) {
      for (const statistic of [0.5, 2, 5, 9, 20, 45]) {
        expect(chiSquaredTail(statistic, degreesOfFreedom)).toBeCloseTo(tailBySimpson(statistic, degreesOfFreedom), 9);
      }
    }
  });

  test('far tails do not round to 0 before a double does', () => {
    expect(chiSquaredTail(1000, 2) / Math.exp(-500)).toBeCloseTo(1, 10);
    expect(chiSquaredTail(10_000, 1)).toBe(0);
    expect(chiSquaredTail(1e12, 25)).toBe(0);
  });

  test('is a probability that falls with the statistic and rises with the degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e3, noNaN: true }),
        fc.integer({ min: 1, max: 2000 }),
        (statistic, more, df) => {
          const tail = chiSquaredTail(statistic, df);
          expect(tail >= 0 && tail <= 1).toBe(true);
          expect(chiSquaredTail(statistic + more, df)).toBeLessThanOrEqual(tail + 1e-11);
          expect(chiSquaredTail(statistic, df + 1)).toBeGreaterThanOrEqual(tail - 1e-11);
        },
      ),
    );
  });
});

describe('Holm', () => {
  test('by hand: 0.01, 0.04, 0.03, 0.005', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  test('never above 1, a single p stays, none is none', () => {
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
  });

  test('keeps the order of the p-values, never lowers one, never corrects more than Bonferroni', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
        const adjusted = holm(pValues);
        pValues.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(p);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, p * pValues.length) + 1e-15);
          pValues.forEach((other, place) => {
            if (other <= p) expect(adjusted[place]).toBeLessThanOrEqual(adjusted[index] ?? 0);
          });
        });
      }),
    );
  });
});

/** 1 − ∫ density, with x = t² so that the density of one degree of freedom has no pole at 0. */
function tailBySimpson(statistic: number, degreesOfFreedom: number): number {
  let gamma = Math.sqrt(Math.PI);
  for (let a = 0.5; a < degreesOfFreedom / 2; a++) gamma *= a;
  const density = (t: number) => (2 * t ** (degreesOfFreedom - 1) * Math.exp((-t * t) / 2)) / (2 ** (degreesOfFreedom / 2) * gamma);
  const steps = 4000;
  const width = Math.sqrt(statistic) / steps;
  let sum = density(0) + density(Math.sqrt(statistic));
  for (let step = 1; step < steps; step++) sum += density(step * width) * (step % 2 === 0 ? 2 : 4);
  return 1 - (sum * width) / 3;
}
