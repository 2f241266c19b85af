import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analysisJson } from '../../../src/report/analysis/analysisJson.ts';
import { lintJson } from '../../../src/report/lint/lintJson.ts';
import { analysed, completeExample } from './analysed.ts';
import { breaks } from './schema.ts';

/** As a reader of the text gets it. */
const throughText = (value: unknown) => JSON.parse(JSON.stringify(value));
const documented = JSON.parse(readFileSync(new URL('../../fixtures/format/analysis.json', import.meta.url), 'utf8')).files[0];
const [file] = throughText(analysisJson([completeExample()])).files;
const featureOf = (id: string) => file.features.find((feature: { id: string }) => feature.id === id);

describe('the JSON of an analysis', () => {
  it('fits its schema', () => {
    expect(breaks(throughText(analysisJson([completeExample()])))).toEqual([]);
    expect(breaks(throughText(analysisJson([])))).toEqual([]);
  });

  it('gives the documented keys in the documented order', () => {
    const keys = (value: object) => Object.keys(value);
    expect(keys(file)).toEqual(keys(documented));
    expect(keys(featureOf('accurate-description'))).toEqual(keys(documented.features[0]));
    expect(keys(file.analysis)).toEqual(keys(documented.analysis));
    expect(keys(file.touchpoints[0]).sort()).toEqual(keys(documented.touchpoints[0]).sort());
  });

  it('gives the documented numbers, unrounded', () => {
    const expected = documented.features[0];
    const found = featureOf('accurate-description');
    expect(round(found, 3)).toMatchObject({
      ...round(expected, 3),
      rank: found.rank,
      stability: found.stability,
      z: Number(found.z.toFixed(3)),
    });
    expect(found.z).toBeCloseTo(expected.z, 2);
    expect(found.stability).toBeCloseTo(expected.stability, 1);
    expect(found.better).toBe(26 / 97);
    expect(found.worse).toBe(-83 / 97);
    expect(file.metrics.map((metric: object) => round(metric, 3))).toEqual(documented.metrics);
    expect(file.product).toBe('Web shop');
    expect(file.analysis).toEqual(documented.analysis);
  });

  it('gives null, not nothing, where nothing is known', () => {
    const [bare] = throughText(analysisJson([analysed('kano: 1\nfeatures: [{ id: a }]\n')])).files;
    expect(bare.product).toBeNull();
    expect(bare.features[0]).toEqual({
      ...Object.fromEntries(Object.keys(documented.features[0]).map((key) => [key, null])),
      ...{ id: 'a', status: 'idea', touchpoints: [], n: 0, counts: { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }, rank: 1, neededBy: [] },
      ...{ categories: { mode: null, berger: null, lead: null }, personas: [], history: [], talliesUnreadable: false },
      ...{ serves: [], relieves: [], moves: [], links: [], tracker: [], evidenceTexts: [] },
    });
    expect(breaks({ version: 1, files: [bare] })).toEqual([]);
  });

  it('has tickets, and evidence that is only words, newest first', () => {
    const evidence =
      '{ source: tickets, note: many }, { source: calls, date: 2026-07-01, quote: I gave up, link: "https://calls.example/7" }';
    const [told] = throughText(
      analysisJson([analysed(`kano: 1\nfeatures: [{ id: a, tracker: [PROJ-12, team/shop#7], evidence: [${evidence}] }]\n`)]),
    ).files;
    expect(told.features[0]).toMatchObject({
      tracker: [
        { key: 'PROJ-12', url: null },
        { key: 'team/shop#7', url: 'https://github.com/team/shop/issues/7' },
      ],
      evidence: null,
      evidenceTexts: [
        { source: 'calls', date: '2026-07-01', quote: 'I gave up', note: null, link: 'https://calls.example/7' },
        { source: 'tickets', date: null, quote: null, note: 'many', link: null },
      ],
    });
    expect(breaks({ version: 1, files: [told] })).toEqual([]);
  });

  it('leaves no feature out that has a rank, and tells tallies with an error from none', () => {
    const features = [
      '{ title: No id, tally: { M: 9 } }',
      '{ id: a, tally: { M: nine } }',
      '{ tally: { M: 9, P: 1 } }',
      '{ id: b, tally: {} }',
    ];
    const [faulty] = throughText(analysisJson([analysed(`kano: 1\nproduct: x\nfeatures: [${features.join(', ')}]\n`)])).files;
    const columns = faulty.features.map(({ id, title, rank, n, talliesUnreadable }: Record<string, unknown>) => {
      return [id, title, rank, n, talliesUnreadable];
    });
    expect(columns).toEqual([
      [null, 'No id', 1, 9, false],
      ['a', null, 2, 0, true],
      [null, null, 4, 0, true],
      ['b', null, 3, 0, false],
    ]);
    expect(breaks({ version: 1, files: [faulty] })).toEqual([]);
  });

  it('ranks open features only', () => {
    expect(file.features.map(({ id, rank }: { id: string; rank: number | null }) => [id, rank])).toEqual([
      ['catalogue-import', null],
      ['accurate-description', 1],
      ['delivery-time', 2],
      ['voice-search', 3],
    ]);
  });
});

describe('the JSON of problems', () => {
  it('fits its schema and names files without problems too', () => {
    const faulty = analysed('kano: 1\nproduct: x\nfeatures: [{ id: 1, title: x, tally: { M: 30 } }]\n', 'b.kano.yaml');
    const json = throughText(lintJson([analysed('kano: 1\nproduct: x\n', 'a.kano.yaml'), faulty]));
    expect(breaks(json, '#/$defs/lint')).toEqual([]);
    expect(json.files.map(({ path, problems }: { path: string; problems: object[] }) => [path, problems.length])).toEqual([
      ['a.kano.yaml', 0],
      ['b.kano.yaml', 1],
    ]);
    expect(Object.keys(json.files[1].problems[0])).toEqual(Object.keys(documented.problems[0]));
    expect(json.files[1].problems[0].range).toEqual({ start: { line: 2, character: 17 }, end: { line: 2, character: 18 } });
  });
});

function round<Value>(value: Value, decimals: number): Value {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(decimals)) : each)));
}
