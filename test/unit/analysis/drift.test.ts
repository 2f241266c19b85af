import { describe, expect, test } from 'vitest';
import { driftKind, isSignificantDrift } from '../../../src/analysis/drift.ts';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { DriftKind } from '../../../src/analysis/results.ts';
import { type Category, categories, type Tally } from '../../../src/document/format/model.ts';
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
  // Better 80/100 to 30/100: pooled 0.55; |Worse| 20/100 to 75/100: pooled 0.475.
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
    kind: 'other',
    betterZ: null,
    worseZ: null,
  });
  expect(driftOf({ counts: { M: 9 } }, { survey: 'spring', counts: { M: 5 } })).toMatchObject({ kind: null, betterZ: null, worseZ: null });
});

test('significant is 1.96 either way, for either coefficient', () => {
  expect(isSignificantDrift({ betterZ: 1.9599, worseZ: -1.9599 })).toBe(false);
  expect(isSignificantDrift({ betterZ: -1.96, worseZ: null })).toBe(true);
  expect(isSignificantDrift({ betterZ: null, worseZ: 1.96 })).toBe(true);
  expect(isSignificantDrift({ betterZ: null, worseZ: null })).toBe(false);
});

describe('kind', () => {
  const kinds: Record<Exclude<Category, 'R' | 'Q'>, Partial<Record<Category, DriftKind>>> = {
    A: { O: 'decay', M: 'decay', I: 'reversal' },
    O: { M: 'decay', A: 'reversal', I: 'reversal' },
    M: { O: 'reversal', A: 'reversal', I: 'reversal' },
    I: { A: 'emerging', O: 'emerging', M: 'emerging' },
  };

  test.each(categories.flatMap((before) => categories.map((after) => [before, after] as const)))('%s to %s', (before, after) => {
    const involvesOther = 'RQ'.includes(before) || 'RQ'.includes(after);
    const expected = before === after ? null : involvesOther ? 'other' : kinds[before as keyof typeof kinds][after];
    expect(driftKind(before, after)).toBe(expected);
  });
});
