import type { LanguageRecord } from './languageRecord.ts';

export const en: LanguageRecord<'en'> = {
  tag: 'en',
  serves: /^en\b/i,
  locale: 'en',
  listLocale: 'en-GB',
  listSeparator: ', ',
  noteSeparator: '; ',
  quote: (text) => `“${text}”`,
  percent: (number) => `${number} %`,
  range: (from, to) => `${from} to ${to}`,
  answers: {
    like: {
      label: 'Like',
      text: 'I like it that way',
      // biome-ignore format: a list of phrases, several a line.
      others: [
        'I like it', 'I like it this way', 'I like that', 'I like this', 'I would like it', 'I would like that',
        'I would like it that way', "I'd like it", 'I enjoy it that way', 'I enjoy it', 'I would enjoy it',
        'I would like it very much', 'I like it very much', 'I am delighted',
      ],
    },
    'must-be': {
      label: 'Must be',
      text: 'It must be that way',
      // biome-ignore format: a list of phrases, several a line.
      others: [
        'Must-be', 'Must have', 'It must be this way', 'Must be that way', 'It has to be that way', 'I expect it',
        'I expect that', 'I expect this', 'Expect it', 'I would expect it', 'I expect it that way',
        'I expect it to be that way', 'I expect it to be this way', 'It is a basic necessity',
        'It is a basic necessity or I expect it that way', 'Basic necessity',
      ],
    },
    neutral: {
      label: 'Neutral',
      text: 'I am neutral',
      others: ["I'm neutral", 'I feel neutral', 'I would be neutral', "I don't care", 'I do not care'],
    },
    'live-with': {
      label: 'Live with',
      text: 'I can live with it that way',
      // biome-ignore format: a list of phrases, several a line.
      others: [
        'Live with it', 'I can live with it', 'I can live with it this way', 'I can live with that',
        'I could live with it', 'Can live with it', 'I can tolerate it', 'I can tolerate it that way',
        'I can tolerate that', 'I could tolerate it', 'Tolerate', 'I can put up with it',
      ],
    },
    dislike: {
      label: 'Dislike',
      text: 'I dislike it that way',
      // biome-ignore format: a list of phrases, several a line.
      others: [
        'I dislike it', 'I dislike it this way', 'I dislike that', 'I dislike this', 'I would dislike it',
        'I would dislike it that way', "I'd dislike it", "I don't like it", 'I do not like it',
        "I don't like it that way", 'I hate it',
      ],
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
    otherNumbers: ['age'],
  },
};
