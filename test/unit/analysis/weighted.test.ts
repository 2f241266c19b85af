import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { CategoryRule, Counts } from '../../../src/document/format/model.ts';
import { smallCounts } from './arbitraries.ts';
import { contextWith, counts } from './product.ts';

const shares = new Map([
  ['member', 0.4],
  ['guest', 0.6],
  ['rare', 0],
  ['third', 1 / 3],
  ['endless', Number.POSITIVE_INFINITY],
  ['none', Number.NaN],
  ['negative', -0.5],
]);

function weighted(tallies: Record<string, Partial<Counts>>, rule: CategoryRule = 'mode') {
  const feature = {
    tallies: Object.entries(tallies).map(([persona, counts]) => (persona === 'nobody' ? { counts } : { persona, counts })),
  };
  return analyseFeature(feature, contextWith({ shares, settings: { rule } })).weighted;
}

test('by hand: forty members for every sixty guests, whoever happened to answer', () => {
  const result = weighted({ member: counts(80, 10, 10, 0), guest: counts(1, 1, 7, 1) });
  expect(result?.category).toBe('A');
  expect(result?.better).toBeCloseTo(0.4 * 0.2 + 0.6 * 0.8, 12);
  expect(result?.worse).toBeCloseTo(-(0.4 * 0.9 + 0.6 * 0.2), 12);
});

test('a persona whose answers give no coefficient is left out of it, but not of the category', () => {
  const result = weighted({ member: counts(80, 10, 10, 0), guest: counts(0, 0, 0, 0, 10) });
  expect(result).toEqual({ category: 'R', better: expect.closeTo(0.2, 12), worse: expect.closeTo(-0.9, 12) });
});

test('is null where anyone who answered has no persona or no share, or all shares are 0', () => {
  expect(weighted({ member: counts(9, 0, 0, 0), nobody: counts(1, 0, 0, 0) })).toBeNull();
  expect(weighted({ member: counts(9, 0, 0, 0), stranger: counts(1, 0, 0, 0) })).toBeNull();
  expect(weighted({ rare: counts(9, 0, 0, 0) })).toBeNull();
  expect(weighted({})).toBeNull();
});

test('a persona with a share of 0 counts for nothing, one whose share is no share makes it null', () => {
  const member = counts(80, 10, 10, 0);
  expect(weighted({ member, rare: counts(0, 0, 0, 90) })).toEqual(weighted({ member }));
  for (const persona of ['endless', 'none', 'negative'])
    expect([persona, weighted({ member, [persona]: counts(1, 0, 0, 0) })]).toEqual([persona, null]);
});

test('without anybody who could miss it there is no Worse', () => {
  expect(weighted({ member: counts(0, 0, 0, 0, 10) })).toMatchObject({ category: 'R', better: null, worse: null });
});

test('a persona that nobody of answered does not matter', () => {
  expect(weighted({ member: counts(9, 1, 0, 0), stranger: {} })?.category).toBe('M');
});

test('a tie between personas stays a tie, and goes to the first category, in spite of rounding', () => {
  // 0.4·0 + 0.6·7/10 and 0.4·9/10 + 0.6·1/10 are 0.42 both, but in binary the second is larger by a bit.
  expect(0.4 * 0.9 + 0.6 * 0.1).toBeGreaterThan(0.4 * 0 + 0.6 * 0.7);
  expect(weighted({ member: counts(0, 9, 0, 1), guest: counts(7, 1, 0, 2) })?.category).toBe('M');
});

test('−0 does not appear', () => {
  expect(Object.is(weighted({ member: counts(0, 0, 4, 4) })?.worse, 0)).toBe(true);
});

test('what is tied in counts is tied in proportions: A + O + M = I + R + Q is not more', () => {
  expect(weighted({ third: { M: 94, O: 2, A: 21, I: 37, R: 6, Q: 74 } }, 'berger')?.category).toBe('Q');
});

test('one persona with a share weighs like no persona at all', () => {
  fc.assert(
    fc.property(smallCounts(100), fc.constantFrom('mode', 'berger', 'lead'), (tally, rule: CategoryRule) => {
      const result = weighted({ third: tally }, rule);
      const { n, category, better, worse } = analyseFeature({ tally }, contextWith({ settings: { rule } }));
      if (n === 0) expect(result).toBeNull();
      else {
        expect(result?.category).toBe(category);
        expect(result?.better ?? -9).toBeCloseTo(better ?? -9, 12);
        expect(result?.worse ?? -9).toBeCloseTo(worse ?? -9, 12);
      }
    }),
  );
});
