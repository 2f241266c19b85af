import { expect, test } from 'vitest';
import { meanImportance, refinedClass } from '../../../src/analysis/refinedClass.ts';

test.each([
  ['A', 7, 'highly-attractive'],
  ['A', 5, 'less-attractive'],
  ['O', 7, 'high-value-added'],
  ['O', 5, 'low-value-added'],
  ['M', 7, 'critical'],
  ['M', 5, 'necessary'],
  ['I', 7, 'potential'],
  ['I', 5, 'care-free'],
  ['R', 7, null],
  ['Q', 5, null],
] as const)('%s with importance %d, where the mean is 6', (category, importance, expected) => {
  expect(refinedClass(category, importance, 6)).toBe(expected);
});

test('as important as the mean is high, in spite of rounding', () => {
  const same = [6.1, 6.1, 6.1];
  expect(meanImportance(same)).not.toBe(6.1);
  expect(refinedClass('M', 6.1, meanImportance(same))).toBe('critical');
});

test('without a category or an importance there is none', () => {
  expect(refinedClass(null, 7, 6)).toBeNull();
  expect(refinedClass('M', null, 6)).toBeNull();
});

test('the mean leaves out features without an importance', () => {
  expect(meanImportance([4, null, 8])).toBe(6);
  expect(meanImportance([null])).toBeNull();
  expect(meanImportance([null, 4])).toBeNull();
});
