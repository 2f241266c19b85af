import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { categoryOfAnswers, countsFromAnswers } from '../../../src/analysis/evaluationTable.ts';
import { type Counts, evaluationTables } from '../../../src/document/format/model.ts';
import { personaReader } from '../../../src/survey/answers/cellReaders.ts';
import { readSurvey } from '../../../src/survey/answers/readSurvey.ts';
import { noSurveyMap, type SurveyMap } from '../../../src/survey/answers/surveyMap.ts';
import { answerText } from '../../../src/terms/labels.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';

// Machines that run many tests at once are slow to count.
vi.setConfig({ testTimeout: 60_000 });

const personas = [
  { id: 'member', name: 'Member' },
  { id: 'guest', name: 'Guest' },
];

function read(
  rows: readonly (readonly string[])[],
  options: { readonly map?: Partial<SurveyMap>; readonly personaColumn?: string; readonly features?: readonly string[] } = {},
) {
  const { map, personaColumn, features = ['a', 'b'] } = options;
  return readSurvey([{ path: 'a.csv', rows }], {
    features: features.map((id) => ({ id, title: `Feature ${id}` })),
    personas,
    map: { ...noSurveyMap, ...map },
    personaColumn,
  });
}

const head = ['respondent', 'a_functional', 'a_dysfunctional'];

describe('AudioConf survey', () => {
  const file = (name: string) => readFileSync(new URL(`../../fixtures/published/${name}`, import.meta.url), 'utf8');
  const published = (JSON.parse(file('kano-tables.json')) as { id: string; features: { counts: Counts }[] }[]).find(
    ({ id }) => id === 'astranchet-audioconf-continuous',
  )?.features;
  const rows = file('audioconf-answers.csv')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const ids = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7', 'f8'];
  const reading = read(rows, { features: ids });

  it('gives the published counts', () => {
    expect(reading.tallies.map(({ groups: [group] }) => countsFromAnswers(group?.answers ?? [], 'standard'))).toEqual(
      published?.map(({ counts }) => counts),
    );
  });

  it('reports what does not count', () => {
    expect(reading.tallies.map(({ halves }) => halves)).toEqual([1, 2, 1, 1, 3, 1, 1, 3]);
    expect(reading.rows).toMatchObject({ empty: 0, unanswered: 1, leftOut: 0, repeated: 0, duplicates: [], tooLong: [] });
    expect(reading.notes).toEqual({ answersLeftOut: [], ambiguous: [], incomplete: [], others: [], notAsked: [], weights: [] });
    // Every respondent is in each of the tallies, half, or without an answer to it.
    for (const { groups, halves, unanswered } of reading.tallies) expect((groups[0]?.n ?? 0) + halves + unanswered).toBe(105);
  });
});

describe('reading a survey', () => {
  it('agrees with a direct count for random answers', () => {
    const answer = fc.option(fc.nat(4), { nil: undefined, freq: 6 });
    const respondent = fc.record({
      persona: fc.constantFrom('member', 'guest', 'Guest'),
      pairs: fc.array(fc.tuple(answer, answer), { minLength: 2, maxLength: 2 }),
    });
    const text = fc.constantFrom(
      (value: number) => String(value + 1),
      (value: number) => answerText(answerKeys[value] ?? 'like'),
    );
    fc.assert(
      fc.property(
        fc.array(respondent, { minLength: 1, maxLength: 40 }),
        text,
        fc.constantFrom(...evaluationTables),
        (respondents, say, table) => {
          const cell = (value: number | undefined) => (value === undefined ? '' : say(value));
          const rows = respondents.map(({ persona, pairs }, index) => [
            String(index),
            persona,
            ...pairs.flatMap(([yes, no]) => [cell(yes), cell(no)]),
          ]);
          const header = ['respondent', 'who', 'a_functional', 'a_dysfunctional', 'b_functional', 'b_dysfunctional'];
          const { tallies } = read([header, ...rows], { personaColumn: 'who' });
          for (const [index, feature] of ['a', 'b'].entries()) {
            const direct = new Map<string, Record<string, number>>();
            for (const { persona, pairs } of respondents) {
              const [yes, no] = pairs[index] ?? [];
              if (yes === undefined || no === undefined) continue;
              const counts = direct.get(persona.toLowerCase()) ?? { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
              const category = categoryOfAnswers(yes, no, table);
              direct.set(persona.toLowerCase(), { ...counts, [category]: (counts[category] ?? 0) + 1 });
            }
            const found = tallies.find((tally) => tally.feature === feature)?.groups ?? [];
            expect(new Map(found.map(({ persona, answers }) => [persona, countsFromAnswers(answers, table)]))).toEqual(direct);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('counts no pair with a missing answer, and no blank as neutral', () => {
    const { tallies, rows } = read([head, ['1', '1', ''], ['2', '', '5'], ['3', '', ''], ['', '', ''], ['5', '3', '3'], ['6', '1', 'n/a']]);
    expect(tallies).toEqual([{ feature: 'a', halves: 3, unanswered: 0, groups: [{ persona: undefined, n: 1, answers: cellOf(2, 2) }] }]);
    expect(rows).toMatchObject({ empty: 1, unanswered: 1 });
  });

  it('averages the importance over all who rate it', () => {
    const header = [...head, 'a_importance'];
    const { tallies, importances } = read([header, ['1', '1', '5', '9'], ['2', '1', '', '5'], ['3', '1', '5', ''], ['4', '1', '5', '6']]);
    expect(tallies[0]?.groups).toEqual([{ persona: undefined, n: 3, answers: cellOf(0, 4, 3), importance: 6.67 }]);
    expect(read([header, ['1', '1', '5', 'very']]).importances.map(({ text, answer }) => [text, answer])).toEqual([['very', undefined]]);
    expect(importances.every(({ answer }) => answer !== undefined)).toBe(true);
  });

  it('reports where an answer is not understood, and how often', () => {
    const { answers } = read([head, ['1', '1', 'perhaps'], ['2', '1', '2'], ['3', 'perhaps', 'perhaps']]);
    expect(answers.filter(({ answer }) => answer === undefined)).toEqual([
      { text: 'perhaps', answer: undefined, count: 3, first: { path: 'a.csv', row: 2, column: 'a_dysfunctional' } },
    ]);
  });

  it('reports duplicate respondents, and counts them as the survey map says', () => {
    const rows = [head, ['7', '1', '5'], ['8', '1', '5'], ['7', '3', '3'], ['7', '', '']];
    expect(read(rows).rows.duplicates).toEqual([
      {
        respondent: '7',
        positions: [
          { path: 'a.csv', row: 2 },
          { path: 'a.csv', row: 4 },
        ],
      },
    ]);
    const tallyWith = (duplicates: 'first' | 'last' | 'all') => {
      const { rows: counted, tallies } = read(rows, { map: { respondents: { duplicates, leaveOut: new Map() } } });
      expect(counted.duplicates).toEqual([]);
      return [counted.repeated, tallies[0]?.groups[0]?.answers];
    };
    expect(tallyWith('first')).toEqual([1, cellOf(0, 4, 2)]);
    expect(tallyWith('last')).toEqual([1, sum(cellOf(0, 4), cellOf(2, 2))]);
    expect(tallyWith('all')).toEqual([0, sum(cellOf(0, 4, 2), cellOf(2, 2))]);
  });

  it('does not confuse running numbers of several files', () => {
    const table = (path: string, name: string, without = '5') => ({
      path,
      rows: [
        [name, ...head.slice(1)],
        ['1', '1', without],
      ],
    });
    const duplicates = (name: string, without = '5', map = noSurveyMap) =>
      readSurvey([table('a.csv', name), table('b.csv', name, without)], { features: [{ id: 'a', title: 'A' }], personas, map }).rows
        .duplicates;
    expect(duplicates('ID')).toEqual([]);
    expect(duplicates('ID', '4', { ...noSurveyMap, respondents: { column: 'ID', leaveOut: new Map() } })).toHaveLength(1);
    expect(duplicates('respondent', '4')).toEqual([
      {
        respondent: '1',
        positions: [
          { path: 'a.csv', row: 2 },
          { path: 'b.csv', row: 2 },
        ],
      },
    ]);
  });

  it('leaves out what the survey map leaves out, and reports how much', () => {
    const header = ['Status', 'Segment', 'a_functional', 'a_dysfunctional'];
    const map = {
      personas: { values: new Map([['Regulars', 'member']]), leaveOut: ['Staff'] },
      respondents: { leaveOut: new Map([['Status', ['Preview']]]) },
    };
    const rows = [
      header,
      ['Preview', 'Guest', '1', '5'],
      ['', 'regulars', '1', '5'],
      ['', 'Staff', '1', '5'],
      ['', 'gest', '1', '5'],
      ['', '', '1', '5'],
    ];
    const { rows: counted, withoutPersona, unknownPersonas, tallies } = read(rows, { map, personaColumn: 'Segment' });
    expect([counted.leftOut, withoutPersona]).toEqual([1, 1]);
    expect(unknownPersonas).toEqual([
      { value: 'gest', count: 1, first: { path: 'a.csv', row: 5 } },
      { value: '', count: 1, first: { path: 'a.csv', row: 6 } },
    ]);
    expect(tallies[0]?.groups).toEqual([{ persona: 'member', n: 1, answers: cellOf(0, 4) }]);
  });

  it('distinguishes personas by signs and exact ids, and never guesses', () => {
    const size = ['Size', 'a_functional', 'a_dysfunctional'];
    const map = {
      personas: {
        values: new Map([
          ['<50', 'guest'],
          ['> 50', 'member'],
        ]),
        leaveOut: [],
      },
    };
    const rows = [size, ['<50', '1', '5'], ['< 50', '1', '5'], ['>50', '3', '3'], ['50', '1', '5']];
    const { tallies, unknownPersonas } = read(rows, { map, personaColumn: 'Size' });
    expect(tallies[0]?.groups.map(({ persona, n }) => [persona, n])).toEqual([
      ['guest', 2],
      ['member', 1],
    ]);
    expect(unknownPersonas.map(({ value }) => value)).toEqual(['50']);
    const personaOf = personaReader(
      [
        { id: 'pro-user', name: 'User' },
        { id: 'prouser', name: 'User' },
      ],
      noSurveyMap,
    );
    expect(['prouser', 'pro-user', 'Pro user', 'User'].map(personaOf)).toEqual(['prouser', 'pro-user', undefined, undefined]);
  });

  it('reports every column that it does not count, and why', () => {
    const header = ['Timestamp', 'a_functional', 'a_dysfunctional', 'b_functional', 'What about C?', 'Comment', 'a functional', '', ''];
    const rows = [
      header,
      ['2021-01-01', '1', '5', '1', 'I like it', 'nice', '', '', 'x'],
      ['2021-01-02', '1', '5', '1', 'I am neutral', '', '', '', ''],
    ];
    const answeredTwice = [header, ...rows.slice(1).map((row) => row.map((cell, index) => (index === 6 ? '1' : cell)))];
    const { notes, tallies } = read(rows, { features: ['b', 'c'] });
    expect(notes).toEqual({
      answersLeftOut: ['a_functional', 'a_dysfunctional', 'What about C?'],
      ambiguous: [],
      incomplete: [{ column: 'b_functional', question: { feature: 'b', kind: 'functional' } }],
      others: ['Timestamp', 'Comment', 'a functional', '#9'],
      notAsked: ['c'],
      weights: [],
    });
    expect(tallies).toEqual([]);
    expect(read(answeredTwice, { features: ['a'] }).notes.ambiguous.map(({ column }) => column)).toEqual(['a_functional', 'a functional']);
  });

  it('reports rows that are longer than the header', () => {
    expect(read([head, ['1', '1', '5', ''], ['2', '1', '5', 'x']]).rows.tooLong).toEqual([{ path: 'a.csv', row: 3, cells: 4, columns: 3 }]);
  });
});

function cellOf(functional: number, dysfunctional: number, count = 1): number[][] {
  return [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => (row === functional && column === dysfunctional ? count : 0)));
}

function sum(a: number[][], b: number[][]): number[][] {
  return a.map((row, i) => row.map((value, j) => value + (b[i]?.[j] ?? 0)));
}
