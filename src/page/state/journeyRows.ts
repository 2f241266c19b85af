import { type TouchpointJourney, touchpointJourneys, valueChainOnJourney } from '../../analysis/touchpointJourney.ts';
import { joinedWants, type Want } from '../../analysis/wants.ts';
import type { Activity, Feature, Stage, Touchpoint } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import type { Definitions } from './definitions.ts';
import type { ShownProduct } from './shownFeatures.ts';

/** A product with the part of its lists that the journey is made of. */
export interface JourneyOfProduct {
  readonly of: ShownProduct;
  /** Without those that a product before has too. */
  readonly features: readonly Feature[];
  readonly touchpoints: readonly Touchpoint[];
  readonly stages: readonly Stage[];
}

/** What is behind an activity of the value chain. */
export interface BehindActivity {
  readonly owners: readonly string[];
  /** What hurts: open bottlenecks and notes. */
  readonly open: readonly string[];
  readonly relieved: readonly Want[];
}

/**
 * What touchpoints are like, by their keys, over all products that share them.
 * @param persona Counts only who passes there, what this persona feels, and what hurts it or everybody; `null` for all personas.
 * @param gapsAt the number of must-be gaps at a key
 */
export function journeysByKey(
  products: readonly JourneyOfProduct[],
  definitions: Definitions,
  persona: string | null,
  gapsAt: (key: string) => number,
): ReadonlyMap<string, TouchpointJourney> {
  const found = new Map<string, TouchpointJourney>();
  for (const { of, features, touchpoints } of products) {
    const { wants } = of.analysis;
    for (const place of touchpointJourneys({ features, touchpoints, wants, sums: [] }, persona ?? undefined)) {
      const key = definitions.keyOf('touchpoints', of.product, place.id);
      if (key === null) continue;
      const before = found.get(key);
      const joined = before ? joinedPlaces(before, place) : place;
      // Without gaps it is what customers feel.
      found.set(key, joined.referral !== null && gapsAt(key) > 0 ? { ...joined, referral: 'fix-first' } : joined);
    }
  }
  return found;
}

/** What is behind the activities that a product names, over all products. */
export function behindActivities(products: readonly JourneyOfProduct[]): ReadonlyMap<Activity, BehindActivity> {
  const found = new Map<Activity, { owners: Set<string>; wants: readonly Want[]; notes: Set<string> }>();
  for (const { of, features, touchpoints, stages } of products) {
    const { analysis, product } = of;
    const valueChain = productList(product, 'valueChain').map(({ item }) => item.value);
    const input = { features, touchpoints, stages, valueChain, wants: analysis.wants, analysisOf: analysis.featureAnalysis };
    for (const { id, owner, openBottlenecks, relievedBottlenecks, notedBottlenecks } of valueChainOnJourney(input)) {
      const behind = found.get(id) ?? { owners: new Set(), wants: [], notes: new Set() };
      found.set(id, behind);
      if (owner !== null) behind.owners.add(owner);
      behind.wants = joinedWants(behind.wants, [...openBottlenecks, ...relievedBottlenecks]);
      for (const note of notedBottlenecks) behind.notes.add(note);
    }
  }
  return new Map(
    [...found].map(([id, { owners, wants, notes }]) => [
      id,
      {
        owners: [...owners],
        open: [...wants.filter(({ state }) => state !== 'met').map(({ phrase, id: name }) => phrase || name), ...notes],
        relieved: wants.filter(({ state }) => state === 'met'),
      },
    ]),
  );
}

/** The same touchpoint in two products: what either has relieved is relieved. */
function joinedPlaces(one: TouchpointJourney, other: TouchpointJourney): TouchpointJourney {
  const pains = joinedWants([...one.openPains, ...one.relievedPains], [...other.openPains, ...other.relievedPains]);
  const { mentions } = one;
  return {
    ...one,
    openPains: pains.filter(({ state }) => state !== 'met'),
    relievedPains: pains.filter(({ state }) => state === 'met'),
    mentions: {
      complaints: mentions.complaints + other.mentions.complaints,
      compliments: mentions.compliments + other.mentions.compliments,
      neutral: mentions.neutral + other.mentions.neutral,
    },
  };
}
