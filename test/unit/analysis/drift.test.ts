import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { driftKind } from '../../../src/analysis/drift.ts';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import { analyseProduct } from '../../../src/analysis/productAnalysis.ts';
import type { DriftKind } from '../../../src/analysis/results.ts';
import { type Category, type Counts, categories, type Feature, type Tally } from '../../../src/document/format/model.ts';
import { smallCounts } from './arbitraries.ts';
import { contextWith, counts } from './product.ts';

const context = contextWith({
  surveys: [
    { id: 'spring', date: '2026-03-01' },
    { id: 'summer', date: '2026-06-01', wording: 'short' },
    { id: 'autumn', date: '2026-09-01' },
    { id: 'winter', date: '2026-12-01', wording: 'short' },
  ],
});
const driftOf = (...tallies: Tally[]) => analyseFeature({ tallies }, context).drift;

test('by hand: a delight becomes an expectation', () => {
  // Better 80/100 to 30/100: pooled 0.55; |Worse| 20/100 to 75/100: pooled 0.475; R 3/105 to 0/105: pooled 3/210; Q 2/105 to 5/105.
  const drift = driftOf(
    { survey: 'spring', counts: counts(5, 15, 65, 15, 3, 2) },
    { survey: 'autumn', counts: counts(60, 15, 15, 10, 0, 5) },
  );
  expect(drift).toEqual({
    from: 'spring',
    to: 'autumn',
    categories: ['A', 'M'],
    kind: 'decay',
    betterZ: expect.closeTo(-0.5 / Math.sqrt(0.55 * 0.45 * 0.02), 12),
    worseZ: expect.closeTo(0.55 / Math.sqrt(0.475 * 0.525 * 0.02), 12),
    reverseZ: expect.closeTo(-3 / 105 / Math.sqrt((3 / 210) * (207 / 210) * (2 / 105)), 12),
    questionableZ: expect.closeTo(3 / 105 / Math.sqrt((7 / 210) * (203 / 210) * (2 / 105)), 12),
    test: expect.objectContaining({ degreesOfFreedom: 5, isSignificant: true }),
    fewestAnswers: 105,
  });
});

describe('which survey it is measured against', () => {
  const category = (letter: Category): Tally => ({ counts: { [letter]: 40 } });

  test('the one before with the same wording', () => {
    const all = [
      { survey: 'spring', ...category('A') },
      { survey: 'summer', ...category('R') },
      { survey: 'autumn', ...category('O') },
      { survey: 'winter', ...category('M') },
    ];
    expect(driftOf(...all)).toMatchObject({ from: 'summer', to: 'winter', categories: ['R', 'M'] });
    expect(driftOf(...all.slice(0, 3))).toMatchObject({ from: 'spring', to: 'autumn', categories: ['A', 'O'] });
  });

  test('the last of several with the same wording', () => {
    expect(driftOf(category('I'), { survey: 'spring', ...category('A') }, { survey: 'autumn', ...category('O') })).toMatchObject({
      from: 'spring',
      to: 'autumn',
    });
  });

  test('none of the same wording, no drift', () => {
    expect(driftOf({ survey: 'spring', ...category('A') }, { survey: 'summer', ...category('M') })).toBeNull();
    expect(driftOf({ survey: 'spring', ...category('A') })).toBeNull();
    expect(driftOf()).toBeNull();
  });

  test('absent wordings are equal, also of tallies without a survey', () => {
    expect(driftOf(category('I'), { survey: 'spring', ...category('A') })).toMatchObject({ from: null, to: 'spring', kind: 'emerging' });
  });

  test('a survey without answers is passed over', () => {
    const tallies = [
      { survey: 'spring', ...category('A') },
      { survey: 'autumn', counts: {} },
    ];
    expect(driftOf(...tallies)).toBeNull();
    expect(driftOf(category('I'), ...tallies)).toMatchObject({ from: null, to: 'spring' });
  });
});

test('no coefficient, no z; all or nothing in both, no z either', () => {
  expect(driftOf({ counts: { R: 9 } }, { survey: 'spring', counts: { M: 9 } })).toMatchObject({
    kind: 'acceptance',
    betterZ: null,
    worseZ: null,
  });
  expect(driftOf({ counts: { M: 9 } }, { survey: 'spring', counts: { M: 5 } })).toMatchObject({ kind: null, betterZ: null, worseZ: null });
});

describe('the share that rejects it', () => {
  test('by hand: half of all customers turn to Reverse, which Better and Worse cannot show', () => {
    const drift = driftOf({ survey: 'spring', counts: counts(120, 0, 0, 80) }, { survey: 'autumn', counts: counts(60, 0, 0, 40, 100) });
    expect(drift).toMatchObject({
      kind: 'rejection',
      betterZ: null,
      worseZ: 0,
      reverseZ: expect.closeTo(0.5 / Math.sqrt(0.25 * 0.75 * 0.01), 12),
    });
    expect(drift?.test.p).toBeLessThan(1e-25);
  });

  test('by hand: half of all customers begin to contradict themselves', () => {
    const drift = driftOf({ survey: 'spring', counts: counts(120, 0, 0, 80) }, { survey: 'autumn', counts: counts(60, 0, 0, 40, 0, 100) });
    expect(drift).toMatchObject({
      kind: 'other',
      betterZ: null,
      worseZ: 0,
      reverseZ: null,
      questionableZ: expect.closeTo(0.5 / Math.sqrt(0.25 * 0.75 * 0.01), 12),
    });
    expect(drift?.test.isSignificant).toBe(true);
  });
});

describe('which features have drifted', () => {
  const changed = (id: string, before: Partial<Counts>, after: Partial<Counts>): Feature => ({
    id,
    tallies: [
      { survey: 'spring', counts: before },
      { survey: 'autumn', counts: after },
    ],
  });
  const productOf = (...features: Feature[]) => analyseProduct({ context, features, touchpoints: [], stages: [], metrics: [] });
  const drifted = (...features: Feature[]) => {
    const product = productOf(...features);
    return features.filter((feature) => product.hasDrifted(analyseFeature(feature, context).drift)).map(({ id }) => id);
  };

  test('those with another category and a significant difference', () => {
    expect(
      drifted(
        changed('a', { A: 80, M: 20 }, { A: 20, M: 80 }),
        changed('same-category', { A: 60, I: 40 }, { A: 95, I: 5 }),
        changed('chance', { A: 52, M: 48 }, { A: 48, M: 52 }),
      ),
    ).toEqual(['a']);
  });

  test('not two answers against two', () => {
    expect(drifted(changed('a', { A: 2 }, { M: 2 }))).toEqual([]);
  });

  test('what is significant alone may be chance among many', () => {
    const close = changed('close', { A: 57, M: 43 }, { A: 43, M: 57 });
    const even = Array.from({ length: 5 }, (_, index) => changed(`even-${index}`, { A: 50, M: 50 }, { A: 50, M: 50 }));
    expect(drifted(close)).toEqual(['close']);
    expect(drifted(close, ...even)).toEqual([]);
    // Unanimous features, and those of one survey, are no tests.
    const untestable = Array.from({ length: 5 }, (_, index) => changed(`same-${index}`, { A: 50 }, { A: 50 }));
    expect(drifted(close, ...untestable, { id: 'one', tally: { A: 50 } })).toEqual(['close']);
  });

  test('are those whose corrected p is below .05, whatever the product', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(smallCounts(30), smallCounts(30)), { maxLength: 12 }), (pairs) => {
        const features = pairs.map(([before, after], index) => changed(`f${index}`, before, after));
        const product = productOf(...features);
        for (const feature of features) {
          const { drift } = analyseFeature(feature, context);
          const corrected = product.drift(feature);
          expect(product.hasDrifted(drift)).toBe(corrected !== null && corrected.kind !== null && corrected.pAdjusted < 0.05);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('kind', () => {
  const kinds: Record<Category, Partial<Record<Category, DriftKind>>> = {
    A: { O: 'decay', M: 'decay', I: 'reversal', R: 'rejection', Q: 'other' },
    O: { M: 'decay', A: 'reversal', I: 'reversal', R: 'rejection', Q: 'other' },
    M: { O: 'reversal', A: 'reversal', I: 'reversal', R: 'rejection', Q: 'other' },
    I: { A: 'emerging', O: 'emerging', M: 'emerging', R: 'rejection', Q: 'other' },
    R: { M: 'acceptance', O: 'acceptance', A: 'acceptance', I: 'acceptance', Q: 'other' },
    Q: { M: 'other', O: 'other', A: 'other', I: 'other', R: 'other' },
  };

  test.each(categories.flatMap((before) => categories.map((after) => [before, after] as const)))('%s to %s', (before, after) => {
    expect(driftKind(before, after)).toBe(before === after ? null : kinds[before][after]);
  });
});
