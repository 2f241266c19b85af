import { describe, expect, it } from 'vitest';
import { questionCount } from '../../../src/survey/questionnaire/questionnaire.ts';
import { inBoth, inLanguage } from '../terms/speak.ts';
import { questionnaireFrom } from './askedProduct.ts';

const texts = (...parameters: Parameters<typeof questionnaireFrom>) =>
  questionnaireFrom(...parameters).features.flatMap(({ questions }) => questions.map(({ text }) => text));

describe('the questions', () => {
  it('come from the file, or else from the title', () => {
    const features = [
      { id: 'a', title: 'A', question: { functional: 'With A?', dysfunctional: 'Without A?' } },
      { id: 'b', title: 'Voice search', question: { dysfunctional: 'Only by typing?' } },
      { id: 'c', title: 'Delivery is free' },
    ];
    expect(texts({ features })).toEqual([
      'With A?',
      'Without A?',
      'How do you feel if the product has this: “Voice search”?',
      'Only by typing?',
      'How do you feel if the product has this: “Delivery is free”?',
      'How do you feel if the product does not have this: “Delivery is free”?',
    ]);
  });

  it('are available in both languages', () => {
    expect(inBoth(() => texts({ features: [{ id: 'a', title: 'A' }] }, { importance: true }))).toEqual([
      [
        'How do you feel if the product has this: “A”?',
        'How do you feel if the product does not have this: “A”?',
        'How important is this to you: “A”?',
      ],
      ['如果产品具备“A”，您感觉如何？', '如果产品不具备“A”，您感觉如何？', '“A”对您有多重要？'],
    ]);
  });

  it('have the columns that the import reads', () => {
    const [feature] = questionnaireFrom({ features: [{ id: 'fast-search', title: 'Fast' }] }, { importance: true }).features;
    expect(feature?.questions.map(({ kind, column }) => [kind, column])).toEqual([
      ['functional', 'fast-search_functional'],
      ['dysfunctional', 'fast-search_dysfunctional'],
      ['importance', 'fast-search_importance'],
    ]);
  });

  it('are about open features, in the order of the file', () => {
    const statuses = ['shipped', 'planned', 'rejected', 'idea', undefined, 'in-progress'];
    const features = statuses.map((status, index) => ({ id: `f${index}`, title: 'T', ...(status && { status }) }));
    expect(questionnaireFrom({ features }).features.map(({ id }) => id)).toEqual(['f1', 'f3', 'f4', 'f5']);
  });

  it('are asked once for duplicate ids, and never without an id', () => {
    const features = [{ id: 'a', title: 'First' }, { title: 'Nothing' }, { id: 'a', title: 'Second' }, { id: 'Not An Id', title: 'X' }];
    expect(questionnaireFrom({ features }).features.map(({ title }) => title)).toEqual(['First']);
  });

  it('are one line each, whatever the file contains', () => {
    const features = [
      { id: 'a', title: 'One\n\ntwo\t\u202Ethree', description: '  More\nof it ', question: { functional: '\n', dysfunctional: 'No\nA?' } },
    ];
    const [feature] = questionnaireFrom({ product: 'Shop\nand more', features }).features;
    expect([feature?.title, feature?.description]).toEqual(['One two three', 'More of it']);
    expect(feature?.questions.map(({ text }) => text)).toEqual(['How do you feel if the product has this: “One two three”?', 'No A?']);
  });

  it('name the file if the product has no name', () => {
    expect(questionnaireFrom({ product: undefined }).product).toBe('shop.kano.yaml');
  });
});

describe('the respondent’s persona', () => {
  const features = [{ id: 'a', title: 'A' }];

  it('is asked by name, and stored by id', () => {
    const personas = [
      { id: 'member', name: 'Member', description: 'Has an account' },
      { id: 'guest', name: 'Guest' },
    ];
    expect(questionnaireFrom({ personas, features }).persona).toEqual({
      column: 'persona',
      text: 'Which of these describes you best?',
      choices: [
        { id: 'member', name: 'Member', description: 'Has an account' },
        { id: 'guest', name: 'Guest' },
      ],
    });
  });

  it('is not asked without a choice', () => {
    expect(questionnaireFrom({ features })).not.toHaveProperty('persona');
    expect(questionnaireFrom({ personas: [{ id: 'only', name: 'Only' }], features })).not.toHaveProperty('persona');
  });
});

describe('how long it takes', () => {
  const minutes = (count: number, importance = false) =>
    questionnaireFrom({ features: Array.from({ length: count }, (_, index) => ({ id: `f${index}`, title: 'T' })) }, { importance }).minutes;

  it('is twelve seconds a question, in whole minutes, at least one', () => {
    expect([0, 1, 2, 3, 20, 24].map((count) => minutes(count))).toEqual([1, 1, 1, 2, 8, 10]);
    expect(minutes(20, true)).toBe(12);
  });

  it('counts every question about a feature', () => {
    const { features } = questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }, { importance: true });
    expect(questionCount(features)).toBe(3);
  });
});

it('does not keep the language of an earlier questionnaire', () => {
  const english = questionnaireFrom({ features: [{ id: 'a', title: 'A' }] });
  inLanguage('zh-cn', () => questionnaireFrom({ features: [{ id: 'a', title: 'A' }] }));
  expect(questionnaireFrom({ features: [{ id: 'a', title: 'A' }] })).toEqual(english);
});
