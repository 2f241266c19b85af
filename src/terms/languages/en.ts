import type { LanguageRecord } from './languageRecord.ts';

export const en: LanguageRecord<'en'> = {
  tag: 'en',
  serves: /^en\b/i,
  locale: 'en',
  listLocale: 'en-GB',
  listSeparator: ', ',
  noteSeparator: '; ',
  quote: (text) => `“${text}”`,
  percent: (number) => `${number}%`,
  range: (from, to) => `${from} to ${to}`,
  answers: {
    like: {
      label: 'Like',
      text: 'I like it that way',
    },
    'must-be': {
      label: 'Must be',
      text: 'It must be that way',
    },
    neutral: {
      label: 'Neutral',
      text: 'I am neutral',
    },
    'live-with': {
      label: 'Live with',
      text: 'I can live with it that way',
    },
    dislike: {
      label: 'Dislike',
      text: 'I dislike it that way',
    },
  },
  noAnswer: ['n/a', 'na', '#n/a', 'null', 'no answer'],
  questions: {
    functional: {
      template: 'How do you feel if the product has this: “{title}”?',
      headers: ['functional', 'func', 'positive', 'pos', 'present', 'with'],
    },
    dysfunctional: {
      template: 'How do you feel if the product does not have this: “{title}”?',
      headers: ['dysfunctional', 'dysfunc', 'dys', 'negative', 'neg', 'absent', 'without'],
    },
    importance: {
      template: 'How important is this to you: “{title}”?',
      headers: ['importance', 'imp', 'important'],
    },
  },
  columns: {
    persona: ['persona'],
    respondent: ['respondent', 'respondent id', 'response id', 'participant', 'participant id', 'answer id', 'id'],
    wave: ['wave', 'survey wave', 'round', 'survey round'],
    weight: ['weight', 'weights', 'sample weight'],
    otherNumbers: ['age'],
  },
};
