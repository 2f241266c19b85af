import { describe, expect, it } from 'vitest';
import { type AnswerFilter, allAnswers } from '../../../src/analysis/answerFilter.ts';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { finish } from '../../../src/base/steps.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { matrixPoints } from '../../../src/matrix/matrixPoint.ts';
import { addressOf, type Content, keyAt, type Question } from '../../../src/page/state/content.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { toFeatureRow } from '../../../src/page/state/featureTable.ts';
import { readableColumns } from '../../../src/report/featureColumns.ts';

const shop = `kano: 1
product: Shop
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
stages:
  - { id: buy, name: Buy }
  - { id: find, name: Find }
touchpoints:
  - { id: search, name: Search page, stage: find, emotion: -1, activities: [technology], weight: 2 }
  - { id: till, name: Checkout, stage: buy, pains: [too slow], activities: [service] }
  - { id: lost, name: Lost }
surveys:
  - { id: new, date: 2026-09-15, title: Autumn }
  - { id: old, date: 2025-09-15 }
features:
  - id: pay
    title: Pay
    status: planned
    touchpoints: [till, nowhere]
    effort: 3
    owner: "@team"
    tags: [money]
    assumed: O
    tallies:
      - { survey: old, persona: member, counts: { A: 60, O: 10, M: 10, I: 20 } }
      - { survey: new, persona: member, counts: { M: 70, O: 20, A: 5, I: 5 }, importance: 8 }
      - { survey: new, persona: guest, counts: { M: 10, O: 20, A: 10, I: 60 } }
  - id: find
    title: Find
    touchpoints: [search]
    dependsOn: [index]
    tallies:
      - { survey: new, persona: guest, counts: { O: 60, A: 20, I: 20 } }
  - id: index
    title: Index
    touchpoints: [search]
  - id: done
    title: Done
    status: shipped
    tally: { A: 50 }
metrics:
  - { id: orders, name: Orders, unit: a day, better: higher, target: 40, touchpoint: till, readings: [{ date: 2026-01-01, value: 30 }, { date: 2025-01-01, value: 24 }] }
`;

const model = readModel('file:///w/shop.kano.yaml', shop);

function contentOf(question: Question): Content {
  return finish(contentInSteps(question));
}

function content(answers: AnswerFilter = allAnswers, opened = model): Content {
  return contentOf({ products: [singleFileProduct(opened)], answers });
}

const rowsOf = (answers?: AnswerFilter) => new Map(content(answers).rows.map((row) => [row.key, row]));

it('knows the day of the newest survey, where one has a day', () => {
  expect(content().newestSurvey).toBe('2026-09-15');
  expect(content(allAnswers, readModel('file:///w/shop.kano.yaml', 'kano: 1\nsurveys: [{ id: a }]\n')).newestSurvey).toBeNull();
});

describe('rows', () => {
  it('come in build order, closed ones last', () => {
    expect(content().rows.map(({ key, section }) => [key, section])).toEqual([
      ['pay', 'ranked'],
      ['index', 'not-surveyed'],
      ['find', 'ranked'],
      ['done', 'closed'],
    ]);
  });

  it('have a rank up to the last that is to be built', () => {
    expect(content().rows.map(({ key, rank }) => [key, rank])).toEqual([
      ['pay', 1],
      // Nobody was asked, but another feature needs it.
      ['index', 2],
      ['find', 3],
      ['done', null],
    ]);
    const features = [
      ...[
        'reversed, tally: { R: 50 }',
        'wanted, tally: { M: 50 }, dependsOn: [needed]',
        'unknown',
        'torn, tally: { Q: 50 }',
        'guessed, assumed: A',
      ],
      ...['needed, tally: { I: 50 }', 'unnoticed, tally: { I: 50 }', 'perhaps, tally: { I: 26, A: 24 }'],
    ];
    const text = `kano: 1\nproduct: Shop\nfeatures:\n${features.map((each) => `  - { title: T, id: ${each} }\n`).join('')}`;
    expect(
      content(allAnswers, readModel('file:///w/shop.kano.yaml', text)).rows.map(({ key, section, rank }) => [key, section, rank]),
    ).toEqual([
      ['needed', 'ranked', 1],
      ['wanted', 'ranked', 2],
      ['guessed', 'ranked', 3],
      ['perhaps', 'ranked', 4],
      ['unnoticed', 'save-the-effort', 5],
      ['unknown', 'not-surveyed', null],
      ['torn', 'ask-again', null],
      ['reversed', 'do-not-build', null],
    ]);
  });

  it('hold what the views show', () => {
    expect(rowsOf().get('pay')).toMatchObject({
      ...{ id: 'pay', title: 'Pay', file: null, category: 'M', assumed: false, status: 'planned', rank: 1 },
      ...{ touchpoints: ['till'], personasDisagree: true, numbers: { importance: 8, n: 200 } },
      feature: { effort: 3, owner: '@team', tags: ['money'], assumed: 'O' },
      history: [
        { survey: 'old', category: 'A', better: 0.7, worse: -0.2 },
        { survey: 'new', category: 'M' },
      ],
      before: { category: 'A', better: 0.7, worse: -0.2, significant: true },
      drift: 'decay',
      personas: [
        { persona: 'member', category: 'M', better: 0.25, worse: -0.9 },
        { persona: 'guest', category: 'I', better: 0.3, worse: -0.3 },
      ],
    });
    expect(rowsOf().get('pay')?.verdict).toMatch(/^The personas see this differently/);
    expect(rowsOf().get('index')?.why).toBe('nobody was asked; needed by “Find”');
    expect(rowsOf().get('find')?.why).toBe('the more the better: 0.80; needs “Index”');
  });

  it('say only what a persona answered, and compare over time and with the others all the same', () => {
    const pay = rowsOf({ persona: 'guest', survey: null }).get('pay');
    expect(pay).toMatchObject({ category: 'I', history: [{ survey: 'new' }], personasDisagree: true });
    expect(pay?.personas).toHaveLength(2);
    expect(rowsOf({ persona: 'member', survey: null }).get('find')).toMatchObject({ category: null, section: 'unasked' });
    expect(rowsOf({ persona: 'member', survey: null }).get('done')).toMatchObject({ category: null });
  });

  it('have a place of their own while their answers cannot be counted, and say few answers as counts', () => {
    const text =
      'kano: 1\nproduct: Shop\nfeatures:\n  - { id: broken, title: Broken, tally: { M: many } }\n  - { id: few, title: Few, tally: { M: 9, I: 5 } }\n';
    const rows = new Map(content(allAnswers, readModel('file:///w/few.kano.yaml', text)).rows.map((row) => [row.key, row]));
    expect(rows.get('broken')).toMatchObject({
      category: null,
      section: 'cannot-be-counted',
      details: ['tally has an error, not counted'],
    });
    expect(rows.get('few')?.details[0]).toBe('Must-be 9 of 14');
    expect(rowsOf().get('find')?.details[0]).toBe('One-dimensional 60% of 100');
  });

  it('say what an earlier survey said', () => {
    expect(rowsOf({ persona: null, survey: 'old' }).get('pay')).toMatchObject({ category: 'A' });
    expect(rowsOf({ persona: null, survey: 'old' }).get('pay')?.history).toHaveLength(2);
  });

  it('stay the same objects while another feature is edited', () => {
    const before = content();
    const line = shop.split('\n').indexOf('    title: Done');
    const range = { start: { line, character: 11 }, end: { line, character: 15 } };
    const after = content(allAnswers, updateModel(model, [{ range, text: 'Ready' }]));
    expect(after.rows.map((row, index) => row === before.rows[index])).toEqual([true, true, true, false]);
    expect(after.rows[3]?.title).toBe('Ready');
  });

  it('change where the feature that needs them is renamed', () => {
    const line = shop.split('\n').indexOf('    title: Find');
    const range = { start: { line, character: 11 }, end: { line, character: 15 } };
    const after = content(allAnswers, updateModel(model, [{ range, text: 'Seek' }]));
    expect(after.rows.find(({ key }) => key === 'index')?.why).toBe('nobody was asked; needed by “Seek”');
  });
});

it.each<[AnswerFilter, string, string]>([
  [allAnswers, 'pay', '40% of 200'],
  [{ persona: 'guest', survey: null }, 'pay', '60% of 100'],
  [{ persona: 'member', survey: null }, 'done', ''],
  [{ persona: null, survey: 'old' }, 'pay', '60% of 100'],
])('with the answers of %j, %s has %j answers', (answers, key, text) => {
  const row = rowsOf(answers).get(key);
  const column = readableColumns('panel').find((each) => each.key === 'answers');
  expect(row && column?.text(toFeatureRow([])(row))).toBe(text);
});

describe('lists', () => {
  const { lists } = content();

  it('name personas, and surveys by age', () => {
    expect(lists.personas.map(({ name }) => name)).toEqual(['Member', 'Guest']);
    expect(lists.surveys.map(({ name }) => name)).toEqual(['old (2025-09-15)', 'Autumn (2026-09-15)']);
  });

  const sums = (mustBeGaps: number, risk: number, opportunity: number) => ({
    mustBeGaps,
    risk: expect.closeTo(risk, 10),
    opportunity: expect.closeTo(opportunity, 10),
  });

  it('sum up touchpoints in journey order, stages and activities', () => {
    expect(lists.touchpoints).toMatchObject([
      { key: 'till', stage: 'buy', sums: sums(1, 0.6, 0), value: { pains: ['too slow'] } },
      { key: 'search', stage: 'find', sums: sums(0, 1.2, 1.6), value: { emotion: -1 } },
      { key: 'lost', stage: null, sums: sums(0, 0, 0) },
    ]);
    expect(lists.stages).toMatchObject([
      { key: 'buy', sums: sums(1, 0.6, 0) },
      { key: 'find', sums: sums(0, 0.6, 0.8) },
    ]);
    expect(lists.activities).toMatchObject([
      { key: 'service', sums: sums(1, 0.6, 0) },
      { key: 'technology', sums: sums(0, 0.6, 0.8) },
    ]);
  });

  it('say of a percentage that fell by how many points, and that it is better', () => {
    const text = `kano: 1
product: Shop
metrics:
  - { id: returns, name: Returns, unit: "%", better: lower, readings: [{ date: 2025-01-01, value: 24 }, { date: 2026-01-01, value: 18 }] }
`;
    const [returns] = content(allAnswers, readModel('file:///w/metrics.kano.yaml', text)).lists.metrics;
    expect(returns).toMatchObject({ change: '−6 percentage points (−25%)', improved: true, isRising: false });
  });

  it('tell how far metrics are', () => {
    expect(lists.metrics).toMatchObject([
      {
        ...{ name: 'Orders', touchpoint: 'Checkout', first: '24 a day', newest: '30 a day', change: '+6 a day (+25%)', improved: true },
        ...{ target: '40 a day', toTarget: '10 a day to go', reached: false, targetValue: 40 },
        readings: [{ date: '2025-01-01' }, { date: '2026-01-01' }],
      },
    ]);
  });
});

describe('several products', () => {
  const other = readModel(
    'file:///w/app/app.kano.yaml',
    `kano: 1
product: App
stages: [{ id: buy, name: Tap }]
touchpoints: [{ id: till, name: Tap to pay, stage: buy }]
features:
  - { id: pay, title: Pay by phone, touchpoints: [till], tally: { M: 95, O: 5 } }
  - { id: look, title: Looks, tally: { A: 90, I: 10 } }
`,
  );
  const both = contentOf({ products: [model, other].map(singleFileProduct), answers: allAnswers });

  it('stand in one order, with the file beside ids that stand in two', () => {
    expect(both.rows.map(({ key, title, file }) => [key, title, file])).toEqual([
      ['pay#2', 'Pay by phone', 'app/app.kano.yaml'],
      ['pay', 'Pay', 'shop.kano.yaml'],
      ['index', 'Index', null],
      ['find', 'Find', null],
      ['look', 'Looks', null],
      ['done', 'Done', null],
    ]);
    expect(both.features.get('pay#2')?.uri).toBe(other.uri);
    expect(both.name).toBe('Shop · App');
  });

  it('are named once, whatever the number of files that describe one', () => {
    const products = [model, other, readModel('file:///w/more.kano.yaml', 'kano: 1\nproduct: Shop\n')].map(singleFileProduct);
    expect(contentOf({ products, answers: allAnswers }).name).toBe('Shop · App');
  });

  it('keep touchpoints and stages of the same id apart', () => {
    expect(both.lists.touchpoints.map(({ key, name, stage, sums }) => [key, name, stage, sums.mustBeGaps])).toEqual([
      ['till', 'Checkout', 'buy', 1],
      ['search', 'Search page', 'find', 0],
      ['till#2', 'Tap to pay', 'buy#2', 1],
      ['lost', 'Lost', null, 0],
    ]);
    expect(both.rows[0]?.touchpoints).toEqual(['till#2']);
  });

  it('that share a file count its features once', () => {
    const shared = [
      { ...singleFileProduct(model), models: [model, other] },
      { ...singleFileProduct(other), models: [other] },
    ];
    const twice = contentOf({ products: shared, answers: allAnswers });
    expect(twice.rows).toHaveLength(6);
    expect(twice.lists.touchpoints.map(({ sums }) => sums.mustBeGaps)).toEqual([2, 0, 0, 0]);
  });

  it('have addresses that lead back to each feature', () => {
    for (const [key, shown] of both.features) {
      const address = addressOf(both, shown);
      expect(address).toMatchObject({ uri: shown.uri, list: 'features', occurrence: 0 });
      expect(address && keyAt(both, address)).toBe(key);
    }
    expect(keyAt(both, { id: 'pay' })).toBe('pay');
    expect(keyAt(both, { id: 'gone' })).toBeNull();
    expect(keyAt(both, { id: 'pay', uri: model.uri, occurrence: 1 })).toBeNull();
  });
});

it('shows titles without marks that turn the direction of writing, in lists and in the matrix alike', () => {
  const text = 'kano: 1\nfeatures: [{ id: a, title: "\\u202Elive\\u202C", tally: { M: 60, I: 40 } }]\n';
  const product = singleFileProduct(readModel('file:///w/a.kano.yaml', text));
  const { rows } = contentOf({ products: [product], answers: allAnswers });
  expect(rows.map(({ title }) => title)).toEqual(['live']);
  const features = product.opened.list('features').map(({ value }) => value);
  expect(matrixPoints(features, analysisOfProduct(product)).map(({ title }) => title)).toEqual(['live']);
});
