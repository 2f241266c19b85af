import { describe, expect, it } from 'vitest';
import { answerReader, importanceReader } from '../../../src/survey/answers/cellReaders.ts';
import { answerLabel, answerText } from '../../../src/terms/labels.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { inBoth } from '../terms/speak.ts';

const read = answerReader();

describe('answers', () => {
  it('are those of the questionnaire, in both languages', () => {
    for (const [index, key] of answerKeys.entries()) {
      for (const text of [...inBoth(() => answerText(key)), ...inBoth(() => answerLabel(key))])
        expect([text, read(text)]).toEqual([text, index]);
    }
  });

  it.each([
    ['1', 0],
    [' 5 ', 4],
    ['3.0', 2],
    ['２', 1],
    ['A4', 3],
    ['AO02', 1],
    ['1 - I like it', 0],
    ['(5) I dislike it.', 4],
    ['I CAN LIVE WITH IT', 3],
    ['I don’t like it', 4],
    ['I expect it that way (2)', 1],
    // What is said goes before its number: some surveys count the other way round.
    ['5 = I like it that way', 0],
    ['', null],
    ['  ', null],
    ['-', null],
    ['N/A', null],
    ['#N/A', null],
    ['0', undefined],
    ['6', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['12', undefined],
    ['2021-01-01', undefined],
    ['maybe', undefined],
    ['?', undefined],
    ['+', undefined],
    ['👍', undefined],
    ['=HYPERLINK("http://127.0.0.1","I like it")', undefined],
    ['__proto__', undefined],
  ])('%j', (cell, answer) => {
    expect(read(cell)).toBe(answer);
  });

  it('follow the survey map, and with its numbers no other numbers', () => {
    const own = answerReader({ like: ['5', 'Love it'], neutral: ['I like it'], dislike: ['1'], leaveOut: ['3', '?', 'I am neutral'] });
    expect(['5', '5.0', 'love it!', 'I like it', '1', '3', '?', 'I am neutral', '2', 'A1', '!'].map(own)).toEqual([
      0,
      0,
      0,
      2,
      4,
      null,
      null,
      null,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('distinguishes words of a survey map that differ only in signs', () => {
  const marks = answerReader({ like: ['A+'], 'must-be': ['A'], dislike: ['A-'] });
  expect(['A+', 'a+', 'A', 'A-', 'a'].map(marks)).toEqual([0, 0, 1, 4, undefined]);
  const scale = answerReader({ like: ['+2'], 'must-be': ['+1'], neutral: ['0'], 'live-with': ['-1'], dislike: ['-2'] });
  expect(['2', '+2', '1', '0', '-1', '−1', '-2.0', '3'].map(scale)).toEqual([0, 0, 1, 2, 3, 3, 4, undefined]);
});

it('reads codes only as the survey map says', () => {
  expect(['A5', 'A1', 'A2', '2'].map(answerReader({ like: ['A5'], dislike: ['A1'] }))).toEqual([0, 4, undefined, undefined]);
});

it('does not take long cells for answers', () => {
  expect(read(`I like it${' '.repeat(300_000)}1${' '.repeat(300_000)}much`)).toBe(undefined);
});

it('reads a rating even where the survey map leaves the number out as an answer', () => {
  const own = answerReader({ leaveOut: ['6', 'do not know'] });
  expect(['6', '6.0', '0', 'do not know'].map((cell) => importanceReader(undefined, (text) => own(text) === null)(cell))).toEqual([
    6,
    6,
    undefined,
    null,
  ]);
});

it.each([
  ['7', 7],
  ['7,5', 7.5],
  ['9 = extremely important', 9],
  ['', null],
  ['n/a', null],
  ['0', undefined],
  ['10', undefined],
  ['very', undefined],
  ['5-6', undefined],
  ['7.5.2026', undefined],
  ['9 (1 = not at all)', 9],
])('importance %j', (cell, value) => {
  expect(importanceReader(undefined, (text) => read(text) === null)(cell)).toBe(value);
});

it.each([
  [{ from: 1, to: 5 }, ['1', '2', '5', '3.5', '6', '0', ''], [1, 3, 9, 6, undefined, undefined, null]],
  [{ from: 0, to: 10 }, ['0', '10', '5', '2.5'], [1, 9, 5, 3]],
  [{ from: 7, to: 1 }, ['7', '1', '4'], [1, 9, 5]],
  [{ words: ['Not at all', 'A bit', 'Very'] }, ['very', ' A bit', 'NOT AT ALL', '3', 'n/a'], [9, 5, 1, undefined, null]],
])('importance on the scale %j is stored as 1 to 9', (scale, cells, values) => {
  expect(cells.map(importanceReader(scale, (text) => read(text) === null))).toEqual(values);
});
