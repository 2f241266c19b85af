import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pool } from '../../../src/analysis/counts.ts';
import { answeredSurveys } from '../../../src/analysis/currentTally.ts';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import { anyContext, anyCounts, anyFeature } from './arbitraries.ts';
import { contextWith, counts } from './product.ts';

const surveys = [
  { id: 'later', date: '2026-09-15' },
  { id: 'earlier', date: '2026-01-31' },
  { id: 'same-day', date: '2026-09-15' },
  { id: 'undated' },
];
const context = contextWith({ surveys });
const ten = { M: 10 };

describe('which survey is the current one', () => {
  const order = (...ids: (string | undefined)[]) =>
    answeredSurveys({ tallies: ids.map((survey) => ({ counts: ten, ...(survey === undefined ? {} : { survey }) })) }, context).map(
      ({ survey }) => survey,
    );

  test('by date, then by place in the list, wherever the tallies stand', () => {
    expect(order('same-day', 'earlier', 'later')).toEqual(['earlier', 'later', 'same-day']);
  });

  test('oldest: without a survey, then unknown ones by id, then known ones without a date', () => {
    expect(order('earlier', 'undated', 'misspelt', undefined, 'lost')).toEqual([null, 'lost', 'misspelt', 'undated', 'earlier']);
  });

  test('a survey in which nobody answered is not one', () => {
    const feature = {
      tallies: [
        { survey: 'earlier', counts: ten },
        { survey: 'later', counts: { M: 0 } },
        { survey: 'same-day', answers: [] },
      ],
    };
    expect(analyseFeature(feature, context)).toMatchObject({ survey: 'earlier', n: 10 });
  });

  test('numbers of an unknown survey do not vanish', () => {
    expect(analyseFeature({ tallies: [{ survey: 'misspelt', counts: ten }] }, context)).toMatchObject({
      survey: 'misspelt',
      n: 10,
      category: 'M',
    });
  });

  test('the first of two surveys with the same id gives the date', () => {
    const twice = contextWith({
      surveys: [
        { id: 'twice', date: '2026-01-01' },
        { id: 'other', date: '2026-02-01' },
        { id: 'twice', date: '2026-03-01' },
      ],
    });
    const feature = {
      tallies: [
        { survey: 'twice', counts: ten },
        { survey: 'other', counts: { O: 5 } },
      ],
    };
    expect(analyseFeature(feature, twice)).toMatchObject({
      survey: 'other',
      history: [{ survey: 'twice', date: '2026-01-01' }, { survey: 'other' }],
    });
  });
});

describe('pooling', () => {
  test('all tallies of the current survey, none of another', () => {
    const feature = {
      tallies: [
        { survey: 'earlier', counts: { I: 500 } },
        { survey: 'later', persona: 'a', counts: { M: 3, O: 1 } },
        { survey: 'later', persona: 'b', counts: { M: 1, A: 4 } },
        { survey: 'later', answers: [[0, 0, 0, 0, 2]] },
      ],
    };
    expect(analyseFeature(feature, context)).toMatchObject({ survey: 'later', n: 11, counts: counts(4, 3, 4, 0) });
  });

  test('the short form is a tally without survey and persona', () => {
    const analysis = analyseFeature({ tally: { A: 31, I: 52, O: 6, M: 1, R: 8, Q: 2 } }, context);
    expect(analysis).toMatchObject({ survey: null, n: 100, category: 'I', history: [{ survey: null, date: null }] });
    expect(analysis.personas.map(({ persona }) => persona)).toEqual([null]);
  });

  test('of two tallies of one persona the persona has the sum', () => {
    const feature = {
      tallies: [
        { persona: 'a', counts: { M: 3 } },
        { persona: 'b', counts: { O: 1 } },
        { persona: 'a', counts: { M: 2 } },
      ],
    };
    expect(analyseFeature(feature, context).personas).toMatchObject([
      { persona: 'a', n: 5 },
      { persona: 'b', n: 1 },
    ]);
  });

  test('does not depend on the order of the tallies', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { maxLength: 5 }), (tallies) => {
        expect(pool(tallies.toReversed())).toEqual(pool(tallies));
      }),
    );
    fc.assert(
      fc.property(anyFeature, anyContext, (feature, any) => {
        const reversed = { ...feature, tallies: (feature.tallies ?? []).toReversed() };
        const { survey, n, counts, category, better } = analyseFeature(feature, any);
        expect(analyseFeature(reversed, any)).toMatchObject({ survey, n, counts, category, better });
      }),
    );
  });

  test('counts that are none are 0', () => {
    const feature = { tally: { M: -3, O: Number.NaN, A: Number.POSITIVE_INFINITY, I: 4 } };
    expect(analyseFeature(feature, context)).toMatchObject({ n: 4, counts: counts(0, 0, 0, 4) });
  });
});

describe('importance', () => {
  const importanceOf = (...tallies: { n: number; importance?: number }[]) =>
    analyseFeature({ tallies: tallies.map(({ n, ...rest }) => ({ counts: { M: n }, ...rest })) }, context).importance;

  test('is weighted by respondents, over the tallies that state one', () => {
    expect(importanceOf({ n: 30, importance: 8 }, { n: 10, importance: 4 })).toBe(7);
    expect(importanceOf({ n: 30, importance: 8 }, { n: 1000 })).toBe(8);
    expect(importanceOf({ n: 30, importance: 8 }, { n: 0, importance: 1 })).toBe(8);
  });

  test('is null where nobody was asked', () => {
    expect(importanceOf({ n: 30 })).toBeNull();
    expect(importanceOf({ n: 0, importance: 5 })).toBeNull();
  });
});
