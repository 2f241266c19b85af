import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseProduct } from '../../../src/analysis/productAnalysis.ts';
import type {
  Bottleneck,
  Emotion,
  Evidence,
  Feature,
  Metric,
  Need,
  Pain,
  Persona,
  Reading,
  Touchpoint,
  ValueChainActivity,
} from '../../../src/document/format/model.ts';
import { anyContext, anyFeature } from './arbitraries.ts';

const day = fc.constantFrom('2025-12-31', '2026-03-31', '2026-06-01', '2026-09-30');
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
const mentions = fc.nat(500);

/** All keys of an object, so that the compiler asks for a new one: what counts, and what only tells the journey. */
type Keys<Value> = Readonly<Record<keyof Value, 'counts' | 'names' | 'journey'>>;

const keysOf = {
  feature: {
    ...{ id: 'names', title: 'names', description: 'names', owner: 'names', tracker: 'names', tags: 'names', question: 'names' },
    ...{
      status: 'counts',
      touchpoints: 'counts',
      effort: 'counts',
      dependsOn: 'counts',
      assumed: 'counts',
      tally: 'counts',
      tallies: 'counts',
    },
    ...{ shipped: 'journey', serves: 'journey', relieves: 'journey', moves: 'journey', links: 'journey', evidence: 'journey' },
  } satisfies Keys<Feature>,
  touchpoint: {
    ...{ id: 'names', name: 'names', description: 'names', stage: 'counts', activities: 'counts', weight: 'counts' },
    ...{ personas: 'journey', owner: 'journey', moment: 'journey', channel: 'journey', emotion: 'journey', emotions: 'journey' },
    ...{ pains: 'journey', referral: 'journey' },
  } satisfies Keys<Touchpoint>,
  persona: { id: 'names', name: 'names', description: 'names', share: 'counts', needs: 'journey' } satisfies Keys<Persona>,
  valueChain: { activity: 'journey', owner: 'journey', bottlenecks: 'journey' } satisfies Keys<ValueChainActivity>,
  metric: {
    ...{ id: 'journey', name: 'journey', description: 'journey', kind: 'journey', persona: 'journey', touchpoint: 'journey' },
    ...{ unit: 'journey', better: 'journey', target: 'journey', readings: 'journey' },
  } satisfies Keys<Metric>,
};

/** All keys of a part of the journey. */
type Each<Value> = Readonly<Record<keyof Value, unknown>>;

/** Any of the keys, each with any of its values. */
const anyOf = <Model>(keys: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) => fc.record<Model, never>(keys, { requiredKeys: [] });
const persona = fc.constantFrom('p1', 'p2', 'nobody');
const place = fc.constantFrom('t1', 't2', 'nowhere');
const text = fc.constantFrom('', 'Why?', '为什么');
const link = fc.constant('https://example.com/1');
const feeling = fc.integer({ min: -2, max: 2 });

const evidence = anyOf({
  ...{ source: fc.constantFrom('reviews', 'tickets'), date: day, complaints: mentions, compliments: mentions, neutral: mentions },
  ...{ persona, touchpoint: place, quote: text, note: text, link },
} satisfies Each<Evidence>);
/** Every key of a feature that tells the journey, with ids that are defined and ids that are not. */
const featureKeys = {
  shipped: day,
  serves: some(fc.constantFrom('n1', 'n2', 'nowhere')),
  relieves: some(fc.constantFrom('x1', 'b1', 'nowhere')),
  moves: some(fc.constantFrom('m1', 'nowhere')),
  links: some(link),
  evidence: some(evidence),
};
const touchpointKeys = {
  personas: some(persona),
  owner: fc.constant('@team'),
  channel: text,
  moment: fc.constantFrom('researching' as const, 'choosing' as const, 'using' as const, 'recommending' as const),
  emotion: feeling,
  emotions: some(anyOf({ date: day, value: feeling, persona } satisfies Each<Emotion>)),
  pains: some(fc.oneof(text, anyOf({ id: fc.constant('x1'), pain: text, persona } satisfies Each<Pain>))),
  referral: fc.boolean(),
};
const personaKeys = { needs: some(fc.oneof(text, anyOf({ id: fc.constantFrom('n1', 'n2'), need: text } satisfies Each<Need>))) };
const valueChainKeys = {
  activity: fc.constantFrom('service' as const, 'operations' as const),
  owner: fc.constant('@back'),
  bottlenecks: some(fc.oneof(text, anyOf({ id: fc.constant('b1'), bottleneck: text } satisfies Each<Bottleneck>))),
};
const metricKeys = {
  ...{ id: fc.constantFrom('m1', 'm2'), name: text, description: text, persona, touchpoint: place, unit: text, target: fc.nat(100) },
  kind: fc.constantFrom('retention' as const, 'net-promoter-score' as const, 'effort-score' as const, 'other' as const),
  better: fc.constantFrom('higher' as const, 'lower' as const),
  readings: some(anyOf({ date: day, value: fc.nat(100), n: fc.nat(2000) } satisfies Each<Reading>)),
};

const places: readonly Touchpoint[] = [
  { id: 't1', name: 'T1', stage: 's' },
  { id: 't2', name: 'T2', weight: 2 },
];
const people: readonly Persona[] = [
  { id: 'p1', name: 'P1', share: 0.6 },
  { id: 'p2', name: 'P2', share: 0.4 },
];

const journey = fc.record({
  touchpoints: fc.tuple(anyOf(touchpointKeys), anyOf(touchpointKeys)),
  personas: fc.tuple(anyOf(personaKeys), anyOf(personaKeys)),
  valueChain: some(anyOf(valueChainKeys)),
  metrics: some(anyOf(metricKeys)),
});

it('knows every key of the journey', () => {
  const told = { feature: featureKeys, touchpoint: touchpointKeys, persona: personaKeys, valueChain: valueChainKeys, metric: metricKeys };
  for (const [of, keys] of Object.entries(keysOf))
    expect([of, Object.keys(told[of as keyof typeof told]).sort()]).toEqual([
      of,
      Object.entries(keys)
        .filter(([, role]) => role === 'journey')
        .map(([key]) => key)
        .sort(),
    ]);
});

it('no key of the journey changes counts, category, stability or anything else of a feature, nor a rank or the sums at a touchpoint', () => {
  const features = fc.array(fc.tuple(anyFeature, anyOf(featureKeys)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyContext, features, journey, (context, pairs, { touchpoints, personas, ...rest }) => {
      const stages = [{ id: 's', name: 'S' }];
      const plain = pairs.map(([feature]) => feature);
      const told = pairs.map(([feature, keys]): Feature => ({ ...feature, ...keys }));
      const without = analyseProduct({ context, features: plain, touchpoints: places, stages, metrics: [], personas: people });
      const withJourney = analyseProduct({
        context,
        features: told,
        touchpoints: places.map((each, index) => ({ ...each, ...touchpoints[index] })),
        personas: people.map((each, index) => ({ ...each, ...personas[index] })),
        stages,
        ...rest,
      });
      for (const [index, feature] of plain.entries()) {
        const same = told[index] as Feature;
        // Read before they are compared: they are computed at first access.
        const [numbers, sameNumbers] = [without.featureAnalysis(feature), withJourney.featureAnalysis(same)];
        expect([sameNumbers.stability, sameNumbers.rival]).toEqual([numbers.stability, numbers.rival]);
        expect(JSON.stringify(sameNumbers)).toBe(JSON.stringify(numbers));
        expect(withJourney.priority(same)).toEqual(without.priority(feature));
        expect(withJourney.refinedClass(same)).toEqual(without.refinedClass(feature));
        expect(withJourney.personasTest(same)).toEqual(without.personasTest(feature));
        expect(withJourney.drift(same)).toEqual(without.drift(feature));
      }
      expect(withJourney.touchpoints).toEqual(without.touchpoints);
      expect(withJourney.stages).toEqual(without.stages);
    }),
    { numRuns: 60 },
  );
});
