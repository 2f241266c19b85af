import { describe, expect, test } from 'vitest';
import { metricResults } from '../../../src/analysis/metrics.ts';
import { outcomesOf } from '../../../src/analysis/outcomes.ts';
import type { Metric } from '../../../src/document/format/model.ts';

const resultOf = (metric: Metric) => metricResults([{ id: 'm', ...metric }])[0];
const reading = (date: string, value: number) => ({ date, value });

test('the example of the command', () => {
  const metric: Metric = { better: 'higher', target: 35, readings: [reading('2026-03-31', 24), reading('2026-09-30', 29)] };
  expect(resultOf(metric)).toEqual({
    id: 'm',
    first: 24,
    newest: 29,
    change: 5,
    relativeChange: expect.closeTo(0.208, 3),
    improved: true,
    toTarget: 6,
  });
});

test('lower is better: a fall is an improvement, and what lies above the target is still missing', () => {
  const metric: Metric = { better: 'lower', target: 10, readings: [reading('2026-01-01', 20), reading('2026-02-01', 15)] };
  expect(resultOf(metric)).toMatchObject({ change: -5, relativeChange: -0.25, improved: true, toTarget: 5 });
  expect(resultOf({ ...metric, target: 16 })).toMatchObject({ toTarget: -1 });
  expect(Object.is(resultOf({ ...metric, target: 15 })?.toTarget, 0)).toBe(true);
});

test('first and newest are so by date, wherever they stand; equal dates by place', () => {
  const readings = [reading('2026-05-01', 3), reading('2026-01-01', 1), reading('2026-05-01', 4), reading('2026-03-01', 2)];
  expect(resultOf({ readings })).toMatchObject({ first: 1, newest: 4 });
});

describe('what cannot be said is null', () => {
  test('one reading is no change', () => {
    expect(resultOf({ better: 'higher', target: 5, readings: [reading('2026-01-01', 3)] })).toEqual({
      id: 'm',
      first: 3,
      newest: 3,
      change: null,
      relativeChange: null,
      improved: null,
      toTarget: 2,
    });
  });

  test('none is nothing', () => {
    expect(resultOf({ better: 'higher', target: 5 })).toEqual({
      id: 'm',
      first: null,
      newest: null,
      change: null,
      relativeChange: null,
      improved: null,
      toTarget: null,
    });
  });

  test('no relative change from 0; from below 0 it has the sign of the change', () => {
    expect(resultOf({ readings: [reading('2026-01-01', 0), reading('2026-02-01', 5)] })).toMatchObject({ change: 5, relativeChange: null });
    expect(resultOf({ readings: [reading('2026-01-01', -10), reading('2026-02-01', -5)] })).toMatchObject({
      change: 5,
      relativeChange: 0.5,
    });
  });

  test('no relative change of scores between limits, which start at no zero', () => {
    const readings = [reading('2026-01-01', 2), reading('2026-02-01', 4)];
    for (const kind of ['net-promoter-score', 'effort-score'] as const) {
      expect(resultOf({ kind, readings })).toMatchObject({ change: 2, relativeChange: null });
      const metrics = [{ id: 'm', kind, readings }];
      const shipped = { id: 'a', status: 'shipped', shipped: '2026-01-15', moves: ['m'] } as const;
      expect(outcomesOf(metrics, [shipped])).toMatchObject([{ change: 2, relativeChange: null }]);
    }
    expect(resultOf({ kind: 'revenue', readings })).toMatchObject({ relativeChange: 1 });
  });

  test('no change is neither better nor worse, and without `better` there is no direction', () => {
    const still = [reading('2026-01-01', 5), reading('2026-02-01', 5)];
    expect(resultOf({ better: 'higher', readings: still })).toMatchObject({ change: 0, improved: null });
    expect(resultOf({ target: 9, readings: [reading('2026-01-01', 5), reading('2026-02-01', 6)] })).toMatchObject({
      improved: null,
      toTarget: null,
    });
  });

  test('what overflows', () => {
    const readings = [reading('2026-01-01', -1.7e308), reading('2026-02-01', 1.7e308)];
    expect(resultOf({ better: 'lower', target: -1.7e308, readings })).toMatchObject({
      change: null,
      relativeChange: null,
      improved: null,
      toTarget: null,
    });
  });
});

test('unfinished readings and metrics are left out', () => {
  expect(resultOf({ readings: [{ value: 9 }, { date: '2026-01-01' }, reading('2026-02-01', 1), reading('2026-03-01', 2)] })).toMatchObject({
    first: 1,
    newest: 2,
  });
  expect(metricResults([{ name: 'no id' }])).toEqual([]);
});
