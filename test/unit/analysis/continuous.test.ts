import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continuousAnalysis } from '../../../src/analysis/continuous.ts';
import { countsFromAnswers } from '../../../src/analysis/evaluationTable.ts';
import type { Answers, Counts } from '../../../src/document/format/model.ts';
import { anyAnswers } from './arbitraries.ts';

const published = (
  JSON.parse(readFileSync(new URL('../../fixtures/published/kano-tables.json', import.meta.url), 'utf8')) as {
    id: string;
    features: { name: string; counts: Counts; published: { continuous: { functional: number; dysfunctional: number } } }[];
  }[]
).find(({ id }) => id === 'astranchet-audioconf-continuous');
const respondents = readFileSync(new URL('../../fixtures/published/audioconf-answers.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(',').slice(1));

describe('AudioConf survey', () => {
  test('all of it is here', () => {
    expect(respondents).toHaveLength(106);
    expect(published?.features).toHaveLength(8);
  });

  test.each((published?.features ?? []).map((feature, index) => ({ ...feature, index })))(
    '$name',
    ({ counts, published: printed, index }) => {
      const pairs = respondents.map((answers) => [answers[2 * index] ?? '', answers[2 * index + 1] ?? ''] as const);
      const complete = tableOf(pairs.filter(([functional, dysfunctional]) => functional !== '' && dysfunctional !== ''));
      expect(countsFromAnswers(complete, 'standard')).toEqual(counts);
      const paired = continuousAnalysis([complete]);
      // The source takes each question by itself, with those who left out the other: a neutral stands in for that other one here.
      const functional = continuousAnalysis([
        tableOf(pairs.filter(([answer]) => answer !== '').map(([answer]) => [answer, '3'])),
      ])?.functional;
      const dysfunctional = continuousAnalysis([
        tableOf(pairs.filter(([, answer]) => answer !== '').map(([, answer]) => ['3', answer])),
      ])?.dysfunctional;
      expect(functional?.mean.toFixed(2)).toBe(printed.continuous.functional.toFixed(2));
      expect(dysfunctional?.mean.toFixed(2)).toBe(printed.continuous.dysfunctional.toFixed(2));
      expect(Math.abs((paired?.functional.mean ?? Number.NaN) - printed.continuous.functional)).toBeLessThan(0.025);
      expect(Math.abs((paired?.dysfunctional.mean ?? Number.NaN) - printed.continuous.dysfunctional)).toBeLessThan(0.025);
    },
  );
});

test('by hand: three answers', () => {
  const answers = [[0, 0, 0, 0, 2], [], [1]];
  // Functional 4, 4, 0: mean 8/3, variance (2·(4/3)² + (8/3)²)/2 = 16/3. Dysfunctional 4, 4, −2: mean 2, variance 24/2.
  expect(continuousAnalysis([answers])).toEqual({
    functional: { mean: 8 / 3, sd: expect.closeTo(Math.sqrt(16 / 3), 12), se: expect.closeTo(4 / 3, 12), n: 3 },
    dysfunctional: { mean: 2, sd: expect.closeTo(Math.sqrt(12), 12), se: expect.closeTo(2, 12), n: 3 },
  });
});

test('one answer has a mean and no deviation; none has nothing', () => {
  expect(continuousAnalysis([[[], [0, 1]]])).toEqual({
    functional: { mean: 2, sd: null, se: null, n: 1 },
    dysfunctional: { mean: -1, sd: null, se: null, n: 1 },
  });
  expect(continuousAnalysis([[[]]])).toBeNull();
  expect(continuousAnalysis([])).toBeNull();
});

test('several tallies are one, in any order', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (left, right) => {
      const sum = left.map((row, index) => row.map((count, column) => count + (right[index]?.[column] ?? 0)));
      expect(continuousAnalysis([left, right])).toEqual(continuousAnalysis([sum]));
      expect(continuousAnalysis([right, left])).toEqual(continuousAnalysis([left, right]));
    }),
  );
});

function tableOf(pairs: readonly (readonly [string, string])[]): Answers {
  const table = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  for (const [functional, dysfunctional] of pairs) {
    const row = table[Number(functional) - 1] as number[];
    row[Number(dysfunctional) - 1] = (row[Number(dysfunctional) - 1] ?? 0) + 1;
  }
  return table;
}
