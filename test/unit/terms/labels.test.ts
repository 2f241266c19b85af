import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/analysis/results.ts';
import {
  activities,
  buildOrders,
  categoryRules,
  defaultAnalysisSettings,
  evaluationTables,
  listKeys,
  statuses,
} from '../../../src/document/format/model.ts';
import { matrixTexts } from '../../../src/matrix/matrixTexts.ts';
import { driftLabel, movesSince, quadrantLabel, quadrantMeaning } from '../../../src/terms/categoryLabels.ts';
import { matrixDescription } from '../../../src/terms/featureSentences.ts';
import { activityLabel, answerLabel, definitionHeading, definitionNoun, numberLabel, statusLabel } from '../../../src/terms/labels.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { orderLabel, ruleLabel, ruleMeaning, settingsSentence, surveyedSentence, tableLabel } from '../../../src/terms/settingsLabels.ts';
import { inBoth } from './speak.ts';

const drifts = ['decay', 'emerging', 'reversal', 'rejection', 'acceptance', 'other'] as const;
const moved = (z: number): Change => {
  return { from: null, to: null, categories: ['A', 'M'], kind: 'decay', betterZ: z, worseZ: z, reverseZ: z, questionableZ: z };
};
const quadrants = ['A', 'O', 'M', 'I'] as const;
const numberNames = ['better', 'worse', 'z', 'stability', 'mustBeGaps', 'risk', 'opportunity'] as const;

describe('labels', () => {
  it.each<[string, () => string[], string[], string[]]>([
    [
      'statuses',
      () => statuses.map(statusLabel),
      ['Idea', 'Planned', 'In progress', 'Shipped', 'Rejected'],
      ['想法', '已计划', '进行中', '已上线', '已否决'],
    ],
    [
      'activities of the value chain',
      () => activities.map(activityLabel),
      [
        'Inbound logistics',
        'Operations',
        'Outbound logistics',
        'Marketing and sales',
        'Service',
        'Procurement',
        'Technology development',
        'Human resource management',
        'Firm infrastructure',
      ],
      ['进货物流', '生产运营', '发货物流', '市场与销售', '服务', '采购', '技术开发', '人力资源管理', '企业基础设施'],
    ],
    [
      'answers',
      () => answerKeys.map(answerLabel),
      ['Like', 'Must be', 'Neutral', 'Live with', 'Dislike'],
      ['喜欢', '理应如此', '无所谓', '能忍受', '不喜欢'],
    ],
    [
      'kinds of drift',
      () => drifts.map(driftLabel),
      ['Decay', 'Emerging', 'Reversal', 'Rejection', 'Acceptance', 'Other change'],
      ['衰退', '显现', '回落', '排斥', '接纳', '其他变化'],
    ],
    ['tables', () => evaluationTables.map(tableLabel), ['standard table', 'Pouliot’s table'], ['标准评价表', 'Pouliot 评价表']],
    ['rules', () => categoryRules.map(ruleLabel), ['mode', 'Berger’s rule', 'lead rule'], ['众数规则', 'Berger 规则', '领先规则']],
    ['build orders', () => buildOrders.map(orderLabel), ['Kano order', 'value per effort'], ['Kano 顺序', '单位工作量的价值']],
    [
      'quadrants',
      () => quadrants.map(quadrantLabel),
      ['Attractive', 'One-dimensional', 'Must-be', 'Indifferent'],
      ['魅力型', '期望型', '必备型', '无差异型'],
    ],
    [
      'definitions',
      () => [...listKeys, 'needs' as const, 'pains' as const].map(definitionNoun),
      ['persona', 'stage', 'touchpoint', 'activity', 'survey', 'feature', 'metric', 'need', 'pain'],
      ['用户画像', '阶段', '触点', '价值链活动', '调查', '功能', '指标', '需要', '痛点'],
    ],
  ])('%s', (_what, say, english, chinese) => {
    expect(inBoth(say)).toEqual([english, chinese]);
  });

  it.each<[string, () => string[]]>([
    ['what moved, and in which direction', () => [2, -2].flatMap((z) => movesSince(moved(z)).map(({ sentence }) => sentence))],
    ['rules', () => categoryRules.map(ruleMeaning)],
    ['quadrants', () => quadrants.map(quadrantMeaning)],
    ['headings', () => listKeys.map(definitionHeading)],
    ['numbers', () => numberNames.map(numberLabel)],
    [
      'axes',
      () => {
        const { upMeanings, acrossMeanings } = matrixTexts('', []);
        return [...upMeanings, ...acrossMeanings];
      },
    ],
  ])('%s: all different, all translated', (_what, say) => {
    const [english, chinese] = inBoth(say);
    expect(new Set(english).size).toBe(english.length);
    expect(new Set(chinese).size).toBe(chinese.length);
    expect(chinese.filter((text, index) => text === english[index] && !['Better', 'Worse'].includes(text))).toEqual([]);
  });
});

describe('sentences of the panel', () => {
  const sure = { category: 'M', rival: null, n: 100 } as const;
  it.each<[string, () => string, string, string]>([
    ['foot, how computed', () => settingsSentence(defaultAnalysisSettings), 'standard table · mode', '标准评价表 · 众数规则'],
    [
      'foot, other settings',
      () => settingsSentence({ table: 'pouliot', rule: 'lead', lead: 0.1, order: 'value-per-effort' }),
      'Pouliot’s table · lead rule 0.1 · value per effort',
      'Pouliot 评价表 · 领先规则 0.1 · 单位工作量的价值',
    ],
    [
      'foot, how many were asked',
      () => surveyedSentence(2, 400, 371),
      '2 surveys · 400 invited, 371 at most answered',
      '2 次调查 · 邀请 400 人，最多 371 人作答',
    ],
    [
      'foot, not known how many were asked',
      () => surveyedSentence(1, null, 1200),
      '1 survey · 1,200 at most answered',
      '1 次调查 · 最多 1,200 人作答',
    ],
    [
      'the matrix in words',
      () => matrixDescription('Web shop', [sure]),
      'Prioritisation matrix of Web shop by Better and |Worse|, number of features: 1',
      'Web shop 的优先级矩阵，按 Better 与 |Worse| 分布，功能数：1',
    ],
    [
      'the matrix in words, with categories that are not clear',
      () => matrixDescription('Web shop', [sure, { ...sure, rival: 'O' }, { ...sure, n: 29, rival: 'O' }]),
      'Prioritisation matrix of Web shop by Better and |Worse|, number of features: 3; undecided between two categories: 1',
      'Web shop 的优先级矩阵，按 Better 与 |Worse| 分布，功能数：3；在两个类别之间未定：1',
    ],
  ])('%s', (_case, say, english, chinese) => {
    expect(inBoth(say)).toEqual([english, chinese]);
  });
});
