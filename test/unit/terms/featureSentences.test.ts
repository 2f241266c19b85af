import { describe, expect, it } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import { type Counts, defaultAnalysisSettings, type Feature } from '../../../src/document/format/model.ts';
import { changedHintLabel, featureSentence, hintLabel, rankedListText, standingLabel } from '../../../src/terms/featureSentences.ts';
import { inBoth } from './speak.ts';
import { counted, twoSurveys } from './twoSurveys.ts';

const said = <T>(feature: Feature, say: (feature: Feature, analysis: ReturnType<typeof analyseFeature>) => T) =>
  inBoth(() => say(feature, analyseFeature(feature, twoSurveys)));

const mustBe = { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 };

it('names the other candidate where the rule does not take the largest count', () => {
  // REPPL 2022: M32 O90 A88 I105. By Berger's rule one-dimensional, though most are indifferent.
  const feature = counted({ M: 32, O: 90, A: 88, I: 105, R: 15, Q: 28 });
  const berger = analyseFeature(feature, { ...twoSurveys, settings: { ...defaultAnalysisSettings, rule: 'berger' } });
  expect(featureSentence(feature, berger)).toBe('One-dimensional or Attractive · 25% / 25% of 358');
});

describe('hintLabel', () => {
  it.each<[string, Feature, string, string]>([
    ['a category', counted(mustBe), 'Must-be', '必备型'],
    ['an assumption', { id: 'a', assumed: 'O' }, 'One-dimensional?', '期望型？'],
    ['neither', { id: 'a' }, 'Not surveyed', '未调查'],
  ])('%s', (_case, feature, english, chinese) => {
    expect(said(feature, hintLabel)).toEqual([english, chinese]);
  });

  it('reports unreadable tallies', () => {
    expect(said({ id: 'a' }, (it, analysis) => hintLabel(it, analysis, { talliesUnreadable: true }))).toEqual([
      'tally has an error',
      '统计有误',
    ]);
  });

  it('shows a change as one step, and no change as one label', () => {
    expect(changedHintLabel('Attractive', 'Must-be')).toBe('Attractive → Must-be');
    expect(changedHintLabel('Must-be', 'Must-be')).toBe('Must-be');
  });
});

describe('standingLabel', () => {
  it('spells out an assumption, unless there is a survey', () => {
    expect(inBoth(() => [standingLabel('M', null), standingLabel('M', 'A'), standingLabel(null, null)])).toEqual([
      ['Must-be? (assumed)', 'Attractive', 'Not surveyed'],
      ['必备型？（推测）', '魅力型', '未调查'],
    ]);
  });
});

describe('rankedListText', () => {
  it.each<[Partial<Counts>, string]>([
    [mustBe, '−0.86'],
    [{ A: 60, I: 30, O: 10 }, '0.70'],
    [{ O: 60, M: 20, A: 15, I: 5 }, '0.75 / −0.80'],
    [{ I: 60, A: 20, M: 20 }, '0.20 / −0.20'],
    [{ R: 60 }, ''],
    [{}, ''],
  ])('%j', (counts, text) => {
    expect(rankedListText(analyseFeature(counted(counts), twoSurveys))).toBe(text);
  });
});
