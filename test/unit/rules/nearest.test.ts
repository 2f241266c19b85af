import { expect, test } from 'vitest';
import { nearest } from '../../../src/rules/nearest.ts';

test.each([
  ['stauts', ['status', 'stage'], 'status'],
  ['S', ['M', 'O', 'A'], null],
  ['m', ['O', 'M'], 'M'],
  ['a1', ['b9', 'a2', 'a0'], 'a0'],
  ['a1', ['a0', 'b9', 'a2'], 'a0'],
  ['something else', ['search', 'checkout'], null],
])('of %s the nearest among %j is %s', (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});
