import { describe, expect, it } from 'vitest';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { Definitions } from '../../../src/page/state/definitions.ts';
import { type MetricRow, metricRows } from '../../../src/page/state/metrics.ts';
import { leftOutOfContinuous, plotDetails, shownPlot } from '../../../src/page/state/shownPlot.ts';
import { noNumbers, panelRow } from './panelRows.ts';

function rowOf(metric: string, rest = ''): MetricRow | undefined {
  const model = readModel('file:///m.kano.yaml', `kano: 1\nproduct: P\n${rest}metrics:\n  - ${metric}\n`);
  return metricRows(new Definitions([singleFileProduct(model)]))[0];
}

const readings = (first: number, second: number) =>
  `readings: [{ date: 2026-02-01, value: ${second} }, { date: 2026-01-01, value: ${first} }, { date: 2026-03-01 }, { value: 9 }]`;

describe('a metric in the panel', () => {
  it('says how far its readings went, by date, with their unit', () => {
    expect(rowOf(`{ id: m, name: Repeat purchase, unit: EUR, better: higher, target: 40, ${readings(20, 30)} }`)).toMatchObject({
      ...{
        name: 'Repeat purchase',
        touchpoint: '',
        first: '20 EUR',
        newest: '30 EUR',
        change: '+10 EUR (+50%)',
        improved: true,
        isRising: true,
      },
      ...{ target: '40 EUR', toTarget: '10 EUR to go', reached: false, targetValue: 40 },
      readings: [
        { date: '2026-01-01', value: 20, text: '20 EUR' },
        { date: '2026-02-01', value: 30, text: '30 EUR' },
      ],
    });
  });

  it.each([
    [
      'percentages change by percentage points',
      `{ id: m, unit: "%", ${readings(20, 15)} }`,
      { first: '20%', change: '−5 percentage points (−25%)' },
    ],
    ['a change from 0 has no share', `{ id: m, ${readings(0, 5)} }`, { change: '+5', isRising: true }],
    [
      'one reading is no change',
      '{ id: m, readings: [{ date: 2026-01-01, value: 4 }] }',
      { first: '4', newest: '4', change: '–', isRising: false },
    ],
    [
      'without readings there is nothing',
      '{ id: m, unit: EUR, target: 3 }',
      { first: '–', newest: '–', change: '–', target: '3 EUR', toTarget: '–' },
    ],
    [
      'a target that is reached is said so',
      `{ id: m, better: lower, target: 10, ${readings(20, 9)} }`,
      { toTarget: 'reached', reached: true },
    ],
    ['without a direction no change is an improvement', `{ id: m, ${readings(1, 2)} }`, { improved: null, reached: null }],
    ['its id stands for its name', `{ id: m, ${readings(1, 2)} }`, { name: 'm' }],
  ])('%s', (_, metric, expected) => {
    expect(rowOf(metric)).toMatchObject(expected);
  });

  it('without an id is none', () => {
    expect(rowOf(`{ name: Nameless, ${readings(1, 2)} }`)).toBeUndefined();
  });

  it('names its persona', () => {
    expect(rowOf('{ id: m, persona: guest }', 'personas: [{ id: guest, name: Guest }]\n')?.persona).toBe('Guest');
    expect(rowOf('{ id: m }')?.persona).toBe('');
  });

  it('says what is missing of a percentage in percentage points', () => {
    expect(rowOf(`{ id: m, unit: "%", better: higher, target: 40, ${readings(20, 30)} }`)?.toTarget).toBe('10 percentage points to go');
  });

  it('says when its newest two readings are worse than the one before them', () => {
    const values = (...numbers: number[]) =>
      `{ id: m, better: higher, readings: [${numbers.map((value, index) => `{ date: 2026-0${index + 1}-01, value: ${value} }`)}] }`;
    expect(rowOf(values(3, 5, 4, 4))?.hasWorsened).toBe(true);
    expect(rowOf(values(3, 5, 4, 6))?.hasWorsened).toBe(false);
  });

  it('names its touchpoint, by its id where it has no name, and none that is undefined', () => {
    const at = (touchpoints: string) => rowOf('{ id: m, touchpoint: till }', `touchpoints: [${touchpoints}]\n`)?.touchpoint;
    expect([at('{ id: till, name: Checkout }'), at('{ id: till }'), at('{ id: other }')]).toEqual(['Checkout', 'till', '']);
  });
});

describe('the continuous plot', () => {
  const continuous = {
    functional: { mean: 1.5, sd: 1, se: 0.1, n: 100 },
    dysfunctional: { mean: 2, sd: 1, se: null, n: 100 },
  };
  const shown = panelRow({ key: 'a', numbers: { ...noNumbers, n: 100, continuous } });
  const counted = panelRow({ key: 'b', numbers: { ...noNumbers, n: 100 } });
  const unasked = panelRow({ key: 'c', numbers: noNumbers });

  it('is drawn where it was chosen and any feature has all its answers', () => {
    expect(shownPlot('continuous', [counted, shown])).toBe('continuous');
    expect(shownPlot('continuous', [counted, unasked])).toBe('coefficients');
    expect(shownPlot('coefficients', [shown])).toBe('coefficients');
  });

  it('leaves out features that have answers, but not all of them', () => {
    expect(leftOutOfContinuous([shown, counted, unasked])).toEqual([counted]);
  });

  it('says both means of a feature, with their errors where there are any', () => {
    expect(plotDetails(shown, 'continuous').join()).toMatch(/1\.50 ± 0\.10.*2\.00(?! ±)/);
    expect(plotDetails(shown, 'coefficients')).toEqual([]);
    expect(plotDetails(counted, 'continuous')).toEqual([]);
  });
});
