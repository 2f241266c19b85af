import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  categoryStrength,
  fongTest,
  leadingPair,
  multinomialZ,
  runnerUp,
  significantZ,
  totalStrength,
} from '../../../src/analysis/leadingPair.ts';
import { anyCounts } from './arbitraries.ts';
import { counts } from './product.ts';

const accurateDescription = counts(61, 22, 4, 10, 1, 2);

describe('Fong test', () => {
  test('the example of the command: 39 against 11.497', () => {
    expect(fongTest(accurateDescription)).toEqual({ difference: 39, threshold: expect.closeTo(11.497, 3), significant: true });
  });

  test('reaching the threshold exactly is significant, an answer less is not', () => {
    // Everyone in two categories and n = 2·40²: the threshold is 1.65·40 = 66.
    expect(fongTest(counts(1633, 1567, 0, 0))).toEqual({ difference: 66, threshold: 66, significant: true });
    expect(fongTest(counts(1632, 1568, 0, 0))).toEqual({ difference: 64, threshold: 66, significant: false });
  });

  test('Q counts in n but is never one of the two', () => {
    const test = fongTest(counts(10, 5, 0, 0, 0, 85));
    expect(test?.difference).toBe(5);
    expect(test?.threshold).toBeCloseTo(1.65 * Math.sqrt((15 * 185) / 200), 12);
  });

  test('nobody outside Q: no test', () => {
    expect(fongTest(counts(0, 0, 0, 0, 0, 9))).toBeNull();
    expect(fongTest(counts(0, 0, 0, 0))).toBeNull();
  });
});

describe('multinomial z', () => {
  test('the example of the command: 39/√83 = 4.28', () => {
    expect(multinomialZ(accurateDescription)).toBeCloseTo(4.28, 2);
    expect(multinomialZ(accurateDescription)).toBeCloseTo(39 / Math.sqrt(83), 12);
  });

  test('is stricter than Fong: 36 against 24 of 100 is significant there, ambiguous here', () => {
    const tally = counts(36, 24, 20, 20);
    expect(fongTest(tally)?.significant).toBe(true);
    expect(multinomialZ(tally)).toBeLessThan(significantZ);
  });

  test('nobody outside Q: no z', () => {
    expect(multinomialZ(counts(0, 0, 0, 0, 0, 9))).toBeNull();
  });
});

describe('leading pair and runner-up', () => {
  test('ties in the order M, O, A, I, R; Q left out', () => {
    expect(leadingPair(counts(5, 5, 5, 5, 5, 90))).toEqual(['M', 'O']);
    expect(leadingPair(counts(0, 0, 1, 2, 3, 90))).toEqual(['R', 'I']);
  });

  test('the runner-up is never the category itself, also where the rule did not choose the largest', () => {
    expect(runnerUp(accurateDescription, 'M')).toBe('O');
    expect(runnerUp(counts(32, 90, 88, 105, 15, 28), 'O')).toBe('I');
    expect(runnerUp(counts(1, 2, 0, 0, 0, 9), 'Q')).toBe('O');
  });

  test('there is none where everyone agrees or nobody was asked', () => {
    expect(runnerUp(counts(9, 0, 0, 0), 'M')).toBeNull();
    expect(runnerUp(counts(0, 0, 0, 0), null)).toBeNull();
  });

  test('nobody else is larger than the pair', () => {
    fc.assert(
      fc.property(anyCounts, (tally) => {
        const [first, second] = leadingPair(tally);
        const sorted = [tally.M, tally.O, tally.A, tally.I, tally.R].sort((left, right) => right - left);
        expect([tally[first], tally[second]]).toEqual(sorted.slice(0, 2));
        expect(first).not.toBe(second);
      }),
    );
  });
});

describe('strength', () => {
  test('the example of the command', () => {
    expect(totalStrength(accurateDescription)).toBe(0.87);
    expect(categoryStrength(accurateDescription)).toBe(0.39);
  });

  test('nobody asked: none', () => {
    expect(totalStrength(counts(0, 0, 0, 0))).toBeNull();
    expect(categoryStrength(counts(0, 0, 0, 0))).toBeNull();
  });
});
