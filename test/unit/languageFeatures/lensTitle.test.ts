import { describe, expect, it } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { Counts, Feature } from '../../../src/document/format/model.ts';
import { lensTitle } from '../../../src/languageFeatures/codeLenses.ts';
import { inBoth } from '../terms/speak.ts';
import { counted, twoSurveys } from '../terms/twoSurveys.ts';

const drifted = (before: Partial<Counts>, after: Partial<Counts>): Feature => ({
  id: 'a',
  tallies: [
    { survey: '2025-q3', counts: before },
    { survey: '2026-q3', counts: after },
  ],
});
const said = <T>(feature: Feature, say: (feature: Feature, analysis: ReturnType<typeof analyseFeature>) => T) =>
  inBoth(() => say(feature, analyseFeature(feature, twoSurveys)));

const mustBe = { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 };

describe('lensTitle', () => {
  it.each<[string, Feature, string, string]>([
    [
      'a sure must-be',
      counted(mustBe),
      '■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86',
      '■\u00a0必备型 · 100 人中 61% · Better 0.27 · Worse −0.86',
    ],
    [
      'a sure one-dimensional',
      counted({ O: 60, M: 20, A: 15, I: 5 }),
      '●\u00a0One-dimensional · 60% of 100 · Better 0.75 · Worse −0.80',
      '●\u00a0期望型 · 100 人中 60% · Better 0.75 · Worse −0.80',
    ],
    [
      'a sure attractive',
      counted({ A: 1200, I: 300, O: 500 }),
      '▲\u00a0Attractive · 60% of 2,000 · Better 0.85 · Worse −0.25',
      '▲\u00a0魅力型 · 2,000 人中 60% · Better 0.85 · Worse −0.25',
    ],
    [
      'a sure indifferent; no minus before zero',
      counted({ I: 40 }),
      '◆\u00a0Indifferent · 100% of 40 · Better 0.00 · Worse 0.00',
      '◆\u00a0无差异型 · 40 人中 100% · Better 0.00 · Worse 0.00',
    ],
    ['a sure reverse without coefficients', counted({ R: 40 }), '▽\u00a0Reverse · 100% of 40', '▽\u00a0反向型 · 40 人中 100%'],
    [
      'questionable, whatever the others say',
      counted({ Q: 40, M: 20, O: 20 }),
      '✕\u00a0Questionable · 50% of 80 · Better 0.50 · Worse −1.00',
      '✕\u00a0可疑结果 · 80 人中 50% · Better 0.50 · Worse −1.00',
    ],
    [
      'two categories that cannot be told apart',
      counted({ M: 14, O: 13, A: 4, I: 3 }),
      '■\u00a0Must-be or One-dimensional · 41% / 38% of 34',
      '■\u00a0必备型或期望型 · 34 人中 41% / 38%',
    ],
    [
      'few answers: counts instead of shares',
      counted({ M: 9, O: 3, I: 2 }),
      '■\u00a0Must-be · 9 of 14 · Better 0.21 · Worse −0.86',
      '■\u00a0必备型 · 14 人中 9 人 · Better 0.21 · Worse −0.86',
    ],
    [
      'a single answer',
      counted({ A: 1 }),
      '▲\u00a0Attractive · 1 of 1 · Better 1.00 · Worse 0.00',
      '▲\u00a0魅力型 · 1 人中 1 人 · Better 1.00 · Worse 0.00',
    ],
    [
      'a change',
      drifted({ A: 70, O: 20, M: 10 }, mustBe),
      '■\u00a0Must-be · was Attractive in 2025-q3 · 61% of 100',
      '■\u00a0必备型 · 在 2025-q3 中为魅力型 · 100 人中 61%',
    ],
    [
      'a change from tallies without a survey',
      { id: 'a', tallies: [{ counts: { A: 70, O: 20, M: 10 } }, { survey: '2026-q3', counts: mustBe }] },
      '■\u00a0Must-be · was Attractive before · 61% of 100',
      '■\u00a0必备型 · 此前为魅力型 · 100 人中 61%',
    ],
    [
      'the same category as before',
      drifted({ M: 50, O: 30, I: 20 }, mustBe),
      '■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86',
      '■\u00a0必备型 · 100 人中 61% · Better 0.27 · Worse −0.86',
    ],
    [
      'uncertain between what it was and what it seems to be',
      drifted({ O: 60, M: 20, A: 15, I: 5 }, { M: 14, O: 13, A: 4, I: 3 }),
      '■\u00a0Must-be or One-dimensional · was One-dimensional in 2025-q3 · 41% / 38% of 34',
      '■\u00a0必备型或期望型 · 在 2025-q3 中为期望型 · 34 人中 41% / 38%',
    ],
    [
      'uncertain, and something else before',
      drifted({ A: 60, I: 20 }, { M: 14, O: 13, A: 4, I: 3 }),
      '■\u00a0Must-be or One-dimensional · was Attractive in 2025-q3 · 41% / 38% of 34',
      '■\u00a0必备型或期望型 · 在 2025-q3 中为魅力型 · 34 人中 41% / 38%',
    ],
    ['nothing', { id: 'a' }, '○\u00a0not surveyed', '○\u00a0未调查'],
    ['a tally of nobody', counted({ M: 0 }), '○\u00a0not surveyed', '○\u00a0未调查'],
    ['an assumption', { id: 'a', assumed: 'M' }, '■\u00a0Must-be? · not surveyed', '■\u00a0必备型？ · 未调查'],
    [
      'an assumption that a survey has answered',
      { ...counted(mustBe), assumed: 'A' },
      '■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86',
      '■\u00a0必备型 · 100 人中 61% · Better 0.27 · Worse −0.86',
    ],
  ])('%s', (_case, feature, english, chinese) => {
    expect(said(feature, (it, analysis) => lensTitle(it, analysis, { hasDrifted: true }))).toEqual([english, chinese]);
  });

  it('says nothing of a change that may be chance', () => {
    const feature = drifted({ A: 60, I: 20 }, mustBe);
    expect(said(feature, lensTitle)).toEqual(said(counted(mustBe), lensTitle));
  });

  it('says that tallies cannot be read, rather than that there are none', () => {
    const unreadable = (feature: Feature) => said(feature, (it, analysis) => lensTitle(it, analysis, { talliesUnreadable: true }));
    expect(unreadable({ id: 'a' })).toEqual(['$(error) tally has an error, not counted', '$(error) 统计有误，未计入']);
    expect(unreadable({ id: 'a', assumed: 'A' })).toEqual([
      '$(error) Attractive? · tally has an error, not counted',
      '$(error) 魅力型？ · 统计有误，未计入',
    ]);
  });
});
