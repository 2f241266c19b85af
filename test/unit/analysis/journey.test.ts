import { describe, expect, test } from 'vitest';
import { analyseProduct } from '../../../src/analysis/productAnalysis.ts';
import type { Feature, Stage, Touchpoint } from '../../../src/document/format/model.ts';
import { contextWith, counts } from './product.ts';

const stages: Stage[] = [{ id: 'discover' }, { id: 'buy' }, {}];

function analysisOf(features: readonly Feature[], touchpoints: readonly Touchpoint[]) {
  return analyseProduct({ context: contextWith(), features, touchpoints, stages, metrics: [] });
}

/** Better 0.25, |Worse| 0.75. */
const mustBe = { tally: counts(60, 15, 10, 15) };
/** Better 0.75, |Worse| 0.65. */
const oneDimensional = { tally: counts(10, 55, 20, 15) };
/** Better 0.75, |Worse| 0.15. */
const attractive = { tally: counts(5, 10, 65, 20) };
const indifferent = { tally: counts(20, 20, 20, 40) };

test('by hand: gaps, risk and opportunity of the open features at a touchpoint, times its weight', () => {
  const at = { touchpoints: ['search'] };
  const features: Feature[] = [
    { ...mustBe, ...at },
    { ...oneDimensional, ...at },
    { ...attractive, ...at },
    { ...indifferent, ...at },
    { ...mustBe, ...at, status: 'shipped' },
    { ...mustBe, ...at, status: 'rejected' },
    { ...mustBe, touchpoints: ['elsewhere'] },
    { ...mustBe },
  ];
  expect(analysisOf(features, [{ id: 'search', stage: 'discover', weight: 2 }]).touchpoints).toEqual([
    {
      id: 'search',
      stage: 'discover',
      mustBeGaps: 1,
      risk: expect.closeTo(2 * (0.75 + 0.65), 12),
      opportunity: expect.closeTo(2 * (0.75 + 0.75), 12),
      rank: 1,
    },
  ]);
});

test('an assumption is no data', () => {
  expect(analysisOf([{ assumed: 'M', touchpoints: ['t'] }], [{ id: 't' }]).touchpoints).toMatchObject([
    { mustBeGaps: 0, risk: 0, opportunity: 0 },
  ]);
});

test('a touchpoint named twice by a feature counts it once', () => {
  expect(analysisOf([{ ...mustBe, touchpoints: ['t', 't'] }], [{ id: 't' }]).touchpoints).toMatchObject([{ mustBeGaps: 1, risk: 0.75 }]);
});

describe('order', () => {
  const ids = (features: readonly Feature[], touchpoints: readonly Touchpoint[]) =>
    analysisOf(features, touchpoints).touchpoints.map(({ id, rank }) => `${rank} ${id}`);

  test('gaps before risk before opportunity', () => {
    const features: Feature[] = [
      { ...attractive, touchpoints: ['opportunity'] },
      { ...oneDimensional, touchpoints: ['risk'] },
      { ...mustBe, touchpoints: ['gap'] },
    ];
    const touchpoints = [{ id: 'nothing' }, { id: 'opportunity', weight: 9 }, { id: 'risk', weight: 5 }, { id: 'gap' }];
    expect(ids(features, touchpoints)).toEqual(['1 gap', '2 risk', '3 opportunity', '4 nothing']);
  });

  test('equal ones in journey order: by stage, then by place in the list, without a known stage last', () => {
    const touchpoints = [
      { id: 'lost', stage: 'nowhere' },
      { id: 'late', stage: 'buy' },
      { id: 'free' },
      { id: 'early', stage: 'discover' },
      { id: 'later', stage: 'buy' },
    ];
    expect(ids([], touchpoints)).toEqual(['1 early', '2 late', '3 later', '4 lost', '5 free']);
  });
});

describe('stages and activities', () => {
  const touchpoints: Touchpoint[] = [
    { id: 'search', stage: 'discover', weight: 7, activities: ['technology', 'service'] },
    { id: 'advice', stage: 'discover', activities: ['service'] },
    { id: 'till', stage: 'buy' },
  ];
  const features: Feature[] = [
    { ...mustBe, touchpoints: ['search', 'advice', 'till'] },
    { ...attractive, touchpoints: ['advice'] },
  ];

  test('count a feature once, whatever the weight and the number of its touchpoints there', () => {
    expect(analysisOf(features, touchpoints).stages).toEqual([
      { id: 'discover', mustBeGaps: 1, risk: 0.75, opportunity: 0.75 },
      { id: 'buy', mustBeGaps: 1, risk: 0.75, opportunity: 0 },
    ]);
  });

  test('activities are those that a touchpoint names, in Porter’s order', () => {
    expect(analysisOf(features, touchpoints).activities).toEqual([
      { id: 'service', mustBeGaps: 1, risk: 0.75, opportunity: 0.75 },
      { id: 'technology', mustBeGaps: 1, risk: 0.75, opportunity: 0 },
    ]);
  });
});

test('unfinished touchpoints: no id, no entry; a weight that is none is 1; a huge one stays finite', () => {
  const features = [
    { ...mustBe, touchpoints: ['a', 'b', 'c'] },
    { ...mustBe, touchpoints: ['c'] },
  ];
  const touchpoints = [{ name: 'no id' }, { id: 'a', weight: -1 }, { id: 'b', weight: Number.NaN }, { id: 'c', weight: Number.MAX_VALUE }];
  expect(analysisOf(features, touchpoints).touchpoints.map(({ id, risk }) => [id, risk])).toEqual([
    ['c', Number.MAX_VALUE],
    ['a', 0.75],
    ['b', 0.75],
  ]);
});
