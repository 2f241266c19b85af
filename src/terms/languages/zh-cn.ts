import type { LanguageRecord } from './languageRecord.ts';

/** Simplified Chinese. Traditional Chinese is not served: its readers get English. */
export const zhCn: LanguageRecord<'zh-cn'> = {
  tag: 'zh-cn',
  serves: /^zh(?:-(?:hans|cn|sg)\b.*)?$/i,
  locale: 'zh-CN',
  spacedConjunctions: /^[和或]$/,
  listSeparator: '，',
  noteSeparator: '；',
  quote: (text) => `“${text}”`,
  percent: (number) => `${number}%`,
  range: (from, to) => `${from} 至 ${to}`,
  answers: {
    like: {
      label: '喜欢',
      text: '我喜欢这样',
    },
    'must-be': {
      label: '理应如此',
      text: '理应如此',
    },
    neutral: {
      label: '无所谓',
      text: '我无所谓',
    },
    'live-with': {
      label: '能忍受',
      text: '我能忍受',
    },
    dislike: {
      label: '不喜欢',
      text: '我不喜欢这样',
    },
  },
  noAnswer: ['未回答', '跳过', '空'],
  questions: {
    functional: { template: '如果产品具备“{title}”，您感觉如何？', headers: ['正向', '正向问题', '具备'] },
    dysfunctional: { template: '如果产品不具备“{title}”，您感觉如何？', headers: ['反向', '反向问题', '不具备'] },
    importance: { template: '“{title}”对您有多重要？', headers: ['重要性', '重要程度', '重要度'] },
  },
  columns: {
    persona: ['用户画像'],
    respondent: ['受访者', '答卷编号', '序号', '编号'],
    wave: ['波次', '轮次', '批次'],
    weight: ['权重', '加权'],
    otherNumbers: ['年龄'],
  },
};
