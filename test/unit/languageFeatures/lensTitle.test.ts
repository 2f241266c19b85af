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
      '$(shield) Must-be 61 % · n 100 · Better 0.27 · Worse −0.86',
      '$(shield) 必备 61% · n 100 · Better 0.27 · Worse −0.86',
    ],
    [
      'a sure one-dimensional',
      counted({ O: 60, M: 20, A: 15, I: 5 }),
      '$(graph-line) One-dimensional 60 % · n 100 · Better 0.75 · Worse −0.80',
      '$(graph-line) 期望 60% · n 100 · Better 0.75 · Worse −0.80',
    ],
    [
      'a sure attractive',
      counted({ A: 1200, I: 300, O: 500 }),
      '$(sparkle) Attractive 60 % · n 2,000 · Better 0.85 · Worse −0.25',
      '$(sparkle) 魅力 60% · n 2,000 · Better 0.85 · Worse −0.25',
    ],
    [
      'a sure indifferent; no minus before zero',
      counted({ I: 40 }),
      '$(circle-outline) Indifferent 100 % · n 40 · Better 0.00 · Worse 0.00',
      '$(circle-outline) 无差异 100% · n 40 · Better 0.00 · Worse 0.00',
    ],
    ['a sure reverse without coefficients', counted({ R: 40 }), '$(thumbsdown) Reverse 100 % · n 40', '$(thumbsdown) 反向 100% · n 40'],
    [
      'questionable, whatever the others say',
      counted({ Q: 40, M: 20, O: 20 }),
      '$(question) Questionable 50 % · n 80 · Better 0.50 · Worse −1.00',
      '$(question) 可疑 50% · n 80 · Better 0.50 · Worse −1.00',
    ],
    [
      'two categories that cannot be told apart',
      counted({ M: 14, O: 13, A: 4, I: 3 }),
      '$(shield) Must-be or One-dimensional · 41 % / 38 % · n 34',
      '$(shield) 必备或期望 · 41% / 38% · n 34',
    ],
    [
      'few answers: counts instead of shares',
      counted({ M: 9, O: 3, I: 2 }),
      '$(shield) Must-be 9 of 14 · Better 0.21 · Worse −0.86',
      '$(shield) 14 人中 9 人为必备 · Better 0.21 · Worse −0.86',
    ],
    [
      'a single answer',
      counted({ A: 1 }),
      '$(sparkle) Attractive 1 of 1 · Better 1.00 · Worse 0.00',
      '$(sparkle) 1 人中 1 人为魅力 · Better 1.00 · Worse 0.00',
    ],
    [
      'a change',
      drifted({ A: 70, O: 20, M: 10 }, mustBe),
      '$(shield) Must-be 61 % · n 100 · Better 0.27 · Worse −0.86 · was Attractive in 2025-q3',
      '$(shield) 必备 61% · n 100 · Better 0.27 · Worse −0.86 · 2025-q3 时为魅力',
    ],
    [
      'a change from tallies without a survey',
      { id: 'a', tallies: [{ counts: { A: 70, O: 20, M: 10 } }, { survey: '2026-q3', counts: mustBe }] },
      '$(shield) Must-be 61 % · n 100 · Better 0.27 · Worse −0.86 · was Attractive before',
      '$(shield) 必备 61% · n 100 · Better 0.27 · Worse −0.86 · 此前为魅力',
    ],
    [
      'the same category as before',
      drifted({ M: 50, O: 30, I: 20 }, mustBe),
      '$(shield) Must-be 61 % · n 100 · Better 0.27 · Worse −0.86',
      '$(shield) 必备 61% · n 100 · Better 0.27 · Worse −0.86',
    ],
    [
      'uncertain between what it was and what it seems to be',
      drifted({ O: 60, M: 20, A: 15, I: 5 }, { M: 14, O: 13, A: 4, I: 3 }),
      '$(shield) Must-be or One-dimensional · 41 % / 38 % · n 34',
      '$(shield) 必备或期望 · 41% / 38% · n 34',
    ],
    [
      'uncertain, and something else before',
      drifted({ A: 60, I: 20 }, { M: 14, O: 13, A: 4, I: 3 }),
      '$(shield) Must-be or One-dimensional · 41 % / 38 % · n 34 · was Attractive in 2025-q3',
      '$(shield) 必备或期望 · 41% / 38% · n 34 · 2025-q3 时为魅力',
    ],
    ['nothing', { id: 'a' }, '$(circle-slash) not surveyed yet', '$(circle-slash) 尚未调查'],
    ['a tally of nobody', counted({ M: 0 }), '$(circle-slash) not surveyed yet', '$(circle-slash) 尚未调查'],
    ['an assumption', { id: 'a', assumed: 'M' }, '$(shield) Must-be? (assumed) · not surveyed', '$(shield) 必备？（推测） · 未调查'],
    [
      'an assumption that a survey has answered',
      { ...counted(mustBe), assumed: 'A' },
      '$(shield) Must-be 61 % · n 100 · Better 0.27 · Worse −0.86',
      '$(shield) 必备 61% · n 100 · Better 0.27 · Worse −0.86',
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
      '$(error) Attractive? (assumed) · tally has an error, not counted',
      '$(error) 魅力？（推测） · 统计有误，未计入',
    ]);
  });
});
