import { expect, test } from 'vitest';
import { moved } from '../../../src/analysis/comparison/compareFeature.ts';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { Counts } from '../../../src/document/format/model.ts';
import { contextWith, counts } from './product.ts';

const context = contextWith();
const of = (tally: Counts) => analyseFeature({ tally }, context);
const before = of(counts(61, 22, 4, 10, 1, 2));

test('nothing, for the same numbers and for a few answers more', () => {
  expect(moved(before, of(counts(61, 22, 4, 10, 1, 2)))).toBeNull();
  expect(moved(before, of(counts(64, 23, 4, 11, 1, 2)))).toBeNull();
});

test('the category', () => {
  expect(moved(before, of(counts(40, 43, 4, 10, 1, 2)))).toEqual({ category: true, better: true, worse: false });
});

test('an estimate out of the old interval, 0.190 to 0.364 and −0.912 to −0.772', () => {
  expect(moved(before, of(counts(62, 36, 0, 2)))).toEqual({ category: false, better: false, worse: true });
  expect(moved(before, of(counts(60, 20, 0, 20)))).toBeNull();
  expect(moved(before, of(counts(60, 15, 0, 25)))).toEqual({ category: false, better: true, worse: true });
});

test('the new estimate is held against the old interval, not the other way round', () => {
  const few = of(counts(3, 1, 0, 1));
  expect(moved(few, before)).toBeNull();
  expect(moved(of(counts(300, 100, 0, 100)), of(counts(4, 0, 0, 2)))).toEqual({ category: false, better: true, worse: true });
});

test('without an estimate or an interval only the category can move', () => {
  const nobody = of(counts(0, 0, 0, 0));
  expect(moved(nobody, before)).toEqual({ category: true, better: false, worse: false });
  expect(moved(before, nobody)).toEqual({ category: true, better: false, worse: false });
  expect(moved(nobody, nobody)).toBeNull();
});
