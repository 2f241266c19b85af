import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categorise, categoriseByEveryRule } from '../../../src/analysis/categoryRules.ts';
import { coefficients } from '../../../src/analysis/coefficients.ts';
import { total } from '../../../src/analysis/counts.ts';
import {
  type Category,
  type CategoryRule,
  type Counts,
  categories,
  categoryRules,
  defaultAnalysisSettings,
} from '../../../src/document/format/model.ts';
import { anyCounts, anyLead, anyRule, smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

describe('where the rules part on published data', () => {
  test.each<[string, Counts, Record<CategoryRule, Category>]>([
    ['REPPL 2022, transparent transfers', counts(32, 90, 88, 105, 15, 28), { mode: 'I', berger: 'O', lead: 'O' }],
    ['Brand & Rese 2026, free WiFi (304 against 303)', counts(46, 71, 187, 258, 19, 26), { mode: 'I', berger: 'A', lead: 'I' }],
    ['stp25kano, hotline', counts(15, 24, 121, 124, 6, 6), { mode: 'I', berger: 'A', lead: 'A' }],
    ['stp25kano, loan machine', counts(65, 87, 93, 51, 0, 0), { mode: 'A', berger: 'A', lead: 'O' }],
    ['proofofthepudding.be, feature 1', counts(9, 10, 1, 2, 3, 0), { mode: 'O', berger: 'O', lead: 'M' }],
    ['Fowler, feature 5 (exact tie)', counts(28, 7, 28, 20, 11, 6), { mode: 'M', berger: 'M', lead: 'M' }],
    ['qrm-kano, heating mode', counts(0, 2, 14, 6, 12, 0), { mode: 'A', berger: 'R', lead: 'A' }],
  ])('%s', (_, tally, expected) => {
    expect(categoriseByEveryRule(tally, defaultAnalysisSettings)).toEqual(expected);
  });
});

describe('exact ties', () => {
  test.each<[CategoryRule, Counts, Category]>([
    ['mode', counts(7, 7, 7, 7, 7, 7), 'M'],
    ['mode', counts(0, 7, 7, 7, 7, 7), 'O'],
    ['mode', counts(0, 0, 7, 7, 7, 7), 'A'],
    ['mode', counts(0, 0, 0, 7, 7, 7), 'I'],
    ['mode', counts(0, 0, 0, 0, 7, 7), 'R'],
    ['berger', counts(7, 7, 7, 5, 5, 5), 'M'],
    ['berger', counts(0, 7, 7, 5, 5, 0), 'O'],
    ['berger', counts(0, 0, 7, 3, 3, 3), 'I'],
    ['berger', counts(0, 0, 7, 0, 5, 5), 'R'],
    ['lead', counts(7, 7, 7, 7, 7, 7), 'M'],
    ['lead', counts(0, 0, 0, 7, 7, 7), 'I'],
    ['lead', counts(0, 0, 0, 0, 7, 7), 'R'],
  ])('%s of %o is %s', (rule, tally, expected) => {
    expect(categorise(tally, rule, 0.06)).toBe(expected);
  });
});

describe('berger', () => {
  test('half and half is not wanted: strictly more must be for it', () => {
    expect(categorise(counts(0, 0, 10, 6, 4, 0), 'berger', 0)).toBe('I');
    expect(categorise(counts(0, 0, 11, 6, 4, 0), 'berger', 0)).toBe('A');
  });
});

describe('lead', () => {
  test('a category exactly lead·n behind is among the leading ones, one answer more is not', () => {
    expect(categorise(counts(40, 0, 46, 14), 'lead', 0.06)).toBe('M');
    expect(categorise(counts(39, 0, 46, 15), 'lead', 0.06)).toBe('A');
  });

  test.each([0.01, 0.03, 0.06, 0.07, 0.1, 0.14, 0.28, 0.29, 0.57, 0.58])(
    'rounding in the product %d·n does not shift that border',
    (lead) => {
      for (const n of [100, 1e4, 1e6, 1e9]) {
        const gap = Math.round(lead * n);
        const behind = Math.floor((n - gap) / 2);
        const rest = n - behind - (behind + gap);
        expect(categorise(counts(behind, 0, behind + gap, rest), 'lead', lead)).toBe('M');
        expect(categorise(counts(behind - 1, 0, behind + gap, rest + 1), 'lead', lead)).toBe('A');
      }
    },
  );

  test('nor does it for billions, where the product is off by more than the slack for small numbers', () => {
    expect(1_927_500_000 - 0.285 * 3e9 - 1e-9).toBeGreaterThan(1_072_500_000);
    expect(categorise(counts(1_072_500_000, 0, 1_927_500_000, 0), 'lead', 0.285)).toBe('M');
  });

  test('R and Q win only where none of the four is near', () => {
    expect(categorise(counts(0, 0, 0, 45, 50, 5), 'lead', 0.06)).toBe('I');
    expect(categorise(counts(0, 0, 0, 43, 50, 7), 'lead', 0.06)).toBe('R');
    expect(categorise(counts(0, 0, 0, 10, 43, 47), 'lead', 0.06)).toBe('Q');
  });

  test('without a lead it is the mode', () => {
    fc.assert(
      fc.property(anyCounts, (tally) => {
        expect(categorise(tally, 'lead', 0)).toBe(categorise(tally, 'mode', 0));
      }),
    );
  });
});

test('nobody asked means no category, by any rule', () => {
  for (const rule of categoryRules) expect(categorise(counts(0, 0, 0, 0), rule, 0.06)).toBeNull();
});

test('every rule gives one of the categories that somebody is in', () => {
  fc.assert(
    fc.property(anyCounts, anyRule, anyLead, (tally, rule, lead) => {
      const category = categorise(tally, rule, lead);
      if (total(tally) === 0) expect(category).toBeNull();
      else if (lead < 0.1 || rule !== 'lead') expect(tally[category as Category]).toBeGreaterThan(0);
      else expect(categories).toContain(category);
    }),
  );
});

test('ten times the respondents with the same opinions give the same category and coefficients', () => {
  fc.assert(
    fc.property(
      smallCounts(500),
      fc.constantFrom(2, 10, 1000, 1_000_000),
      anyRule,
      fc.constantFrom(0.05, 0.06, 0.1),
      (tally, factor, rule, lead) => {
        const scaled = Object.fromEntries(categories.map((category) => [category, tally[category] * factor])) as Counts;
        expect(categorise(scaled, rule, lead)).toBe(categorise(tally, rule, lead));
        const [few, many] = [coefficients(tally), coefficients(scaled)];
        expect(many.better).toBe(few.better);
        expect(many.worse).toBe(few.worse);
      },
    ),
  );
});
