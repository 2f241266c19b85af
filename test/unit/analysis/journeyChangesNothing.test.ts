import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseProduct } from '../../../src/analysis/productAnalysis.ts';
import type { Feature, Metric, Persona, Touchpoint, ValueChainActivity } from '../../../src/document/format/model.ts';
import { anyContext, anyFeature } from './arbitraries.ts';

const day = fc.constantFrom('2025-12-31', '2026-03-31', '2026-06-01', '2026-09-30');
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
const mentions = fc.nat(500);

/** Every key of a feature that the journey brought, with ids that are defined and ids that are not. */
const journeyKeys = fc.record({
  shipped: day,
  serves: some(fc.constantFrom('n1', 'n2', 'nowhere')),
  relieves: some(fc.constantFrom('x1', 'b1', 'nowhere')),
  moves: some(fc.constantFrom('m1', 'nowhere')),
  links: some(fc.constant('https://example.com/1')),
  evidence: some(
    fc.record({
      source: fc.constantFrom('reviews', 'tickets'),
      date: day,
      complaints: mentions,
      compliments: mentions,
      neutral: mentions,
      persona: fc.constantFrom('p1', 'p2'),
      touchpoint: fc.constantFrom('t1', 't2'),
    }),
  ),
});

const places: readonly Touchpoint[] = [
  { id: 't1', name: 'T1', stage: 's' },
  { id: 't2', name: 'T2', weight: 2 },
];

const journey = fc.record({
  touchpoints: fc.record({
    personas: some(fc.constantFrom('p1', 'p2')),
    owner: fc.constant('@team'),
    moment: fc.constantFrom('researching', 'choosing', 'using', 'recommending'),
    emotions: some(fc.record({ date: day, value: fc.integer({ min: -2, max: 2 }) })),
    pains: fc.constant([{ id: 'x1', pain: 'X' }, 'a note']),
    referral: fc.boolean(),
  }),
  personas: fc.constant<Persona[]>([{ id: 'p1', name: 'P', needs: ['a note', { id: 'n1', need: 'N' }, { id: 'n2', need: 'N' }] }]),
  valueChain: fc.constant<ValueChainActivity[]>([{ activity: 'service', bottlenecks: [{ id: 'b1', bottleneck: 'B' }] }]),
  metrics: some(fc.record({ date: day, value: fc.nat(100) })).map((readings): Metric[] => [
    { id: 'm1', name: 'M', kind: 'retention', readings },
  ]),
});

it('no key of the journey changes counts, category, stability or anything else of a feature, nor a rank or the sums at a touchpoint', () => {
  const features = fc.array(fc.tuple(anyFeature, journeyKeys), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(anyContext, features, journey, (context, pairs, { touchpoints, ...rest }) => {
      const stages = [{ id: 's', name: 'S' }];
      const plain = pairs.map(([feature]) => feature);
      const told = pairs.map(([feature, keys]): Feature => ({ ...feature, ...keys }));
      const without = analyseProduct({ context, features: plain, touchpoints: places, stages, metrics: [] });
      const withJourney = analyseProduct({
        context,
        features: told,
        touchpoints: places.map((place) => ({ ...place, ...touchpoints })),
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
