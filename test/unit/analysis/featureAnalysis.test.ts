import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { Feature } from '../../../src/document/format/model.ts';
import { anyContext, anyFeature, numbersIn, withComputed } from './arbitraries.ts';
import { contextWith, counts } from './product.ts';

const survey = { id: '2026-q3', date: '2026-09-15', wording: 'kano' };
const shares = new Map([
  ['member', 0.4],
  ['guest', 0.6],
]);
const context = contextWith({ surveys: [survey], shares });

/** The feature of the command's documented output. */
const accurateDescription: Feature = {
  id: 'accurate-description',
  status: 'planned',
  tallies: [{ survey: '2026-q3', persona: 'member', counts: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }, importance: 7.4 }],
};

test('every number of the documented output', () => {
  const tally = { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 };
  const [better, worse] = [expect.closeTo(0.268, 3), expect.closeTo(-0.856, 3)];
  expect(withComputed(analyseFeature(accurateDescription, context))).toEqual({
    surveyOrderUnknown: false,
    survey: '2026-q3',
    importance: 7.4,
    n: 100,
    counts: tally,
    category: 'M',
    categories: { mode: 'M', berger: 'M', lead: 'M' },
    better,
    worse,
    betterInterval: [expect.closeTo(0.19, 3), expect.closeTo(0.364, 3)],
    worseInterval: [expect.closeTo(-0.912, 3), expect.closeTo(-0.772, 3)],
    quadrant: 'M',
    totalStrength: 0.87,
    categoryStrength: 0.39,
    fong: { difference: 39, threshold: expect.closeTo(11.497, 3), significant: true },
    z: expect.closeTo(4.28, 2),
    runnerUp: 'O',
    stability: 1,
    rival: null,
    answersNeeded: null,
    weighted: { category: 'M', better, worse },
    continuous: null,
    personas: [{ persona: 'member', n: 100, counts: tally, category: 'M', better, worse }],
    history: [{ survey: '2026-q3', date: '2026-09-15', category: 'M', better, worse }],
    drift: null,
  });
});

test('a feature that nobody was asked about', () => {
  for (const feature of [{}, { tally: {} }, { tallies: [] }, { tallies: [{ survey: '2026-q3', counts: {} }] }]) {
    expect(withComputed(analyseFeature(feature, context))).toEqual({
      surveyOrderUnknown: false,
      survey: null,
      importance: null,
      n: 0,
      counts: counts(0, 0, 0, 0),
      category: null,
      categories: { mode: null, berger: null, lead: null },
      better: null,
      worse: null,
      betterInterval: null,
      worseInterval: null,
      quadrant: null,
      totalStrength: null,
      categoryStrength: null,
      fong: null,
      z: null,
      runnerUp: null,
      stability: null,
      rival: null,
      answersNeeded: null,
      weighted: null,
      continuous: null,
      personas: [],
      history: [],
      drift: null,
    });
  }
});

test('the category is that of the chosen rule, the others stand beside it', () => {
  const tally = counts(32, 90, 88, 105, 15, 28);
  for (const [rule, category] of [
    ['mode', 'I'],
    ['berger', 'O'],
    ['lead', 'O'],
  ] as const) {
    const analysis = analyseFeature({ tallies: [{ counts: tally, persona: 'a' }] }, contextWith({ settings: { rule } }));
    expect(analysis).toMatchObject({
      category,
      categories: { mode: 'I', berger: 'O', lead: 'O' },
      personas: [{ category }],
      history: [{ category }],
    });
  }
});

test('the table and the lead are those of the settings', () => {
  const feature: Feature = { tallies: [{ answers: [[], [0, 5], [0, 0, 4]] }] };
  expect(analyseFeature(feature, contextWith()).counts).toEqual(counts(0, 0, 0, 9));
  expect(analyseFeature(feature, contextWith({ settings: { table: 'pouliot' } })).counts).toEqual(counts(0, 0, 0, 4, 0, 5));
  const close: Feature = { tally: counts(40, 0, 47, 13) };
  expect(analyseFeature(close, contextWith({ settings: { rule: 'lead' } })).category).toBe('A');
  expect(analyseFeature(close, contextWith({ settings: { rule: 'lead', lead: 0.07 } })).category).toBe('M');
});

test('the continuous analysis covers the current survey only, and its tallies that have answers', () => {
  const tallies = [
    { answers: [[100]] },
    { survey: '2026-q3', persona: 'a', answers: [[0, 0, 0, 0, 2]] },
    { survey: '2026-q3', persona: 'b', answers: [[0, 0, 0, 0, 3]] },
    { survey: '2026-q3', persona: 'c', counts: { M: 50 } },
  ];
  expect(analyseFeature({ tallies }, context).continuous).toMatchObject({
    functional: { mean: 4, n: 5, sd: 0 },
    dysfunctional: { mean: 4, n: 5 },
  });
});

describe('is computed once', () => {
  test('per feature and context', () => {
    const first = analyseFeature(accurateDescription, context);
    expect(analyseFeature(accurateDescription, context)).toBe(first);
    expect(analyseFeature({ ...accurateDescription }, context)).not.toBe(first);
    expect(analyseFeature(accurateDescription, { ...context })).not.toBe(first);
  });

  test('and what is expensive when first asked for', () => {
    const analysis = analyseFeature(accurateDescription, context);
    expect(analysis.personas).toBe(analysis.personas);
    expect(analysis.history).toBe(analysis.history);
    expect(analysis.fong).toBe(analysis.fong);
  });
});

test('no number is ever NaN, infinite or −0, whatever is missing', () => {
  fc.assert(
    fc.property(anyFeature, anyContext, (feature, any) => {
      for (const number of numbersIn(analyseFeature(feature, any))) {
        expect(Number.isFinite(number)).toBe(true);
        expect(Object.is(number, -0)).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

test('only what the design names can be null: with answers everything has a category, and n is their number', () => {
  fc.assert(
    fc.property(anyFeature, anyContext, (feature, any) => {
      const analysis = analyseFeature(feature, any);
      const { n, category, categories, totalStrength, personas, history } = analysis;
      expect(Object.values(categories).every((one) => (one === null) === (n === 0))).toBe(true);
      expect(category).toBe(categories[any.settings.rule]);
      expect(totalStrength === null).toBe(n === 0);
      expect(personas.reduce((sum, persona) => sum + persona.n, 0)).toBe(n);
      expect(history.at(-1)?.category ?? null).toBe(category);
    }),
  );
});

test('no number where it cannot be told which of several surveys is the current one', () => {
  const later = { survey: '2026-q3', counts: { M: 60 } };
  const numbers = (tallies: Feature['tallies']) => {
    const { n, category, history, drift, surveyOrderUnknown } = analyseFeature({ tallies: tallies ?? [] }, context);
    return { n, category, surveys: history.length, drift, surveyOrderUnknown };
  };
  const nothing = { n: 0, category: null, surveys: 0, drift: null, surveyOrderUnknown: true };
  expect(numbers([later, { survey: 'autum-2025', counts: { A: 60 } }])).toEqual(nothing);
  // Alone it is the current one whatever its date, and tallies without a survey are older than all.
  expect(numbers([{ survey: 'autum-2025', counts: { A: 60 } }])).toMatchObject({ n: 60, category: 'A', surveyOrderUnknown: false });
  expect(numbers([later, { counts: { A: 60 } }])).toMatchObject({ n: 60, category: 'M', surveyOrderUnknown: false });
  // A survey in which nobody answered has no say.
  expect(numbers([later, { survey: 'autum-2025', counts: {} }])).toMatchObject({ n: 60, category: 'M', surveyOrderUnknown: false });
});
