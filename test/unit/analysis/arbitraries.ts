import * as fc from 'fast-check';
import type { AnalysisContext } from '../../../src/analysis/results.ts';
import {
  type Answers,
  type Counts,
  categories,
  categoryRules,
  type EvaluationTable,
  evaluationTables,
  type Feature,
  statuses,
} from '../../../src/document/format/model.ts';

/** Counts as people have them, and now and then as large as the format allows. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(60) },
  { weight: 1, arbitrary: fc.nat(1_000_000_000) },
  { weight: 2, arbitrary: fc.constant(0) },
);

export const anyCounts: fc.Arbitrary<Counts> = fc.record({ M: count, O: count, A: count, I: count, R: count, Q: count });

export const smallCounts = (most: number): fc.Arbitrary<Counts> =>
  fc.record({ M: fc.nat(most), O: fc.nat(most), A: fc.nat(most), I: fc.nat(most), R: fc.nat(most), Q: fc.nat(most) });

export const anyRule = fc.constantFrom(...categoryRules);
export const anyTable: fc.Arbitrary<EvaluationTable> = fc.constantFrom(...evaluationTables);
export const anyLead = fc.oneof(fc.constant(0.06), fc.double({ min: 0, max: 1, noNaN: true }));
export const anyAnswers: fc.Arbitrary<Answers> = fc.array(fc.array(count, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });

const surveyId = fc.option(fc.constantFrom('s1', 's2', 's3', 'unknown'), { nil: undefined });
const personaId = fc.option(fc.constantFrom('p1', 'p2', 'p3'), { nil: undefined });

const tally = fc.oneof(
  fc.record(
    { survey: surveyId, persona: personaId, counts: anyCounts, importance: fc.double({ min: 1, max: 9, noNaN: true }) },
    { requiredKeys: [] },
  ),
  fc.record({ survey: surveyId, persona: personaId, answers: anyAnswers }, { requiredKeys: [] }),
);

/** Features with anything missing that can be missing, ids that repeat and dependencies that run in cycles. */
export const anyFeature = fc
  .record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      status: fc.constantFrom(...statuses),
      touchpoints: fc.array(fc.constantFrom('t1', 't2', 'nowhere'), { maxLength: 3 }),
      dependsOn: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'nowhere'), { maxLength: 3 }),
      effort: fc.oneof(fc.double({ min: 5e-324, max: 1e300, noNaN: true }), fc.integer({ min: 1, max: 13 })),
      assumed: fc.constantFrom(...categories),
      tally: anyCounts,
      tallies: fc.array(tally, { maxLength: 5 }),
    },
    { requiredKeys: [] },
  )
  .map((feature) => withoutUndefined(feature) as Feature);

export const anyContext: fc.Arbitrary<AnalysisContext> = fc.record({
  settings: fc.record({ table: anyTable, rule: anyRule, lead: anyLead, order: fc.constantFrom('kano', 'value-per-effort') }),
  surveys: fc.constantFrom([], [{ id: 's1', date: '2026-01-01' }, { id: 's2' }, { id: 's3', date: '2025-01-01', wording: 'other' }]),
  shares: fc.constantFrom(
    new Map(),
    new Map([
      ['p1', 0.5],
      ['p2', 0.3],
      ['p3', 0.2],
    ]),
    new Map([
      ['p1', 0],
      ['p2', 0],
      ['p3', 0],
    ]),
  ),
});

/** Every number in a value, however deep, getters included. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(withComputed(value)).flatMap(numbersIn) : [];
}

/** The properties of an object, with those that are getters of its class. */
export function withComputed(value: object): Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype || prototype === Array.prototype) return { ...value };
  const getters = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { get }]) => get !== undefined);
  return { ...value, ...Object.fromEntries(getters.map(([name]) => [name, value[name as keyof typeof value]])) };
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withoutUndefined(inner)]])));
}
