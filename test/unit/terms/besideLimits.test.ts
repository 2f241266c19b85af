import { expect, test } from 'vitest';
import { shareBeside, statisticBeside } from '../../../src/terms/numbers.ts';

test.each([
  [5 / 49, 0.1, '10.2 %'],
  [0.1, 0.1, '10 %'],
  [0.25, 0.1, '25 %'],
  [0.096, 0.1, '9.6 %'],
])('a share of %d beside %d is %s', (value, limit, text) => {
  expect(shareBeside(value, limit)).toBe(text);
});

test.each([
  [1.9583, 1.96, '1.958'],
  [1.96, 1.96, '1.96'],
  [3.368, 1.96, '3.37'],
])('a statistic of %d beside %d is %s', (value, limit, text) => {
  expect(statisticBeside(value, limit)).toBe(text);
});
