import { expect, test } from 'vitest';
import { rowInDirection } from '../../../src/page/table/rowKeyboard.ts';

const keys = ['a', 'b', 'c'];

test.each([
  ['ArrowDown', 'a', 'b'],
  ['ArrowDown', 'c', null],
  ['ArrowUp', 'b', 'a'],
  ['ArrowUp', 'a', null],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['x', 'a', null],
  ['ArrowDown', null, null],
  ['End', 'gone', null],
])('%s from row %s leads to %s', (pressed, focused, target) => {
  expect(rowInDirection(pressed, focused, keys)).toBe(target);
});
