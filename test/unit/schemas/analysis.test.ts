import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { withEveryKey } from './everyKey.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schemas/analysis.schema.json', import.meta.url), 'utf8'));
const text = readFileSync(new URL('../../fixtures/format/analysis.json', import.meta.url), 'utf8');
const ajv = new Ajv2020({ strict: true, allErrors: true }).addSchema(withEveryKey(schema), 'analysis');
const accepts = (value: unknown, definition = '') => ajv.validate(`analysis${definition}`, value);
const example = () => JSON.parse(text);

/** What stands in the example as `null`, or is described apart from it. */
const complete = {
  refinedClass: 'critical',
  continuous: { functional: { mean: 2.5, sd: 1.2, se: 0.12, n: 100 }, dysfunctional: { mean: 3, sd: null, se: null, n: 1 } },
  personasTest: { chiSquared: 9.5, degreesOfFreedom: 3, p: 0.02, pAdjusted: 0.04, cramersV: 0.22, disagree: true },
  drift: {
    from: null,
    to: '2026-q3',
    categories: ['A', 'M'],
    kind: 'decay',
    betterZ: -3.1,
    worseZ: 2.2,
    reverseZ: null,
    questionableZ: null,
    chiSquared: 9.5,
    degreesOfFreedom: 3,
    p: 0.02,
    pAdjusted: 0.04,
    cramersV: 0.22,
  },
};

/** The example with `complete` in its feature. */
function completed() {
  const analysis = example();
  Object.assign(analysis.files[0].features[0], structuredClone(complete));
  return analysis;
}

describe('analysis.schema.json', () => {
  it('accepts the documented example', () => {
    expect(accepts(example()), JSON.stringify(ajv.errors)).toBe(true);
    expect(accepts(completed()), JSON.stringify(ajv.errors)).toBe(true);
  });

  it('accepts a feature of which nothing is known', () => {
    const analysis = example();
    const counts = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
    const { id, status, weighted: _weighted, ...rest } = analysis.files[0].features[0];
    const undefinedKeys = Object.keys(rest).filter(
      (key) => !['touchpoints', 'n', 'counts', 'categories', 'personas', 'history', 'neededBy', 'talliesUnreadable'].includes(key),
    );
    analysis.files[0].features[0] = {
      ...Object.fromEntries([...undefinedKeys, 'weighted'].map((key) => [key, null])),
      ...{ id, status, touchpoints: [], n: 0, counts, categories: { mode: null, berger: null, lead: null } },
      ...{
        serves: [],
        relieves: [],
        moves: [],
        links: [],
        tracker: [],
        evidenceTexts: [],
        personas: [],
        history: [],
        neededBy: [],
        talliesUnreadable: false,
      },
    };
    expect(accepts(analysis), JSON.stringify(ajv.errors)).toBe(true);
  });

  it('requires every key and allows no other, at every depth', () => {
    const places = [...mappings(completed())];
    expect(places).toHaveLength(38);
    for (const place of places) {
      const extended = completed();
      at(extended, place).surplus = 1;
      expect(accepts(extended), `surplus key at ${place.join('/')}`).toBe(false);
      for (const key of Object.keys(at(completed(), place))) {
        const reduced = completed();
        delete at(reduced, place)[key];
        expect(accepts(reduced), `${[...place, key].join('/')} missing`).toBe(false);
      }
    }
  });

  it.each([
    ['version', 2],
    ['files/0/features/0/category', 'P'],
    ['files/0/features/0/better', 1.2],
    ['files/0/features/0/worse', 0.5],
    ['files/0/features/0/rank', 0],
    ['files/0/features/0/quadrant', 'R'],
    ['files/0/features/0/betterInterval', [0.1]],
    ['files/0/features/0/n', null],
    ['files/0/features/0/drift/kind', 'growth'],
    ['files/0/problems/0/severity', 'off'],
    ['files/0/problems/0/code', 'kano/nothing'],
    ['files/0/problems/0/range/start/line', -1],
    ['files/0/touchpoints/0/risk', null],
  ])('refuses %s: %j', (path, value) => {
    const analysis = completed();
    const place = path.split('/');
    at(analysis, place.slice(0, -1))[place.at(-1) ?? ''] = value;
    expect(accepts(analysis)).toBe(false);
  });

  it('describes what lint prints, with the same problems', () => {
    const { path, problems } = example().files[0];
    expect(accepts({ version: 1, files: [{ path, problems }] }, '#/$defs/lint'), JSON.stringify(ajv.errors)).toBe(true);
    expect(accepts(example(), '#/$defs/lint')).toBe(false);
  });
});

type Place = readonly string[];

/** Where every mapping in `value` stands. */
function* mappings(value: unknown, place: Place = []): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield place;
  for (const [key, inner] of Object.entries(value)) yield* mappings(inner, [...place, key]);
}

function at(value: unknown, place: Place): Record<string, unknown> {
  return place.reduce((inner, key) => inner[key] as Record<string, unknown>, value as Record<string, unknown>);
}
