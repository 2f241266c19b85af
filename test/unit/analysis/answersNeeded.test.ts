import { describe, expect, test } from 'vitest';
import { answersNeeded, roundedAnswersNeeded } from '../../../src/analysis/statistics/answersNeeded.ts';

describe('answers needed', () => {
  test.each([
    [50, 20, 100, 59],
    [45, 30, 100, 260],
    [35, 29, 100, 1393],
    [105, 90, 358, 2433],
  ])('check values: %d and %d of %d take %d', (larger, smaller, n, expected) => {
    expect(answersNeeded(larger, smaller, n)).toBe(expected);
  });

  test('depend on the shares alone', () => {
    expect(answersNeeded(500, 200, 1000)).toBe(59);
  });

  test('equal shares, or nobody: none would do', () => {
    expect(answersNeeded(20, 20, 50)).toBeNull();
    expect(answersNeeded(0, 0, 0)).toBeNull();
  });

  test('so many answers give a clear lead in 80% of surveys, by the exact distribution', () => {
    for (const [p1, p2] of [
      [0.5, 0.2],
      [0.45, 0.3],
      [0.6, 0.4],
    ] as const) {
      const n = answersNeeded(p1 * 1000, p2 * 1000, 1000) ?? 0;
      expect(powerOf(p1, p2, n)).toBeGreaterThan(0.78);
      expect(powerOf(p1, p2, n)).toBeLessThan(0.83);
    }
  });
});

test.each([
  [59, 59],
  [7, 7],
  [260, 260],
  [261, 270],
  [1393, 1400],
  [991, 1000],
  [2433, 2500],
])('%d is shown as about %d', (exact, shown) => {
  expect(roundedAnswersNeeded(exact)).toBe(shown);
});

/** P(z ≥ 1.96) where the two categories are binomial given their sum, and their sum is binomial. */
function powerOf(p1: number, p2: number, n: number): number {
  const distribution = (trials: number, p: number) => {
    const chances = [(1 - p) ** trials];
    for (let k = 1; k <= trials; k++)
      chances.push(p === 1 ? Number(k === trials) : ((chances[k - 1] ?? 0) * (trials - k + 1) * p) / (k * (1 - p)));
    return chances;
  };
  let power = 0;
  distribution(n, p1 + p2).forEach((chance, both) => {
    if (chance < 1e-9) return;
    distribution(both, p1 / (p1 + p2)).forEach((inFirst, first) => {
      if ((2 * first - both) / Math.sqrt(both) >= 1.96) power += chance * inFirst;
    });
  });
  return power;
}
