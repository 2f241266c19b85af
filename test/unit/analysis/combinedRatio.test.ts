import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coefficientBase, coefficients } from '../../../src/analysis/coefficients.ts';
import { pool, total } from '../../../src/analysis/counts.ts';
import { combinedRatio } from '../../../src/analysis/statistics/combinedRatio.ts';
import type { Counts } from '../../../src/document/format/model.ts';
import { smallCounts } from './arbitraries.ts';
import { counts } from './product.ts';

test('by hand: half of the members have an opinion', () => {
  // Better among those with an opinion: (0.5·0.4 + 0.5·0.2) / (0.5·0.5 + 0.5·1) = 0.4, not the mean of 0.8 and 0.2.
  expect(
    better([
      [counts(0, 0, 4, 1, 5), 0.5],
      [counts(0, 0, 2, 8), 0.5],
    ]),
  ).toBeCloseTo(0.4, 12);
});

test('nobody has an opinion: none', () => {
  expect(better([[counts(0, 0, 0, 0, 5), 1]])).toBeNull();
});

test('is the coefficient of counts repeated until every persona has its share', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(smallCounts(30), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 }), (personas) => {
      const answered = personas.filter(([tally]) => total(tally) > 0);
      // As many respondents of a persona as its share says, times a number that every n divides.
      const multiple = answered.reduce((product, [tally]) => product * total(tally), 1);
      const repeated = answered.map(([tally, share]) => times(tally, (share * multiple) / total(tally)));
      expect(better(answered) ?? -1).toBeCloseTo(coefficients(pool(repeated)).better ?? -1, 9);
    }),
  );
});

test('with the shares of the sample it is the pooled coefficient', () => {
  fc.assert(
    fc.property(fc.array(smallCounts(60), { minLength: 1, maxLength: 4 }), (tallies) => {
      const answered = tallies.filter((tally) => total(tally) > 0);
      const all = total(pool(answered));
      expect(better(answered.map((tally) => [tally, total(tally) / all])) ?? -1).toBeCloseTo(coefficients(pool(answered)).better ?? -1, 12);
    }),
  );
});

function better(personas: readonly (readonly [Counts, number])[]): number | null {
  return combinedRatio(
    personas.map(([tally, share]) => {
      const n = total(tally);
      return { share, numerator: (tally.A + tally.O) / n, denominator: coefficientBase(tally) / n };
    }),
  );
}

function times({ M, O, A, I, R, Q }: Counts, factor: number): Counts {
  return counts(M * factor, O * factor, A * factor, I * factor, R * factor, Q * factor);
}
