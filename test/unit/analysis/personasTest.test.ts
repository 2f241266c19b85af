import { describe, expect, test } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import { personasTests } from '../../../src/analysis/personasTest.ts';
import type { Counts, Feature } from '../../../src/document/format/model.ts';
import { contextWith, counts } from './product.ts';

const context = contextWith();

function featureOf(tallies: Record<string, Partial<Counts>>): Feature {
  return { tallies: Object.entries(tallies).map(([persona, counts]) => (persona === 'nobody' ? { counts } : { persona, counts })) };
}

function testOf(...features: Record<string, Partial<Counts>>[]) {
  return personasTests(features.map((tallies) => analyseFeature(featureOf(tallies), context).personas));
}

test('by hand: 30 and 10 against 10 and 30', () => {
  // All expected counts are 20: χ² = 4·10²/20 = 20, V = √(20/80) = 0.5.
  expect(testOf({ a: { M: 30, A: 10 }, b: { M: 10, A: 30 } })).toEqual([
    {
      chiSquared: 20,
      degreesOfFreedom: 1,
      p: expect.closeTo(7.744e-6, 9),
      pAdjusted: expect.closeTo(7.744e-6, 9),
      cramersV: 0.5,
      disagree: true,
    },
  ]);
});

test('by hand: three personas, three categories', () => {
  // Row sums 60, 60, 60, column sums 75, 60, 45: expected 25, 20, 15 in each row.
  const [result] = testOf({ a: { M: 40, O: 15, A: 5 }, b: { M: 20, O: 30, A: 10 }, c: { M: 15, O: 15, A: 30 } });
  const byHand = (15 ** 2 + 5 ** 2 + 10 ** 2) / 25 + (5 ** 2 + 10 ** 2 + 5 ** 2) / 20 + (10 ** 2 + 5 ** 2 + 15 ** 2) / 15;
  expect(result).toMatchObject({
    chiSquared: expect.closeTo(byHand, 12),
    degreesOfFreedom: 4,
    cramersV: expect.closeTo(Math.sqrt(byHand / 360), 12),
  });
});

describe('disagree', () => {
  test('takes different categories: the same one by different majorities is no disagreement', () => {
    expect(testOf({ a: { M: 90, A: 10 }, b: { M: 60, A: 40 } })[0]).toMatchObject({ p: expect.closeTo(1.2e-6, 6), disagree: false });
  });

  test('takes significance: different categories by chance are no disagreement', () => {
    expect(testOf({ a: { M: 21, A: 20 }, b: { M: 20, A: 21 } })[0]).toMatchObject({ disagree: false });
  });

  test('is judged by the corrected p: what is significant alone may not be among many', () => {
    const moderate = { a: { M: 26, A: 16 }, b: { M: 16, A: 26 } };
    const even = { a: { M: 20, A: 20 }, b: { M: 20, A: 20 } };
    expect(testOf(moderate)[0]).toMatchObject({ p: expect.closeTo(0.0291, 4), disagree: true });
    expect(testOf(moderate, even)[0]).toMatchObject({ pAdjusted: expect.closeTo(0.0582, 4), disagree: false });
  });

  test('features without a test do not count among the many', () => {
    const moderate = { a: { M: 26, A: 16 }, b: { M: 16, A: 26 } };
    expect(testOf({}, moderate, { a: { M: 5 } }, { nobody: { M: 50 } })).toEqual([null, ...testOf(moderate), null, null]);
  });
});

describe('small expected counts', () => {
  test('personas that are opposites disagree, although nobody is indifferent', () => {
    expect(testOf({ a: counts(40, 5, 3, 2), b: counts(3, 5, 40, 2) })[0]).toMatchObject({
      degreesOfFreedom: 3,
      p: 1 / 100_001,
      disagree: true,
    });
  });

  test('three against three are no difference', () => {
    // One of the C(6,3) = 20 ways to deal six answers out, and its opposite, are as extreme.
    expect(testOf({ a: counts(3, 0, 0, 0), b: counts(0, 3, 0, 0) })[0]).toMatchObject({ p: expect.closeTo(0.1, 1), disagree: false });
  });

  test('R and Q stay apart', () => {
    expect(testOf({ a: counts(30, 10, 10, 10, 4, 3), b: counts(10, 30, 10, 10, 4, 3) })[0]).toMatchObject({
      degreesOfFreedom: 5,
      chiSquared: expect.closeTo(20, 12),
      disagree: true,
    });
  });
});

test('features in which all are of one opinion do not count among the many', () => {
  const moderate = { a: { M: 26, A: 16 }, b: { M: 16, A: 26 } };
  const same = { a: { M: 9 }, b: { M: 7 } };
  const nothing = { chiSquared: 0, degreesOfFreedom: 0, p: 1, pAdjusted: 1, cramersV: 0, disagree: false };
  expect(testOf(same, moderate, same)).toEqual([nothing, ...testOf(moderate), nothing]);
});

describe('there is no test', () => {
  test.each([
    ['without personas', { nobody: counts(9, 1, 5, 2) }],
    ['with one persona', { a: counts(9, 1, 5, 2) }],
    ['with one persona beside people without one', { a: counts(90, 10, 50, 20), nobody: counts(10, 90, 50, 20) }],
    ['with a second persona that nobody answered for', { a: counts(9, 1, 5, 2), b: counts(0, 0, 0, 0) }],
  ])('%s', (_, tallies) => {
    expect(testOf(tallies)).toEqual([null]);
  });
});
