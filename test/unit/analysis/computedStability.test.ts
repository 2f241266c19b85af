import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categorise } from '../../../src/analysis/categoryRules.ts';
import { computedStability } from '../../../src/analysis/computedStability.ts';
import { total } from '../../../src/analysis/counts.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../../../src/document/format/model.ts';
import { counts } from './product.ts';

/** From 60 answers on. */
const tallies = fc
  .tuple(fc.integer({ min: 60, max: 90 }), fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }))
  .map(([n, weights]) => {
    const shares = weights.map((weight) => weight ** 2);
    const sum = shares.reduce((left, right) => left + right, 1e-9);
    return counts(...(shares.map((share) => Math.round((n * share) / sum)) as [number, number, number, number, number, number]));
  })
  .filter((tally) => total(tally) >= 60);

describe('a stability that is computed', () => {
  it.each([
    ['mode', 0, 0.0005],
    ['berger', 0, 0.0002],
    ['lead', 0.02, 0.003],
    ['lead', 0.06, 0.003],
    ['lead', 0.1, 0.003],
  ] as const)('is that of all samples, summed up (%s, %s)', (rule, lead, tolerance) => {
    let computed = 0;
    fc.assert(
      fc.property(tallies, (tally) => {
        const share = computedStability(tally, rule, lead);
        if (share === null) return;
        computed++;
        expect(Math.abs(share - bySumming(tally, rule, lead))).toBeLessThan(tolerance);
      }),
      { numRuns: 25, seed: 11 },
    );
    expect(computed).toBeGreaterThan(8);
  });

  it('counts ties as the rule does', () => {
    for (const tally of [
      counts(20, 20, 5, 5),
      counts(20, 0, 5, 25),
      counts(0, 25, 0, 0, 25),
      counts(0, 0, 0, 0, 30, 30),
      counts(15, 15, 15, 15),
    ]) {
      for (const rule of ['mode', 'berger'] as const)
        expect(computedStability(tally, rule, 0) ?? -1).toBeCloseTo(bySumming(tally, rule, 0), 3);
    }
  });

  it('is left to draws where it would not be right, or take too long', () => {
    expect(computedStability(counts(0, 0, 0, 0), 'berger', 0)).toBeNull();
    expect(computedStability(counts(1400, 1300, 200, 101), 'berger', 0)).toBeNull();
    expect(computedStability(counts(1400, 1300, 200, 100), 'berger', 0)).not.toBeNull();
    for (const [tally, lead] of [
      [counts(25, 22, 6, 6), 0.06],
      [counts(40, 35, 4, 0), 0.06],
      [counts(40, 35, 20, 10), 0.11],
    ] as const)
      expect(computedStability(tally, 'lead', lead)).toBeNull();
    expect(computedStability(counts(40, 35, 20, 10), 'lead', 0.1)).not.toBeNull();
  });
});

/** Chances of samples by what they have of each category so far, of those that get the same category by the rule: the sum over all of them. */
function bySumming(tally: Counts, rule: CategoryRule, lead: number): number {
  const own = categorise(tally, rule, lead) as Category;
  const n = total(tally);
  const frequencies = categories.map((category) => tally[category]);
  const side = (index: number) => index < 3;
  const place = categories.indexOf(own);
  const at = (mean: number, from: number, to: number) => truncated(mean, n, from, to);
  let sum = 0;
  if (rule === 'berger') {
    for (let value = 0; value <= n; value++) {
      const cells = frequencies.flatMap((mean, index) => {
        if (index === place) return [at(mean, value, value)];
        return side(index) === side(place) ? [at(mean, 0, index < place ? value - 1 : value)] : [];
      });
      const ownSide = cells.reduce((left, right) => convolved(left, right));
      const others = frequencies.flatMap((mean, index) => (side(index) === side(place) ? [] : [at(mean, 0, n)])).reduce(convolved);
      for (let own = 0; own <= n; own++)
        if (side(place) ? own > n - own : own >= n - own) sum += (ownSide[own] as number) * (others[n - own] as number);
    }
  } else {
    const margin = rule === 'lead' ? lead * n + 1e-9 : 0;
    for (let largest = 0; largest <= n; largest++) {
      const least = Math.ceil(largest - margin);
      const upTo = (limit: number) =>
        frequencies
          .map((mean, index) => {
            // Reverse and Questionable have to be the largest themselves.
            if (index === place) return at(mean, rule === 'lead' && place < 4 ? least : largest, limit);
            if (rule === 'lead' && index < Math.min(place, 4)) return at(mean, 0, least - 1);
            return at(mean, 0, place >= 4 || rule === 'mode' ? (index < place ? largest - 1 : limit) : limit);
          })
          .reduce(convolved)[n] as number;
      sum += upTo(largest) - upTo(largest - 1);
    }
  }
  return sum / (truncated(n, n, 0, n)[n] as number);
}

/** The chances of a Poisson variable between two values. */
function truncated(mean: number, n: number, from: number, to: number): readonly number[] {
  let chance = Math.exp(-mean);
  return Array.from({ length: n + 1 }, (_, value) => {
    if (value > 0) chance *= mean / value;
    return value >= from && value <= to ? chance : 0;
  });
}

function convolved(left: readonly number[], right: readonly number[]): readonly number[] {
  const sums = left.map(() => 0);
  left.forEach((chance, index) => {
    if (chance > 0)
      for (let other = 0; index + other < sums.length; other++)
        sums[index + other] = (sums[index + other] ?? 0) + chance * (right[other] ?? 0);
  });
  return sums;
}
