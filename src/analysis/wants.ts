import { addToGroup } from '../base/groupBy.ts';
import {
  defaultStatus,
  type Feature,
  type Persona,
  type Status,
  type Touchpoint,
  type ValueChainActivity,
} from '../document/format/model.ts';
import { phraseOf } from '../document/format/phrases.ts';

/** A need, pain or bottleneck with an id, and the features that serve or relieve it. */
export interface Want {
  readonly kind: 'need' | 'pain' | 'bottleneck';
  readonly id: string;
  readonly phrase: string;
  /** The id of the persona, of the touchpoint, or the activity that it belongs to; `null` where that has none. */
  readonly of: string | null;
  /** The persona whom a pain hurts, or whose need it is; `null` for everybody. */
  readonly persona: string | null;
  /** In the order of the product. Rejected ones are among them. */
  readonly features: readonly Feature[];
  /** `met` once a feature has shipped, `under-way` while one may, `open` where all were rejected or none is there. */
  readonly state: 'met' | 'under-way' | 'open';
  /** The first day on which a feature for it shipped; `null` where none has, or its day is not known. */
  readonly metSince: string | null;
}

export interface WantsInput {
  readonly features: readonly Feature[];
  readonly personas: readonly Persona[];
  readonly touchpoints: readonly Touchpoint[];
  readonly valueChain: readonly ValueChainActivity[];
}

/** The needs, pains and bottlenecks of a product that have an id, in this order, each in the order of the file. Of a duplicate id the first counts. */
export function wantsOf({ features, personas, touchpoints, valueChain }: WantsInput): readonly Want[] {
  const serving = featuresBy(features, ({ serves }) => serves);
  const relieving = featuresBy(features, ({ relieves }) => relieves);
  const needs = personas.flatMap(({ id: of = null, needs = [] }) =>
    needs.map((need): Found => ({ kind: 'need', value: need, of, persona: of })),
  );
  const pains = touchpoints.flatMap(({ id: of = null, pains = [] }) =>
    pains.map((pain): Found => ({ kind: 'pain', value: pain, of, persona: (typeof pain === 'string' ? undefined : pain.persona) ?? null })),
  );
  const bottlenecks = valueChain.flatMap(({ activity: of = null, bottlenecks = [] }) =>
    bottlenecks.map((bottleneck): Found => ({ kind: 'bottleneck', value: bottleneck, of, persona: null })),
  );
  return [...wantsFrom(needs, serving), ...wantsFrom([...pains, ...bottlenecks], relieving)];
}

/** Wants of two products, which may share some: of one that both have, whatever the features of either product do for it. */
export function joinedWants(some: readonly Want[], others: readonly Want[]): readonly Want[] {
  const joined = new Map<string, Want>();
  for (const want of [...some, ...others]) {
    const known = joined.get(want.id);
    const features = known ? [...new Set([...known.features, ...want.features])] : want.features;
    joined.set(want.id, known ? { ...known, features, state: stateOf(features), metSince: firstShipped(features) } : want);
  }
  return [...joined.values()];
}

interface Found extends Pick<Want, 'kind' | 'of' | 'persona'> {
  readonly value: Parameters<typeof phraseOf>[0];
}

function wantsFrom(found: readonly Found[], featuresOf: ReadonlyMap<string, readonly Feature[]>): readonly Want[] {
  const seen = new Set<string>();
  return found.flatMap(({ value, ...rest }): readonly Want[] => {
    const id = typeof value === 'string' ? undefined : value.id;
    if (id === undefined || seen.has(id)) return [];
    seen.add(id);
    const features = featuresOf.get(id) ?? [];
    return [{ ...rest, id, phrase: phraseOf(value), features, state: stateOf(features), metSince: firstShipped(features) }];
  });
}

function featuresBy(features: readonly Feature[], idsOf: (feature: Feature) => readonly string[] | undefined) {
  const byId = new Map<string, Feature[]>();
  for (const feature of features) for (const id of new Set(idsOf(feature))) addToGroup(byId, id, feature);
  return byId;
}

function stateOf(features: readonly Feature[]): Want['state'] {
  const statuses = new Set<Status>(features.map(({ status = defaultStatus }) => status));
  if (statuses.has('shipped')) return 'met';
  statuses.delete('rejected');
  return statuses.size > 0 ? 'under-way' : 'open';
}

/** The day on which customers got a feature; a day without the status does not count. */
export function shippedOn({ status, shipped }: Feature): string | null {
  return status === 'shipped' ? (shipped ?? null) : null;
}

function firstShipped(features: readonly Feature[]): string | null {
  return features.reduce<string | null>((first, feature) => {
    const day = shippedOn(feature);
    return day !== null && (first === null || day < first) ? day : first;
  }, null);
}
