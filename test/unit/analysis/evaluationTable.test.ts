import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { total } from '../../../src/analysis/counts.ts';
import { categoryOfAnswers, countsFromAnswers } from '../../../src/analysis/evaluationTable.ts';
import type { Answers, EvaluationTable } from '../../../src/document/format/model.ts';
import { anyAnswers, anyTable } from './arbitraries.ts';
import { counts } from './product.ts';

const [like, mustBe, neutral, liveWith, dislike] = [0, 1, 2, 3, 4] as const;

test.each(['standard', 'pouliot'] as const)(
  '%s: who likes to have it and dislikes to miss it wants it one-dimensionally; the other way round is reverse',
  (table) => {
    expect(categoryOfAnswers(like, dislike, table)).toBe('O');
    expect(categoryOfAnswers(dislike, like, table)).toBe('R');
    expect(categoryOfAnswers(like, neutral, table)).toBe('A');
    expect(categoryOfAnswers(neutral, like, table)).toBe('R');
    expect(categoryOfAnswers(neutral, dislike, table)).toBe('M');
    expect(categoryOfAnswers(dislike, neutral, table)).toBe('R');
    expect(categoryOfAnswers(like, like, table)).toBe('Q');
    expect(categoryOfAnswers(dislike, dislike, table)).toBe('Q');
    expect(categoryOfAnswers(neutral, neutral, table)).toBe('I');
  },
);

test('the tables differ in the two pairs that Pouliot calls questionable, and nowhere else', () => {
  const differing: string[] = [];
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) {
      const pair = [categoryOfAnswers(row, column, 'standard'), categoryOfAnswers(row, column, 'pouliot')];
      if (pair[0] !== pair[1]) differing.push(`${row},${column} ${pair.join('→')}`);
    }
  }
  expect(differing).toEqual([`${mustBe},${mustBe} I→Q`, `${liveWith},${liveWith} I→Q`]);
});

test.each<[EvaluationTable, ReturnType<typeof counts>]>([
  ['standard', counts(3, 1, 3, 9, 7, 2)],
  ['pouliot', counts(3, 1, 3, 7, 7, 4)],
])('%s: one respondent in every cell', (table, expected) => {
  const oneEach = Array.from({ length: 5 }, () => [1, 1, 1, 1, 1]);
  expect(countsFromAnswers(oneEach, table)).toEqual(expected);
});

test('the pairing of answers is kept: the same margins give other categories', () => {
  const consistent = [[0, 0, 0, 0, 5], [0], [0], [0], [5, 0, 0, 0, 0]];
  const contradictory = [[5, 0, 0, 0, 0], [0], [0], [0], [0, 0, 0, 0, 5]];
  expect(countsFromAnswers(consistent, 'standard')).toEqual(counts(0, 5, 0, 0, 5, 0));
  expect(countsFromAnswers(contradictory, 'standard')).toEqual(counts(0, 0, 0, 0, 0, 10));
});

test('the example of the format: delivery within two days', () => {
  const answers = [
    [0, 2, 4, 1, 22],
    [0, 0, 3, 2, 31],
    [0, 1, 4, 1, 20],
    [0, 0, 1, 0, 9],
    [1, 0, 0, 0, 2],
  ];
  expect(countsFromAnswers(answers, 'standard')).toEqual(counts(60, 22, 7, 12, 1, 2));
});

test('a blank is not an answer, not neutral: missing cells count nobody', () => {
  expect(countsFromAnswers([], 'standard')).toEqual(counts(0, 0, 0, 0));
  expect(countsFromAnswers([[1], [], [2, Number.NaN, -3, Number.POSITIVE_INFINITY]], 'standard')).toEqual(counts(0, 0, 0, 0, 2, 1));
});

test('answers that are none throw instead of becoming a category', () => {
  expect(() => categoryOfAnswers(5, 0, 'standard')).toThrow(RangeError);
  expect(() => categoryOfAnswers(0, -1, 'standard')).toThrow(RangeError);
});

test('every respondent lands in exactly one category', () => {
  fc.assert(
    fc.property(anyAnswers, anyTable, (answers, table) => {
      expect(total(countsFromAnswers(answers, table))).toBe(answers.flat().reduce((left, right) => left + right, 0));
    }),
  );
});

test('the order in which respondents are asked changes nothing', () => {
  const respondent = fc.tuple(fc.nat(4), fc.nat(4));
  const respondents = fc
    .array(respondent, { maxLength: 40 })
    .chain((asked) => fc.tuple(fc.constant(asked), fc.shuffledSubarray(asked, { minLength: asked.length })));
  fc.assert(
    fc.property(respondents, anyTable, ([asked, shuffled], table) => {
      expect(countsFromAnswers(tableOf(shuffled), table)).toEqual(countsFromAnswers(tableOf(asked), table));
    }),
  );
});

function tableOf(pairs: readonly (readonly [number, number])[]): Answers {
  const answers = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  for (const [row, column] of pairs) (answers[row] as number[])[column] = (answers[row]?.[column] ?? 0) + 1;
  return answers;
}
