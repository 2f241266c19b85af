import { describe, expect, it, test } from 'vitest';
import {
  coefficient,
  count,
  interval,
  measure,
  nameList,
  pValue,
  share,
  shareBeside,
  signedChange,
  signedShare,
  statisticBeside,
} from '../../../src/terms/numbers.ts';
import { inBoth } from './speak.ts';

describe('numbers', () => {
  it.each<[string, () => string, string, string]>([
    ['a coefficient', () => coefficient(0.268), '0.27', '0.27'],
    ['a negative coefficient has a real minus', () => coefficient(-0.856), '\u22120.86', '\u22120.86'],
    ['nothing is left of a tiny negative', () => coefficient(-0.001), '0.00', '0.00'],
    ['no coefficient', () => coefficient(null), '–', '–'],
    ['a share', () => share(0.61), '61%', '61%'],
    ['no share', () => share(null), '–', '–'],
    ['a grouped count', () => count(1234567), '1,234,567', '1,234,567'],
    ['a measured value', () => measure(24.5), '24.5', '24.5'],
    ['a measured negative value', () => measure(-3), '\u22123', '\u22123'],
    ['a rise', () => signedChange(0.123), '+0.12', '+0.12'],
    ['a fall', () => signedChange(-0.123), '\u22120.12', '\u22120.12'],
    ['no change', () => signedChange(0.001), '0.00', '0.00'],
    ['a relative change', () => signedShare(0.208), '+21%', '+21%'],
    ['an interval', () => interval([0.19, 0.364]), '0.19–0.36', '0.19–0.36'],
    ['an interval below zero', () => interval([-0.912, -0.772]), '\u22120.91 to \u22120.77', '\u22120.91 至 \u22120.77'],
    ['an interval that ends at zero', () => interval([-0.1, 0]), '\u22120.10 to 0.00', '\u22120.10 至 0.00'],
    ['no interval', () => interval(null), '–', '–'],
    ['a p-value', () => pValue(0.0123), 'p = 0.012', 'p = 0.012'],
    ['a p-value is never zero', () => pValue(1e-9), 'p < 0.001', 'p < 0.001'],
    ['no p-value', () => pValue(null), '–', '–'],
    ['names in a row', () => nameList(['a', 'b', 'c']), 'a, b and c', 'a、b 和 c'],
    [
      'words in a row',
      () => nameList(['2 项状态变更', '2 项排名变动', '“b”']),
      '2 项状态变更, 2 项排名变动 and “b”',
      '2 项状态变更、2 项排名变动和“b”',
    ],
    ['a number behind a word', () => nameList(['状态', '2 项']), '状态 and 2 项', '状态和 2 项'],
    ['names that are conjunctions', () => nameList(['和', 'b和c']), '和 and b和c', '和和 b和c'],
    ['names to choose from', () => nameList(['a', 'b'], 'disjunction'), 'a or b', 'a 或 b'],
  ])('%s', (_case, say, english, chinese) => {
    expect(inBoth(say)).toEqual([english, chinese]);
  });
});

test.each([
  [5 / 49, 0.1, '10.2%'],
  [0.1, 0.1, '10%'],
  [0.25, 0.1, '25%'],
  [0.096, 0.1, '9.6%'],
  [0.10002, 0.1, '10.002%'],
  [0.100_000_001, 0.1, '10.0000001%'],
])('a share of %d beside %d is %s', (value, limit, text) => {
  expect(shareBeside(value, limit)).toBe(text);
});

test.each([
  [1.9583, 1.96, '1.958'],
  [1.96, 1.96, '1.96'],
  [1.9599, 1.96, '1.9599'],
  [3.368, 1.96, '3.37'],
])('a statistic of %d beside %d is %s', (value, limit, text) => {
  expect(statisticBeside(value, limit)).toBe(text);
});
