import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapCategories, bootstrapPlan } from '../../../src/analysis/bootstrap.ts';
import { categorise, categoryIndex } from '../../../src/analysis/categoryRules.ts';
import { total } from '../../../src/analysis/counts.ts';
import { multinomialDraws } from '../../../src/analysis/multinomialDraws.ts';
import { stability } from '../../../src/analysis/stability.ts';
import { type Category, type CategoryRule, type Counts, categories, categoryRules } from '../../../src/document/format/model.ts';
import { anyCounts, anyRule, smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

const transparentTransfers = counts(32, 90, 88, 105, 15, 28);

/** Four standard errors of a share of 2,000 draws. */
const tolerance = (share: number) => 4 * Math.sqrt((share * (1 - share)) / 2000) + 1e-9;

describe('check values, ±0.02', () => {
  test('A88 O90 M32 I105 R15 Q28: I 0.78, O 0.13, A 0.09', () => {
    const shares = sharesByRule(transparentTransfers, 'mode');
    expect(Math.abs(shares.I - 0.78)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(shares.O - 0.13)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(shares.A - 0.09)).toBeLessThanOrEqual(0.02);
    expect(Math.abs((stability(transparentTransfers, 'mode', 0.06) ?? 0) - shares.I)).toBeLessThanOrEqual(tolerance(shares.I));
  });

  test('A7 O33 M50 I10: M 0.97', () => {
    expect(Math.abs((stability(counts(50, 33, 7, 10), 'mode', 0.06) ?? 0) - 0.97)).toBeLessThanOrEqual(0.02);
  });

  test('A 3 of 3: 1', () => {
    expect(stability(counts(0, 0, 3, 0), 'mode', 0.06)).toBe(1);
  });
});

describe('against every possible sample, weighted by its probability', () => {
  const tallies = [
    counts(3, 2, 2, 1),
    counts(1, 1, 1, 1, 1, 1),
    counts(0, 5, 4, 0, 3, 0),
    counts(9, 10, 1, 2, 3, 0),
    counts(0, 0, 6, 5, 2, 1),
  ];
  test.each(categoryRules.flatMap((rule) => tallies.map((tally) => [rule, tally] as const)))('%s of %o', (rule, tally) => {
    const exact = exactStability(tally, rule);
    expect(Math.abs((stability(tally, rule, 0.06) ?? Number.NaN) - exact)).toBeLessThanOrEqual(tolerance(exact));
  });
});

test('the draws have the means and spreads of a multinomial, from 60 to a billion respondents', () => {
  for (const factor of [1, 100, 1e4, 1e6, 1e7]) {
    const tally = counts(32 * factor, 20 * factor, 1 * factor, 0, 5 * factor, 2 * factor);
    const n = total(tally);
    const sums: Record<Category, number> = { ...tally, M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
    const squares = { ...sums };
    let products = 0;
    const draws = multinomialDraws(
      categories.map((category) => tally[category]),
      [...categories.keys()],
    );
    for (let sampled = 0; sampled < 2000; sampled++) {
      draws.draw(() => false);
      const { drawn } = draws;
      const sample = counts(...(drawn as unknown as [number, number, number, number, number, number]));
      expect(total(sample)).toBe(n);
      for (const category of categories) {
        sums[category] += sample[category] - tally[category];
        squares[category] += (sample[category] - tally[category]) ** 2;
      }
      products += (sample.M - tally.M) * (sample.O - tally.O);
    }
    for (const category of categories) {
      const variance = (tally[category] * (n - tally[category])) / n;
      expect(Math.abs(sums[category] / 2000)).toBeLessThanOrEqual(4 * Math.sqrt(variance / 2000) + 1e-9);
      if (variance > 0) expect(Math.abs(squares[category] / 2000 / variance - 1)).toBeLessThanOrEqual(0.15);
    }
    const covariance = (-tally.M * tally.O) / n;
    expect(Math.abs(products / 2000 / covariance - 1)).toBeLessThanOrEqual(0.15);
  }
});

test('a sample that ends early gets the same category however the rest of it falls', () => {
  let ended = 0;
  fc.assert(
    fc.property(smallCounts(30), anyRule, fc.constantFrom(0, 0.06, 0.3, 1), (tally, rule, lead) => {
      const category = categorise(tally, rule, lead);
      if (category === null) return;
      const own = categories.indexOf(category);
      const { order, draws, isSettled } = bootstrapPlan(tally, rule, lead, own);
      expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
      for (let sampled = 0; sampled < 20; sampled++) {
        let [known, left] = [0, 0];
        const isEarly = draws.draw((...asked) => {
          [known, left] = asked;
          return isSettled(...asked);
        });
        if (!isEarly) continue;
        ended++;
        const rest = order.slice(known);
        if (rest.length === 0) expect(categoryIndex(draws.drawn, rule, lead)).toBe(own);
        // All in one of the others, and halves of them in two.
        for (const first of rest)
          for (const second of rest) {
            const sample = draws.drawn.slice();
            for (const index of rest) sample[index] = 0;
            sample[first] = Math.ceil(left / 2);
            sample[second] = (sample[second] ?? 0) + Math.floor(left / 2);
            expect(categoryIndex(sample, rule, lead)).toBe(own);
          }
      }
    }),
    { numRuns: 300, seed: 5 },
  );
  expect(ended).toBeGreaterThan(1000);
});

test('the same counts and rule give the same figure, other ones their own', () => {
  const first = categoryRules.map((rule) => stability(transparentTransfers, rule, 0.06));
  expect(categoryRules.map((rule) => stability({ ...transparentTransfers }, rule, 0.06))).toEqual(first);
  expect(new Set(first).size).toBe(3);
  expect(stability(transparentTransfers, 'lead', 0.01)).not.toBe(first[2]);
});

test('nobody asked: none', () => {
  expect(stability(counts(0, 0, 0, 0), 'mode', 0.06)).toBeNull();
});

test('is a share, whatever the counts', () => {
  fc.assert(
    fc.property(anyCounts, anyRule, (tally, rule) => {
      const share = stability(tally, rule, 0.06);
      if (total(tally) === 0) expect(share).toBeNull();
      else expect(share !== null && share >= 0 && share <= 1).toBe(true);
    }),
    { numRuns: 40 },
  );
});

function sharesByRule(tally: Counts, rule: CategoryRule): Record<Category, number> {
  const times: Record<Category, number> = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
  const draw = bootstrapCategories(tally, rule, 0.06, categories.indexOf(categorise(tally, rule, 0.06) as Category));
  for (let drawn = 0; drawn < 2000; drawn++) times[categories[draw()] as Category] += 1;
  for (const category of categories) times[category] /= 2000;
  return times;
}

/** Adds up P(sample) over all samples of n respondents that get the same category. */
function exactStability(tally: Counts, rule: CategoryRule): number {
  const n = total(tally);
  const category = categorise(tally, rule, 0.06);
  const logFactorial = (k: number) => Array.from({ length: k }, (_, index) => Math.log(index + 1)).reduce((left, right) => left + right, 0);
  const factorials = Array.from({ length: n + 1 }, (_, k) => logFactorial(k));
  let probability = 0;
  const visit = (place: number, left: number, sample: Counts, log: number) => {
    const letter = categories[place];
    if (letter === undefined) {
      if (left === 0 && categorise(sample, rule, 0.06) === category) probability += Math.exp(log + (factorials[n] ?? 0));
      return;
    }
    const most = tally[letter] === 0 ? 0 : left;
    for (let k = place === 5 ? most : 0; k <= most; k++) {
      const term = k === 0 ? 0 : k * Math.log(tally[letter] / n) - (factorials[k] ?? 0);
      visit(place + 1, left - k, { ...sample, [letter]: k }, log + term);
    }
  };
  visit(0, n, counts(0, 0, 0, 0), 0);
  return probability;
}
