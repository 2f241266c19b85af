import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen } from '../../../src/analysis/buildOrder.ts';
import { analyseProduct, type ProductInput } from '../../../src/analysis/productAnalysis.ts';
import type { Feature, Metric, Touchpoint } from '../../../src/document/format/model.ts';
import { anyContext, anyFeature, numbersIn } from './arbitraries.ts';
import { contextWith } from './product.ts';

const example: ProductInput = {
  context: contextWith({ surveys: [{ id: '2026-q3', date: '2026-09-15' }], shares: new Map([['member', 0.4]]) }),
  features: [
    {
      id: 'accurate-description',
      title: 'Description matches the product',
      status: 'planned',
      touchpoints: ['search'],
      effort: 3,
      tallies: [{ survey: '2026-q3', persona: 'member', counts: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 } }],
    },
  ],
  touchpoints: [{ id: 'search', name: 'Product search', stage: 'discover', activities: ['technology'] }],
  stages: [{ id: 'discover', name: 'Discover' }],
  metrics: [
    {
      id: 'repeat-purchase',
      better: 'higher',
      target: 35,
      readings: [
        { date: '2026-03-31', value: 24 },
        { date: '2026-09-30', value: 29 },
      ],
    },
  ],
};

test('the roll-ups of the documented output', () => {
  const product = analyseProduct(example);
  const [feature] = example.features as [Feature];
  const sums = { mustBeGaps: 1, risk: expect.closeTo(0.856, 3), opportunity: 0 };
  expect(product.priority(feature)).toEqual({ rank: 1, neededBy: [] });
  expect(product.personasTest(feature)).toBeNull();
  expect(product.touchpoints).toEqual([{ id: 'search', stage: 'discover', ...sums, rank: 1 }]);
  expect(product.stages).toEqual([{ id: 'discover', ...sums }]);
  expect(product.activities).toEqual([{ id: 'technology', ...sums }]);
  expect(product.metrics).toEqual([
    { id: 'repeat-purchase', first: 24, newest: 29, change: 5, relativeChange: expect.closeTo(0.208, 3), improved: true, toTarget: 6 },
  ]);
});

test('personas are tested over all features of the product, shipped ones too', () => {
  const tallies = [
    { persona: 'a', counts: { M: 26, A: 16 } },
    { persona: 'b', counts: { M: 16, A: 26 } },
  ];
  const open: Feature = { id: 'open', tallies };
  const shipped: Feature = { id: 'shipped', status: 'shipped', tallies: tallies.toReversed() };
  const product = analyseProduct({ ...example, features: [open, shipped] });
  expect(product.personasTest(open)).toMatchObject({ p: expect.closeTo(0.0291, 4), pAdjusted: expect.closeTo(0.0582, 4), disagree: false });
  expect(analyseProduct({ ...example, features: [open] }).personasTest(open)).toMatchObject({ disagree: true });
  expect(product.personasTest({ id: 'elsewhere', tallies })).toBeNull();
});

test('is computed when first asked for, and once', () => {
  const product = analyseProduct(example);
  for (const key of ['buildOrder', 'touchpoints', 'stages', 'activities', 'metrics', 'rejectedDependencies', 'dependencies'] as const) {
    expect(product[key]).toBe(product[key]);
  }
  const broken = new Proxy([] as Feature[], {
    get: () => {
      throw new Error('read too early');
    },
  });
  const lazy = analyseProduct({ ...example, features: broken });
  expect(() => lazy.metrics).not.toThrow();
  expect(() => lazy.buildOrder).toThrow('read too early');
});

test('an empty product', () => {
  const product = analyseProduct({ context: contextWith(), features: [], touchpoints: [], stages: [], metrics: [] });
  const { buildOrder, touchpoints, stages, activities, metrics, rejectedDependencies, dependencies } = product;
  for (const list of [buildOrder, touchpoints, stages, activities, metrics, rejectedDependencies, dependencies.cycles])
    expect(list).toEqual([]);
});

describe('whatever the product', () => {
  const anyProduct = fc
    .tuple(fc.array(anyFeature, { maxLength: 8 }), anyContext)
    .map(([features, context]): ProductInput => ({ context, features, touchpoints, stages: [{ id: 's1' }, { id: 's1' }, {}], metrics }));
  const touchpoints: Touchpoint[] = [
    { id: 't1', weight: 1e308, activities: ['service'] },
    { id: 't2', stage: 's1', weight: 5e-324 },
    { id: 't1', stage: 's1' },
    {},
  ];
  const metrics: Metric[] = [
    {
      id: 'm',
      better: 'lower',
      target: 5e-324,
      readings: [
        { date: '2026-01-01', value: 5e-324 },
        { date: '2026-01-02', value: 1e308 },
      ],
    },
  ];

  test('no number is NaN, infinite or −0', () => {
    fc.assert(
      fc.property(anyProduct, (input) => {
        const product = analyseProduct(input);
        const perFeature = input.features.map((feature) => [product.priority(feature), product.personasTest(feature)]);
        const { touchpoints, stages, activities, metrics } = product;
        for (const number of numbersIn([perFeature, touchpoints, stages, activities, metrics])) {
          expect(Number.isFinite(number)).toBe(true);
          expect(Object.is(number, -0)).toBe(false);
        }
      }),
    );
  });

  test('a stage is no riskier than its touchpoints together, and gaps are whole open features', () => {
    fc.assert(
      fc.property(anyProduct, (input) => {
        const product = analyseProduct({ ...input, touchpoints: touchpoints.map(({ weight: _, ...rest }) => rest) });
        const open = input.features.filter(isOpen).length;
        for (const { id, mustBeGaps, risk } of product.stages) {
          const there = product.touchpoints.filter(({ stage }) => stage === id);
          expect(risk).toBeLessThanOrEqual(there.reduce((sum, touchpoint) => sum + touchpoint.risk, 0) + 1e-9);
          expect(Number.isInteger(mustBeGaps) && mustBeGaps <= open).toBe(true);
        }
      }),
    );
  });
});

test('10,000 features that each need the next are ranked from the last to the first', () => {
  const length = 10_000;
  const features = Array.from(
    { length },
    (_, index): Feature => ({ id: `f${index}`, tally: { M: length - index, I: 1 }, dependsOn: [`f${index + 1}`] }),
  );
  const product = analyseProduct({ ...example, features });
  expect(product.buildOrder).toEqual(features.toReversed());
  expect(product.priority(features.at(-1) as Feature)).toEqual({ rank: 1, neededBy: [`f${length - 2}`] });
});

test('refined classes are cut at the mean importance of the features that have one, and move no rank', () => {
  const feature = (id: string, importance: number | null, M: number, I: number): Feature => ({
    id,
    tallies: [{ counts: { M, I }, ...(importance === null ? {} : { importance }) }],
  });
  const features = [feature('a', 8, 60, 10), feature('b', 4, 50, 10), feature('c', null, 40, 10), feature('d', 6, 10, 40)];
  const product = analyseProduct({ ...example, features });
  expect(product.meanImportance).toBe(6);
  expect(features.map((each) => product.refinedClass(each))).toEqual(['critical', 'necessary', null, 'potential']);
  // Of a category that is not settled nothing is said: 40 against 35, and 29 answers.
  const unsettled = [...features, feature('e', 8, 40, 35), feature('f', 8, 29, 0)];
  const withUnsettled = analyseProduct({ ...example, features: unsettled });
  expect(unsettled.slice(-2).map((each) => withUnsettled.refinedClass(each))).toEqual([null, null]);
  const swapped = [feature('a', 4, 60, 10), feature('b', 8, 50, 10), feature('c', null, 40, 10), feature('d', 6, 10, 40)];
  const ids = (all: readonly Feature[]) => analyseProduct({ ...example, features: all }).buildOrder.map(({ id }) => id);
  expect(ids(swapped)).toEqual(ids(features));
  expect(analyseProduct({ ...example, features: [feature('c', null, 40, 10)] }).meanImportance).toBeNull();
});
