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
  test('R and Q are pooled where that helps', () => {
    const a = counts(30, 10, 10, 10, 4, 3);
    const b = counts(10, 30, 10, 10, 4, 3);
    const [result] = testOf({ a, b });
    expect(result?.degreesOfFreedom).toBe(4);
    expect(result?.disagree).toBe(true);
    expect(result?.chiSquared).toBeCloseTo(20, 12);
  });

  test('R and Q stay apart where they can', () => {
    expect(testOf({ a: counts(30, 10, 10, 10, 8, 8), b: counts(10, 30, 10, 10, 8, 8) })[0]?.degreesOfFreedom).toBe(5);
  });

  test('exactly a fifth of the expected counts may be under 5', () => {
    // Ten cells, two of them 4.5.
    expect(testOf({ a: counts(30, 10, 10, 10, 5), b: counts(10, 30, 10, 10, 4) })[0]).toMatchObject({
      degreesOfFreedom: 4,
      disagree: true,
    });
  });

  test('nothing is said where pooling does not help', () => {
    expect(testOf({ a: counts(3, 1, 2, 0, 1, 1), b: counts(0, 3, 1, 2, 1, 0) })[0]).toMatchObject({ disagree: null });
    // One expected count under 1 is enough.
    expect(testOf({ a: counts(300, 100, 100, 100, 1), b: counts(100, 300, 100, 100) })[0]).toMatchObject({ disagree: null });
  });
});

describe('there is no test', () => {
  test.each([
    ['without personas', { nobody: counts(9, 1, 5, 2) }],
    ['with one persona', { a: counts(9, 1, 5, 2) }],
    ['with one persona beside people without one', { a: counts(90, 10, 50, 20), nobody: counts(10, 90, 50, 20) }],
    ['with a second persona that nobody answered for', { a: counts(9, 1, 5, 2), b: counts(0, 0, 0, 0) }],
    ['where all are of one opinion', { a: counts(9, 0, 0, 0), b: counts(7, 0, 0, 0) }],
  ])('%s', (_, tallies) => {
    expect(testOf(tallies)).toEqual([null]);
  });
});
