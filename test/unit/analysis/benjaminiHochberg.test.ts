import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/analysis/statistics/benjaminiHochberg.ts';
import { holm } from '../../../src/analysis/statistics/holm.ts';

const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.06, noNaN: true })), {
  maxLength: 30,
});

test('by hand: 0.01, 0.04, 0.03, 0.005', () => {
  expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.005])).toEqual([0.02, 0.04, 0.04, 0.02]);
});

test('published: four of the fifteen p-values of Benjamini & Hochberg 1995 are rejected at .05', () => {
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
  expect(benjaminiHochberg(published).filter((p) => p <= 0.05)).toHaveLength(4);
  expect(holm(published).filter((p) => p <= 0.05)).toHaveLength(3);
});

test('never above 1, a single p stays, none is none', () => {
  expect(benjaminiHochberg([0.9, 1])).toEqual([1, 1]);
  expect(benjaminiHochberg([0.04])).toEqual([0.04]);
  expect(benjaminiHochberg([])).toEqual([]);
});

test('rejects what the procedure as published rejects: all up to the largest k with p(k) ≤ k/m · α', () => {
  fc.assert(
    fc.property(pValues, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (values, rate) => {
      const ascending = values.toSorted((left, right) => left - right);
      const last = ascending.findLastIndex((p, index) => (p * values.length) / (index + 1) <= rate);
      const limit = ascending[last] ?? -1;
      benjaminiHochberg(values).forEach((adjusted, index) => {
        expect(adjusted <= rate).toBe((values[index] ?? 1) <= limit);
      });
    }),
  );
});

test('the p-values below .05 and the number of all are enough to tell which are below .05 when corrected, and what they are', () => {
  fc.assert(
    fc.property(pValues, (values) => {
      const small = values.filter((p) => p < 0.05);
      for (const correct of [benjaminiHochberg, holm]) {
        const ofAll = correct(values).filter((_, index) => (values[index] ?? 1) < 0.05);
        const ofSmall = correct(small, values.length);
        const found = (adjusted: readonly number[]) => adjusted.map((p) => (p < 0.05 ? p : 'not below'));
        expect(found(ofSmall)).toEqual(found(ofAll));
      }
    }),
  );
});
