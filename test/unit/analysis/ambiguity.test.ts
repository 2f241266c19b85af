import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ambiguity } from '../../../src/analysis/ambiguity.ts';
import { categorise, categoryIndex } from '../../../src/analysis/categoryRules.ts';
import { noCounts, total } from '../../../src/analysis/counts.ts';
import { forEachBootstrapDraw, stability } from '../../../src/analysis/stability.ts';
import { type Category, type CategoryRule, categories } from '../../../src/document/format/model.ts';
import { smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

const clear = { isAmbiguous: false, rival: null };

describe('mode', () => {
  test('is ambiguous where the two largest counts do not differ significantly', () => {
    expect(ambiguity(counts(36, 24, 20, 20), 'mode', 0.06)).toEqual({ isAmbiguous: true, rival: 'O' });
    expect(ambiguity(counts(45, 24, 20, 11), 'mode', 0.06)).toEqual(clear);
  });

  test('up to 40 answers in both by the exact test', () => {
    expect(ambiguity(counts(26, 13, 0, 0), 'mode', 0.06).isAmbiguous).toBe(true);
    expect(ambiguity(counts(27, 13, 0, 0), 'mode', 0.06).isAmbiguous).toBe(false);
  });

  test('contradictory answers are a category like any other', () => {
    expect(ambiguity(counts(40, 2, 1, 3, 0, 38), 'mode', 0.06)).toEqual({ isAmbiguous: true, rival: 'Q' });
    expect(ambiguity(counts(38, 2, 1, 3, 0, 40), 'mode', 0.06)).toEqual({ isAmbiguous: true, rival: 'M' });
  });
});

describe('the other rules answer their own question', () => {
  test('Berger: 304 against 303', () => {
    expect(ambiguity(counts(46, 71, 187, 258, 19, 26), 'berger', 0.06)).toEqual({ isAmbiguous: true, rival: 'I' });
  });

  test('Berger: the category has the third-largest count', () => {
    expect(ambiguity(counts(0, 2, 14, 6, 12, 0), 'berger', 0.06)).toEqual({ isAmbiguous: true, rival: 'A' });
  });

  test('lead: I leads by more than 6 % of the answers, and in many draws M does not stay behind', () => {
    expect(ambiguity(counts(21, 20, 20, 30, 26, 0), 'lead', 0.06)).toEqual({ isAmbiguous: true, rival: 'M' });
  });

  test('the rival is what the other draws of the stability give most often, where they give one plainly more often than the next', () => {
    fc.assert(
      fc.property(smallCounts(40), fc.constantFrom<CategoryRule>('berger', 'lead'), (tally, rule) => {
        const category = categorise(tally, rule, 0.06);
        const times: Record<Category, number> = { ...noCounts };
        forEachBootstrapDraw(tally, (drawn) => {
          const other = categories[categoryIndex(drawn, rule, 0.06) ?? -1];
          if (other && other !== category) times[other]++;
        });
        const [first, second] = categories.toSorted((left, right) => times[right] - times[left]);
        if (!first || !second || times[first] < 200 || times[second] * 3 > times[first]) return;
        expect(ambiguity(tally, rule, 0.06)).toEqual({ isAmbiguous: true, rival: first });
      }),
      { numRuns: 60 },
    );
  });

  test('a clear majority is clear by every rule', () => {
    expect(ambiguity(counts(80, 5, 5, 10), 'berger', 0.06)).toEqual(clear);
    expect(ambiguity(counts(80, 5, 5, 10), 'lead', 0.06)).toEqual(clear);
  });

  test('agree with the stability, except just around .975', () => {
    const rule = fc.constantFrom<CategoryRule>('berger', 'lead');
    fc.assert(
      fc.property(smallCounts(40), rule, (tally, chosen) => {
        const share = stability(tally, chosen, 0.06);
        const { isAmbiguous, rival } = ambiguity(tally, chosen, 0.06);
        if (share === null || share >= 0.975) expect(isAmbiguous).toBe(false);
        else if (share < 0.95) expect(isAmbiguous).toBe(true);
        expect(rival !== null).toBe(isAmbiguous);
        expect(ambiguity({ ...tally }, chosen, 0.06)).toEqual({ isAmbiguous, rival });
      }),
      { numRuns: 150 },
    );
  });
});

test('under mode, z and the exact test say what the stability says, except around .975', () => {
  fc.assert(
    fc.property(smallCounts(60), (tally) => {
      const share = stability(tally, 'mode', 0.06);
      if (share === null || total(tally) < 30) return;
      const { isAmbiguous } = ambiguity(tally, 'mode', 0.06);
      if (share < 0.9) expect(isAmbiguous).toBe(true);
      if (share > 0.99) expect(isAmbiguous).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('nobody asked: nothing is ambiguous', () => {
  for (const rule of ['mode', 'berger', 'lead'] as const) expect(ambiguity(counts(0, 0, 0, 0), rule, 0.06)).toEqual(clear);
});
