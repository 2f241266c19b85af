import { expect, it } from 'vitest';
import { matchColumns } from '../../../src/survey/answers/matchColumns.ts';
import { matrixHeaders } from '../../../src/survey/answers/matrixHeader.ts';
import { noSurveyMap } from '../../../src/survey/answers/surveyMap.ts';

it.each([
  ['How do you feel with it? [Pay fast]', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? >> Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? - Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it?—Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['How do you feel with it? — Pay fast', ['How do you feel with it?', 'Pay fast']],
  ['3、如果有以下功能，您觉得如何？——快速支付', ['3、如果有以下功能，您觉得如何？', '快速支付']],
  ['With it—how do you feel?—Pay fast', ['With it—how do you feel?', 'Pay fast']],
  ['With it—Pay—fast', ['With it', 'Pay—fast']],
])('%s has the stem and the row %j', (header, [stem, row]) => {
  expect(matrixHeaders([header])).toContainEqual({ stem, row });
});

it('a dash at an end, and a hyphen in a word, separate nothing', () => {
  expect(['—Pay fast', 'Pay fast—', 'e-mail', '—'].flatMap((header) => matrixHeaders([header]))).toEqual([]);
});

it.each([
  '1、如果有以下功能，您的感受是？—语音搜索',
  'Q1. 如果有以下功能，您的感受是？ [语音搜索]',
  '1.如果有以下功能，您的感受是？——语音搜索',
])('the number before a question that features share counts for nothing: %s', (header) => {
  const question = { functional: '如果有以下功能，您的感受是？', dysfunctional: '如果没有以下功能，您的感受是？' };
  const features = [
    { id: 'voice', title: '语音搜索', question },
    { id: 'dark', title: '深色模式', question },
  ];
  const { meanings } = matchColumns([{ index: 0, texts: [header] }], features, { map: noSurveyMap });
  expect(meanings).toEqual([{ kind: 'question', question: { feature: 'voice', kind: 'functional' } }]);
});
