import { expect, test } from 'vitest';
import { holm } from '../../../src/analysis/statistics/holm.ts';

const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(12)));

test('by hand: the smallest times their number, the next times one less, and never less than the one before', () => {
  expect(rounded(holm([0.01, 0.04, 0.03]))).toEqual([0.03, 0.06, 0.06]);
  expect(rounded(holm([0.02, 0.02]))).toEqual([0.04, 0.04]);
});

test('none is more than 1, and one alone stays as it is', () => {
  expect(rounded(holm([0.6, 0.4, 0.9]))).toEqual([1, 1, 1]);
  expect(holm([0.2])).toEqual([0.2]);
  expect(holm([])).toEqual([]);
});

test('those that are not given count too', () => {
  expect(rounded(holm([0.01, 0.02], 10))).toEqual([0.1, 0.18]);
});
