import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { rivalOf } from '../../../src/analysis/ambiguity.ts';
import { categorise } from '../../../src/analysis/categoryRules.ts';
import { multinomialZ } from '../../../src/analysis/leadingPair.ts';
import { benjaminiHochberg } from '../../../src/analysis/statistics/benjaminiHochberg.ts';
import { contingencyTest } from '../../../src/analysis/statistics/contingencyTest.ts';
import { holm } from '../../../src/analysis/statistics/holm.ts';
import type { CategoryRule, Counts } from '../../../src/document/format/model.ts';
import { counts } from './product.ts';

/**
 * What the decisions are worth in products of 40 features whose truth is known, because the answers are drawn from it. The draws are seeded:
 * the figures that docs/method.md names are those of these very products.
 */
type Shares = readonly [M: number, O: number, A: number, I: number, R: number, Q: number];
type Correction = (pValues: readonly number[], tests: number) => readonly number[];

const attractive: Shares = [0.15, 0.2, 0.4, 0.2, 0.03, 0.02];
const mustBe: Shares = [0.4, 0.2, 0.15, 0.2, 0.03, 0.02];
const reverse: Shares = [0.08, 0.1, 0.2, 0.18, 0.4, 0.04];
const mostlyAttractive: Shares = [0.1, 0.15, 0.5, 0.2, 0.03, 0.02];
const mostlyMustBe: Shares = [0.5, 0.15, 0.1, 0.2, 0.03, 0.02];

/** As 40, 5, 3 and 2 of 50. */
const nearlyAllMustBe: Shares = [0.8, 0.1, 0.06, 0.04, 0, 0];
const nearlyAllAttractive: Shares = [0.06, 0.1, 0.8, 0.04, 0, 0];

const features = 40;
const changed = 8;

describe('drift', () => {
  test.each([
    [50, 1],
    [100, 3],
  ])('nothing changed, %d answers a survey: %d of 100 products report one, at most 8 may', (n, measured) => {
    const random = seeded(n);
    let reporting = 0;
    for (let product = 0; product < 100; product++) {
      const truths = Array.from({ length: features }, () => anyShares(random));
      const found = decisions(
        truths.map((shares) => [survey(random, shares, n), survey(random, shares, n)]),
        benjaminiHochberg,
      );
      if (found.includes(true)) reporting++;
    }
    expect(reporting).toBeLessThanOrEqual(8);
    expect(reporting).toBe(measured);
  });

  test.each([
    ['must-be', 0.9625, mustBe],
    ['reverse', 1, reverse],
  ] as const)(
    'a true change from attractive to %s in 8 of 40 features, 100 answers a survey: at least .8 are found, here %d',
    (_, measured, after) => {
      const found = shareFound(100, [attractive, after], benjaminiHochberg);
      expect(found).toBeGreaterThanOrEqual(0.8);
      expect(found).toBe(measured);
    },
  );
});

test('personas that differ less, 40 % against 15 % in two categories: 50 answers each find fewer than a third, the limit that the method names', () => {
  expect(shareFound(50, [attractive, mustBe], holm)).toBe(0.2875);
});

test('personas with opposite categories in 8 of 40 features, 50 answers each: at least 65 % are found', () => {
  const found = shareFound(50, [mostlyAttractive, mostlyMustBe], holm);
  expect(found).toBeGreaterThanOrEqual(0.65);
  expect(found).toBe(0.95);
});

test('personas with one category each, 80 % against 80 %: all are found', () => {
  expect(shareFound(50, [nearlyAllMustBe, nearlyAllAttractive], holm)).toBe(1);
});

describe('categories of 2,000 features, wrong where the truth has another one', () => {
  test.each([
    [50, 0.171],
    [100, 0.125],
    [300, 0.078],
  ])('under mode with %d answers: clear ones in under 1 %, of the others about a quarter', (n, measured) => {
    const { all, clear, ambiguous } = wrongCategories(n, 'mode');
    expect(all).toBe(measured);
    expect(clear).toBeLessThan(0.01);
    expect(Math.abs(ambiguous - 0.25)).toBeLessThan(0.05);
  });

  test.each<[CategoryRule, number]>([
    ['mode', 0.0031],
    ['berger', 0.0363],
    ['lead', 0.017],
  ])('with 300 answers under %s: z calls more clear that are wrong', (rule, measured) => {
    const { clear, clearByZ } = wrongCategories(300, rule);
    expect(clearByZ).toBeCloseTo(measured, 4);
    expect(clear).toBeLessThan(0.005);
  });
});

/** The share of wrong categories among all, those that are not ambiguous, those that are, and those whose two largest counts differ by z. */
function wrongCategories(n: number, rule: CategoryRule) {
  const random = seeded(n);
  const features = Array.from({ length: 2000 }, () => {
    const truth = anyShares(random);
    const answers = survey(random, truth, n);
    return {
      isWrong: categorise(answers, rule, 0.06) !== categorise(counts(...truth), rule, 0.06),
      isClear: rivalOf(answers, rule, 0.06) === null,
      isClearByZ: (multinomialZ(answers) ?? 0) >= 1.96,
    };
  });
  const wrongOf = (among: typeof features) => among.filter(({ isWrong }) => isWrong).length / among.length;
  return {
    all: wrongOf(features),
    clear: wrongOf(features.filter(({ isClear }) => isClear)),
    ambiguous: wrongOf(features.filter(({ isClear }) => !isClear)),
    clearByZ: wrongOf(features.filter(({ isClearByZ }) => isClearByZ)),
  };
}

/** The share of truly changed features that are found, over 10 products. */
function shareFound(n: number, [before, after]: readonly [Shares, Shares], correction: Correction): number {
  const random = seeded(n);
  const products = 10;
  let found = 0;
  for (let product = 0; product < products; product++) {
    const pairs = Array.from({ length: features }, (_, feature) => {
      const shares = feature < changed ? before : anyShares(random);
      return [survey(random, shares, n), survey(random, feature < changed ? after : shares, n)] as const;
    });
    found += decisions(pairs, correction)
      .slice(0, changed)
      .filter((isFound) => isFound).length;
  }
  return found / (products * changed);
}

/** Whether the two groups of each feature have different categories and differ significantly among all features. */
function decisions(pairs: readonly (readonly [Counts, Counts])[], correction: Correction): readonly boolean[] {
  const tests = pairs.map((pair) => contingencyTest(pair));
  const counted = tests.filter((test) => test?.isTest).length;
  const significant = tests.flatMap((test) => (test?.isSignificant ? [test] : []));
  const adjusted = correction(
    significant.map(({ p }) => p),
    counted,
  );
  return pairs.map(([first, second], index) => {
    const test = tests[index];
    const place = test ? significant.indexOf(test) : -1;
    return place >= 0 && (adjusted[place] ?? 1) < 0.05 && categorise(first, 'mode', 0) !== categorise(second, 'mode', 0);
  });
}

/** Shares as features have them: any weights for M, O, A, I, few Reverse and Questionable. */
function anyShares(random: () => number): Shares {
  const weights = [random(), random(), random(), random()].map((weight) => weight * weight + 0.02);
  const sum = weights.reduce((left, right) => left + right, 0);
  const [M = 0, O = 0, A = 0, I = 0] = weights.map((weight) => (0.94 * weight) / sum);
  return [M, O, A, I, 0.04, 0.02];
}

function survey(random: () => number, shares: Shares, n: number): Counts {
  const drawn: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (let respondent = 0; respondent < n; respondent++) {
    let rest = random();
    let category = 0;
    while (category < 5 && rest >= (shares[category] ?? 0)) {
      rest -= shares[category] ?? 0;
      category++;
    }
    drawn[category] = (drawn[category] ?? 0) + 1;
  }
  return counts(...drawn);
}

function seeded(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
