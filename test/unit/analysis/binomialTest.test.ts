import { expect, test } from 'vitest';
import { binomialP, isLeadClear } from '../../../src/analysis/statistics/binomialTest.ts';

test.each([
  [4, 0, 0.125],
  [5, 0, 0.0625],
  [6, 0, 0.03125],
  [2, 2, 1],
  [8, 1, 20 / 512],
  [0, 0, 1],
])('%d against %d: p is %d', (larger, smaller, p) => {
  expect(binomialP(larger, smaller)).toBe(p);
});

test('is the sum over all outcomes that differ as much', () => {
  const sequences = (n: number, k: number): number => (k === 0 || k === n ? 1 : sequences(n - 1, k) + sequences(n - 1, k - 1));
  for (let n = 1; n <= 14; n++) {
    for (let smaller = 0; smaller * 2 <= n; smaller++) {
      const outcomes = Array.from({ length: n + 1 }, (_, k) => (Math.abs(2 * k - n) >= n - 2 * smaller ? sequences(n, k) : 0));
      expect(binomialP(n - smaller, smaller)).toBeCloseTo(outcomes.reduce((left, right) => left + right, 0) / 2 ** n, 12);
    }
  }
});

test('few answers need more than z = 1.96: 4 against 0 is z 2', () => {
  expect(isLeadClear(4, 0)).toBe(false);
  expect(isLeadClear(6, 0)).toBe(true);
  // z = 13/√39 = 2.08 and p = .053, z = 14/√40 = 2.21 and p = .038.
  expect(isLeadClear(26, 13)).toBe(false);
  expect(isLeadClear(27, 13)).toBe(true);
});

test('beyond 40 answers z decides', () => {
  // 13/√43 = 1.98, 12/√42 = 1.85.
  expect(isLeadClear(28, 15)).toBe(true);
  expect(isLeadClear(27, 15)).toBe(false);
});

test('nobody in either: nothing is clear', () => {
  expect(isLeadClear(0, 0)).toBe(false);
});
