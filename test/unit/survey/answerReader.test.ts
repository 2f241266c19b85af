import { describe, expect, it } from 'vitest';
import { answerReader } from '../../../src/survey/answerReader.ts';
import { answerWords } from '../../../src/survey/answerWords.ts';
import { questionTemplates } from '../../../src/survey/columnNames.ts';
import { comparableText } from '../../../src/survey/comparableText.ts';
import { readImportance } from '../../../src/survey/importanceReader.ts';
import { answerKeys, answerLabel, answerText } from '../../../src/wording/answerWording.ts';
import { dysfunctionalQuestion, functionalQuestion, importanceQuestion } from '../../../src/wording/questionnaireWording.ts';
import { inBoth } from '../wording/speak.ts';

const read = answerReader();

describe('answers that are read', () => {
  it('are those of the questionnaire, in both languages', () => {
    for (const [index, key] of answerKeys.entries()) {
      for (const text of [...inBoth(() => answerText(key)), ...inBoth(() => answerLabel(key))])
        expect([text, read(text)]).toEqual([text, index]);
    }
  });

  it('have one meaning each', () => {
    const meanings = new Map<string, Set<string>>();
    for (const key of answerKeys) {
      for (const word of answerWords[key]) meanings.set(comparableText(word), (meanings.get(comparableText(word)) ?? new Set()).add(key));
    }
    expect([...meanings].filter(([, keys]) => keys.size > 1)).toEqual([]);
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

  it('follow a map, and with its numbers no others', () => {
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

it.each([
  ['7', 7],
  ['7,5', 7.5],
  ['9 = extremely important', 9],
  ['', null],
  ['n/a', null],
  ['0', undefined],
  ['10', undefined],
  ['very', undefined],
])('importance %j', (cell, value) => {
  expect(readImportance(cell, (text) => read(text) === null)).toBe(value);
});

it('knows the questions that are asked, in both languages', () => {
  const asked = { functional: functionalQuestion, dysfunctional: dysfunctionalQuestion, importance: importanceQuestion };
  for (const [kind, question] of Object.entries(asked)) {
    expect(questionTemplates[kind as keyof typeof asked].map((text) => text.replace('{title}', 'X'))).toEqual(inBoth(() => question('X')));
  }
});
