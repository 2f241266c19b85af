import { activityResults, stageResults, touchpointResults } from '../../analysis/journey.ts';
import type { JourneySums } from '../../analysis/results.ts';
import type { TouchpointJourney } from '../../analysis/touchpointJourney.ts';
import { compareText } from '../../base/compareText.ts';
import { type Activity, activities, type Feature, type ListKey, type Touchpoint } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import { activityLabel, surveyName } from '../../terms/labels.ts';
import type { Definitions } from './definitions.ts';
import { type BehindActivity, behindActivities, type JourneyOfProduct, journeysByKey } from './journeyRows.ts';
import { type MetricRow, metricRows } from './metrics.ts';
import { type PersonaNeeds, personaNeeds } from './personaNeeds.ts';
import type { ShownFeature, ShownProduct } from './shownFeatures.ts';
import { type Unasked, unaskedAmong } from './unasked.ts';

/** What the products define beside their features. */
export interface ProductLists {
  readonly personas: readonly SelectOption[];
  /** What personas need, of those that need something. */
  readonly needs: readonly PersonaNeeds[];
  /** Oldest first. */
  readonly surveys: readonly SelectOption[];
  readonly stages: readonly StageRow[];
  /** In journey order: by stage, then by place in the file. */
  readonly touchpoints: readonly TouchpointRow[];
  /** Those of Porter's activities that a touchpoint or the value chain names, in Porter's order. */
  readonly activities: readonly ActivityRow[];
  readonly metrics: readonly MetricRow[];
}

export interface SelectOption {
  readonly key: string;
  readonly name: string;
}

/** What is at stake over the open features at a place, see `JourneySums`. */
export type Sums = Omit<JourneySums, 'id'>;

export interface StageRow extends SelectOption {
  readonly sums: Sums;
  readonly unasked: Unasked | null;
}

export interface ActivityRow extends SelectOption, BehindActivity {
  readonly key: Activity;
  readonly sums: Sums;
  readonly unasked: Unasked | null;
}

export interface TouchpointRow extends SelectOption {
  readonly value: Touchpoint;
  /** Key of its stage; `null` where it has none, or an undefined one. */
  readonly stage: string | null;
  readonly sums: Sums;
  readonly unasked: Unasked | null;
  /** Emotion, pains, mentions and referral readiness, of the chosen persona if there is one; `null` where that persona does not pass. */
  readonly journey: TouchpointJourney | null;
}

/** @param persona whose journey it is; `null` for that of all personas */
export function productLists(
  products: readonly ShownProduct[],
  features: Iterable<ShownFeature>,
  definitions: Definitions,
  persona: string | null,
): ProductLists {
  const shown = [...features];
  const journeys = journeysOf(products, shown);
  const unaskedAt = unaskedAmong(shown, definitions);
  const sums = sumsOf(journeys, definitions);
  const stagePlaces = new Map([...definitions.stages.keys()].map((key, index) => [key, index]));
  const places = journeysByKey(journeys, definitions, persona, (key) => sums.touchpoints.of(key).mustBeGaps);
  const touchpoints = [...definitions.touchpoints.values()].map(({ key, value, of }): TouchpointRow => {
    const stage = value.stage === undefined ? null : definitions.keyOf('stages', of, value.stage);
    return {
      key,
      name: nameOf(value),
      value,
      stage,
      sums: sums.touchpoints.of(key),
      unasked: unaskedAt([key]),
      journey: places.get(key) ?? null,
    };
  });
  const keysWhere = (isHere: (touchpoint: TouchpointRow) => boolean) => touchpoints.filter(isHere).map(({ key }) => key);
  const stages = [...definitions.stages.values()].map(({ key, value }) => {
    const unasked = unaskedAt(keysWhere(({ stage }) => stage === key));
    return { key, name: nameOf(value), sums: sums.stages.of(key), unasked };
  });
  const place = ({ stage }: TouchpointRow) => (stage === null ? stages.length : (stagePlaces.get(stage) ?? stages.length));
  const behind = behindActivities(journeys);
  return {
    personas: union(definitions.personas.values(), nameOf),
    needs: personaNeeds(products),
    surveys: union(
      [...definitions.surveys.values()].sort((a, b) => compareText(a.value.date ?? '', b.value.date ?? '')),
      ({ id = '', title = id, date }) => (date === undefined ? title : surveyName(title, date)),
    ),
    stages,
    touchpoints: touchpoints.sort((a, b) => place(a) - place(b)),
    activities: activities.flatMap((key) => {
      const here = behind.get(key);
      const unasked = unaskedAt(keysWhere(({ value }) => value.activities?.includes(key) === true));
      return here ? [{ key, name: activityLabel(key), sums: sums.activities.of(key), unasked, ...here }] : [];
    }),
    metrics: metricRows(definitions),
  };
}

/** Personas and surveys with the same id count as the same: they are what products have in common. */
function union<Value extends { readonly id?: string }>(
  definitions: Iterable<{ readonly value: Value }>,
  name: (value: Value) => string,
): readonly SelectOption[] {
  const found = new Map<string, SelectOption>();
  for (const { value } of definitions) {
    if (value.id !== undefined && !found.has(value.id)) found.set(value.id, { key: value.id, name: name(value) });
  }
  return [...found.values()];
}

function nameOf({ name, id }: { readonly id?: string; readonly name?: string }): string {
  return name ?? id ?? '';
}

/** Sums by the key of their place. */
class SumsByKey {
  readonly #sums = new Map<string, Sums>();

  add(key: string, { mustBeGaps, risk, opportunity }: JourneySums): void {
    const before = this.of(key);
    this.#sums.set(key, {
      mustBeGaps: before.mustBeGaps + mustBeGaps,
      risk: before.risk + risk,
      opportunity: before.opportunity + opportunity,
    });
  }

  of(key: string): Sums {
    return this.#sums.get(key) ?? { mustBeGaps: 0, risk: 0, opportunity: 0 };
  }
}

/** The parts of the products that the journey is made of; a feature that several products share counts once, in the first. */
function journeysOf(products: readonly ShownProduct[], features: Iterable<ShownFeature>): readonly JourneyOfProduct[] {
  const featuresOf = new Map(products.map((of) => [of, [] as Feature[]]));
  for (const { of, feature } of features) featuresOf.get(of)?.push(feature);
  return products.map((of) => {
    const values = <K extends ListKey>(list: K) => productList(of.product, list).map(({ item }) => item.value);
    return {
      of,
      features: featuresOf.get(of) ?? [],
      touchpoints: firstOfEachId(values('touchpoints')),
      stages: firstOfEachId(values('stages')),
    };
  });
}

/** What is at stake at every place. */
function sumsOf(journeys: readonly JourneyOfProduct[], definitions: Definitions) {
  const sums = { touchpoints: new SumsByKey(), stages: new SumsByKey(), activities: new SumsByKey() };
  for (const { of, ...lists } of journeys) {
    const journey = { ...lists, analysisOf: of.analysis.featureAnalysis };
    for (const list of ['touchpoints', 'stages'] as const) {
      for (const result of list === 'touchpoints' ? touchpointResults(journey) : stageResults(journey)) {
        const key = definitions.keyOf(list, of.product, result.id);
        if (key !== null) sums[list].add(key, result);
      }
    }
    for (const result of activityResults(journey)) sums.activities.add(result.id, result);
  }
  return sums;
}

/** Of duplicate ids in a product, the first counts. */
function firstOfEachId<Value extends { readonly id?: string }>(values: readonly Value[]): readonly Value[] {
  const ids = new Set<string | undefined>();
  return values.filter(({ id }) => !ids.has(id) && ids.add(id));
}
