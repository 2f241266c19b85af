import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersNeededFor, rivalOf } from '../../../src/analysis/ambiguity.ts';
import { bootstrapCategories } from '../../../src/analysis/bootstrap.ts';
import { categorise } from '../../../src/analysis/categoryRules.ts';
import { noCounts, total } from '../../../src/analysis/counts.ts';
import { chanceOfFailure, decidingComparisons } from '../../../src/analysis/decidingComparisons.ts';
import { multinomialZ } from '../../../src/analysis/leadingPair.ts';
import { bootstrapSamples, stability } from '../../../src/analysis/stability.ts';
import { binomialP } from '../../../src/analysis/statistics/binomialTest.ts';
import { type Category, type CategoryRule, type Counts, categories } from '../../../src/document/format/model.ts';
import { anyRule, smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

describe('mode', () => {
  test('is ambiguous where the two largest counts do not differ significantly', () => {
    expect(rivalOf(counts(36, 24, 20, 20), 'mode', 0.06)).toBe('O');
    expect(rivalOf(counts(45, 24, 20, 11), 'mode', 0.06)).toBeNull();
  });

  test('up to 40 answers in both by the exact test', () => {
    expect(rivalOf(counts(26, 13, 0, 0), 'mode', 0.06)).toBe('O');
    expect(rivalOf(counts(27, 13, 0, 0), 'mode', 0.06)).toBeNull();
  });

  test('contradictory answers are a category like any other', () => {
    expect(rivalOf(counts(40, 2, 1, 3, 0, 38), 'mode', 0.06)).toBe('Q');
    expect(rivalOf(counts(38, 2, 1, 3, 0, 40), 'mode', 0.06)).toBe('M');
  });
});

describe('one definition: the stability under the chosen rule', () => {
  test('is ambiguous where several categories follow closely, although z finds a clear lead over each', () => {
    const tally = counts(44, 26, 26, 26, 26);
    expect(multinomialZ(tally)).toBeGreaterThan(2.1);
    expect(stability(tally, 'mode', 0.06)).toBeLessThan(0.975);
    expect(rivalOf(tally, 'mode', 0.06)).toBe('O');
  });

  test('is clear where z is a little under 1.96, and the same category comes out in 97.5% of the draws', () => {
    const tally = counts(88, 64, 0, 0);
    expect(multinomialZ(tally)).toBeLessThan(1.96);
    expect(stability(tally, 'mode', 0.06)).toBeGreaterThanOrEqual(0.975);
    expect(rivalOf(tally, 'mode', 0.06)).toBeNull();
  });

  test.each<CategoryRule>(['mode', 'berger', 'lead'])(
    '%s: below .975, and up to 40 answers in a comparison the exact test besides',
    (rule) => {
      let ambiguous = 0;
      let exact = 0;
      const check = (tally: Counts) => {
        const category = categorise(tally, rule, 0.06);
        if (category === null || total(tally) < 30) return;
        const isUnstable = (stability(tally, rule, 0.06) ?? 1) < 0.975;
        const isTooClose = decidingComparisons(tally, rule, 0.06, category).some(
          ({ larger, smaller, margin }) => margin === 0 && larger + smaller <= 40 && binomialP(larger, smaller) >= 0.05,
        );
        expect(rivalOf(tally, rule, 0.06) !== null).toBe(isUnstable || isTooClose);
        expect(rivalOf(tally, rule, 0.06)).not.toBe(category);
        if (isUnstable) ambiguous++;
        else if (isTooClose) exact++;
      };
      fc.assert(fc.property(smallCounts(60), check), { numRuns: 1500, seed: 28 });
      fc.assert(fc.property(smallCounts(14), check), { numRuns: 300, seed: 28 });
      check(counts(22, 11, 6, 10, 2, 1));
      // Near .975, where it matters.
      for (let lead = 10; lead < 30; lead++) check(counts(60 + lead, 60, 15, 5));
      expect(ambiguous).toBeGreaterThan(100);
      if (rule !== 'lead') expect(exact).toBeGreaterThan(0);
    },
  );
});

describe('the other rules answer their own question', () => {
  test('Berger: 304 against 303', () => {
    expect(rivalOf(counts(46, 71, 187, 258, 19, 26), 'berger', 0.06)).toBe('I');
  });

  test('Berger: the category has the third-largest count', () => {
    expect(rivalOf(counts(0, 2, 14, 6, 12, 0), 'berger', 0.06)).toBe('A');
  });

  test('lead: I leads by more than 6% of the answers, and in many draws M does not stay behind', () => {
    expect(rivalOf(counts(21, 20, 20, 30, 26, 0), 'lead', 0.06)).toBe('M');
  });

  test('a clear majority is clear by every rule', () => {
    expect(rivalOf(counts(80, 5, 5, 10), 'berger', 0.06)).toBeNull();
    expect(rivalOf(counts(80, 5, 5, 10), 'lead', 0.06)).toBeNull();
  });
});

test.each<CategoryRule>(['mode', 'berger', 'lead'])('nothing is ambiguous under 30 answers, or without any: %s', (rule) => {
  expect(rivalOf(counts(0, 0, 0, 0), rule, 0.06)).toBeNull();
  expect(rivalOf(counts(15, 14, 0, 0), rule, 0.06)).toBeNull();
  expect(rivalOf(counts(15, 15, 0, 0), rule, 0.06)).not.toBeNull();
});

/** A bootstrap as textbooks write it: n respondents drawn one by one, with another generator, and the rule in other words. */
function plainBootstrap(tally: Counts, rule: CategoryRule, samples: number): Readonly<Record<Category, number>> {
  const respondents = categories.flatMap((category) => Array.from({ length: tally[category] }, () => category));
  const random = mulberry32(7);
  const times = { ...noCounts };
  for (let sample = 0; sample < samples; sample++) {
    const drawn = { ...noCounts };
    for (let index = 0; index < respondents.length; index++) drawn[respondents[Math.floor(random() * respondents.length)] as Category] += 1;
    times[plainCategory(drawn, rule)] += 1;
  }
  return times;
}

function plainCategory(drawn: Counts, rule: CategoryRule): Category {
  const firstLargest = (among: readonly Category[]) =>
    among.reduce((best, category) => (drawn[category] > drawn[best] ? category : best), among[0] as Category);
  if (rule === 'berger') return firstLargest(drawn.M + drawn.O + drawn.A > drawn.I + drawn.R + drawn.Q ? ['M', 'O', 'A'] : ['I', 'R', 'Q']);
  const mode = firstLargest(categories);
  if (rule === 'mode') return mode;
  const near = (['M', 'O', 'A', 'I'] as const).find((category) => drawn[category] >= drawn[mode] - 0.06 * total(drawn) - 1e-9);
  return near ?? mode;
}

test('a plain bootstrap calls the same features ambiguous, and names the same rival where one is plainly the most frequent', () => {
  const samples = 1500;
  let ambiguous = 0;
  fc.assert(
    fc.property(smallCounts(40), fc.constantFrom<CategoryRule>('mode', 'berger', 'lead'), (tally, rule) => {
      const category = categorise(tally, rule, 0.06);
      if (category === null || total(tally) < 30) return;
      const times = plainBootstrap(tally, rule, samples);
      const rival = rivalOf(tally, rule, 0.06);
      const share = times[category] / samples;
      if (share > 0.99) expect(rival).toBeNull();
      if (share < 0.95) expect(rival).not.toBeNull();
      if (rival === null) return;
      ambiguous++;
      const [first, second] = categories.filter((other) => other !== category).sort((left, right) => times[right] - times[left]);
      if (first && second && times[first] >= 150 && times[second] * 3 <= times[first]) expect(rival).toBe(first);
    }),
    { numRuns: 200, seed: 12 },
  );
  expect(ambiguous).toBeGreaterThan(40);
});

test('draws are left out only where the normal distribution is far enough from .975 on either side', () => {
  const leftOut = { stable: 0, unstable: 0 };
  fc.assert(
    fc.property(smallCounts(80), anyRule, (tally, rule) => {
      const category = categorise(tally, rule, 0.06);
      if (category === null || total(tally) < 30) return;
      const { least, most } = chanceOfFailure(decidingComparisons(tally, rule, 0.06, category), total(tally));
      const others = 1 - (stability(tally, rule, 0.06) ?? 0);
      // Four standard errors of a share of 2,000 draws, and what the normal distribution is off.
      const slack = 4 * Math.sqrt((others * (1 - others)) / 2000) + 0.1 * others + 0.001;
      expect(others).toBeLessThanOrEqual(most + slack);
      if (rule !== 'lead') expect(others).toBeGreaterThanOrEqual(least - slack);
      if (most < 0.0145) leftOut.stable++;
      if (rule !== 'lead' && least > 0.042) leftOut.unstable++;
    }),
    { numRuns: 600, seed: 3 },
  );
  expect(leftOut.stable).toBeGreaterThan(10);
  expect(leftOut.unstable).toBeGreaterThan(100);
});

describe('answers needed', () => {
  test.each([
    [counts(20, 50, 15, 15), 59],
    [counts(45, 30, 15, 10), 260],
    [counts(35, 29, 20, 16), 1393],
    [counts(32, 90, 88, 105, 15, 28), 2433],
  ])('under mode by the two leading shares: %o', (tally, expected) => {
    expect(answersNeededFor(tally, 'mode', 0.06, rivalOf(tally, 'mode', 0.06))).toBe(expected);
  });

  test('under berger by the two sides, where these are closer than two categories', () => {
    // 304 against 303: as if those were two categories.
    expect(
      answersNeededFor(counts(46, 71, 187, 258, 19, 26), 'berger', 0.06, rivalOf(counts(46, 71, 187, 258, 19, 26), 'berger', 0.06)),
    ).toBeGreaterThan(1e6);
    // 60 against 40 is farther apart than O 32 and A 28.
    expect(answersNeededFor(counts(0, 32, 28, 40), 'berger', 0.06, rivalOf(counts(0, 32, 28, 40), 'berger', 0.06))).toBe(
      answersNeededFor(counts(10, 32, 28, 20, 10), 'mode', 0.06, rivalOf(counts(10, 32, 28, 20, 10), 'mode', 0.06)),
    );
  });

  test('under lead by the distance from the lead that decides', () => {
    // I leads by exactly 16%, M needs to come within 6%: 10% in between.
    const both = 0.7;
    const expected = (1.959964 * Math.sqrt(both - 0.06 ** 2) + 0.841621 * Math.sqrt(both - 0.16 ** 2)) ** 2 / 0.1 ** 2;
    expect(answersNeededFor(counts(27, 3, 2, 43, 15, 10), 'lead', 0.06, rivalOf(counts(27, 3, 2, 43, 15, 10), 'lead', 0.06))).toBe(
      Math.ceil(expected),
    );
  });

  test('a tie, or nobody asked: no number', () => {
    expect(answersNeededFor(counts(20, 20, 5, 5), 'mode', 0.06, rivalOf(counts(20, 20, 5, 5), 'mode', 0.06))).toBeNull();
    expect(answersNeededFor(counts(0, 0, 0, 0), 'mode', 0.06, rivalOf(counts(0, 0, 0, 0), 'mode', 0.06))).toBeNull();
  });

  test('more than were asked, wherever the category is ambiguous', () => {
    fc.assert(
      fc.property(smallCounts(60), fc.constantFrom<CategoryRule>('mode', 'berger', 'lead'), (tally, rule) => {
        if (rivalOf(tally, rule, 0.06) === null) return;
        const needed = answersNeededFor(tally, rule, 0.06, rivalOf(tally, rule, 0.06));
        if (needed !== null) expect(needed).toBeGreaterThan(total(tally));
      }),
    );
  });

  test.each<[CategoryRule, Counts]>([
    ['mode', counts(45, 30, 15, 10)],
    ['berger', counts(30, 14, 12, 34, 6, 4)],
    ['lead', counts(27, 3, 2, 43, 15, 10)],
  ])('so many make the category clear in about 80%% of surveys: %s', (rule, tally) => {
    const needed = answersNeededFor(tally, rule, 0.06, rivalOf(tally, rule, 0.06)) ?? 0;
    const category = categorise(tally, rule, 0.06);
    const random = mulberry32(11);
    const respondents = categories.flatMap((each) => Array.from({ length: tally[each] }, () => each));
    const surveys = 200;
    let clear = 0;
    for (let survey = 0; survey < surveys; survey++) {
      const drawn = { ...noCounts };
      for (let index = 0; index < needed; index++) drawn[respondents[Math.floor(random() * respondents.length)] as Category] += 1;
      if (categorise(drawn, rule, 0.06) === category && rivalOf(drawn, rule, 0.06) === null) clear++;
    }
    expect(clear / surveys).toBeGreaterThan(0.7);
    expect(clear / surveys).toBeLessThan(0.9);
  });
});

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('the rival is the category that all 2,000 draws give most often beside that of the answers, where they tell', () => {
  let compared = 0;
  const check = (tally: Counts, rule: CategoryRule) => {
    const category = categorise(tally, rule, 0.06);
    if (category === null || total(tally) < 30 || (stability(tally, rule, 0.06) ?? 1) >= 0.975) return;
    const draw = bootstrapCategories(tally, rule, 0.06, categories.indexOf(category));
    const times = new Map<Category, number>();
    for (let drawn = 0; drawn < bootstrapSamples; drawn++) {
      const other = categories[draw()];
      if (other !== undefined && other !== category) times.set(other, (times.get(other) ?? 0) + 1);
    }
    const [[first, most] = ['M', 0], [, second] = ['M', 0]] = [...times].sort(([, left], [, right]) => right - left);
    if (most < second * 1.15) return;
    compared++;
    expect([tally, rule, rivalOf(tally, rule, 0.06)]).toEqual([tally, rule, first]);
  };
  fc.assert(fc.property(smallCounts(60), fc.constantFrom<CategoryRule>('berger', 'lead'), check), { numRuns: 300, seed: 5 });
  expect(compared).toBeGreaterThan(100);
});
