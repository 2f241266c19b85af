import { activityResults, stageResults, touchpointResults } from '../../analysis/journey.ts';
import type { JourneySums } from '../../analysis/results.ts';
import { compareText } from '../../base/compareText.ts';
import { activities, type Feature, type ListKey, type Touchpoint } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import type { PanelLists, PanelTouchpoint, SelectOption } from '../../page/protocol.ts';
import { activityLabel } from '../../terms/labels.ts';
import { coefficient } from '../../terms/numbers.ts';
import { surveyName } from '../../wording/backlogWording.ts';
import type { Definitions } from './panelDefinitions.ts';
import type { PanelItem, PanelProduct } from './panelItems.ts';
import { panelMetrics } from './panelMetrics.ts';

/** Touchpoints, stages and all else that the products define, with what is at stake there. */
export function panelLists(products: readonly PanelProduct[], items: Iterable<PanelItem>, definitions: Definitions): PanelLists {
  const sums = sumsOf(products, items, definitions);
  const stages = [...definitions.stages.values()].map(({ key, value }) => ({ key, name: nameOf(value), ...sums.stages.at(key) }));
  const stagePlace = new Map(stages.map(({ key }, index) => [key, index]));
  const ranks = ranksOf(definitions, sums.touchpoints);
  const touchpoints = [...definitions.touchpoints.values()].map(({ key, value, of }) =>
    touchpointOf(key, value, {
      stage: value.stage === undefined ? null : definitions.keyOf('stages', of, value.stage),
      rank: ranks.get(key) ?? 0,
      ...sums.touchpoints.at(key),
    }),
  );
  const place = ({ stage }: PanelTouchpoint) => (stage === null ? stages.length : (stagePlace.get(stage) ?? stages.length));
  return {
    personas: union(definitions.personas.values(), nameOf),
    surveys: union(
      [...definitions.surveys.values()].sort((a, b) => compareText(a.value.date ?? '', b.value.date ?? '')),
      ({ id = '', title = id, date }) => (date === undefined ? title : surveyName(title, date)),
    ),
    stages,
    touchpoints: touchpoints.sort((a, b) => place(a) - place(b)),
    activities: activities.flatMap((key) =>
      sums.activities.has(key) ? [{ key, name: activityLabel(key), ...sums.activities.at(key) }] : [],
    ),
    metrics: panelMetrics(definitions),
  };
}

function touchpointOf(
  key: string,
  value: Touchpoint,
  given: Omit<PanelTouchpoint, keyof SelectOption | 'channel' | 'activities' | 'emotion' | 'pains' | 'referral'>,
) {
  return {
    key,
    name: nameOf(value),
    channel: value.channel ?? null,
    activities: value.activities ?? [],
    emotion: value.emotion ?? null,
    pains: value.pains ?? [],
    referral: value.referral === true,
    ...given,
  };
}

/** Personas and surveys of the same id are taken for the same: they are what products have in common. */
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
class Sums {
  readonly #sums = new Map<string, { mustBeGaps: number; risk: number; opportunity: number }>();

  add(key: string, { mustBeGaps, risk, opportunity }: JourneySums): void {
    const before = this.of(key);
    this.#sums.set(key, {
      mustBeGaps: before.mustBeGaps + mustBeGaps,
      risk: before.risk + risk,
      opportunity: before.opportunity + opportunity,
    });
  }

  has(key: string): boolean {
    return this.#sums.has(key);
  }

  of(key: string) {
    return this.#sums.get(key) ?? { mustBeGaps: 0, risk: 0, opportunity: 0 };
  }

  at(key: string) {
    const { mustBeGaps, risk, opportunity } = this.of(key);
    return { mustBeGaps, risk: coefficient(risk), opportunity: coefficient(opportunity) };
  }
}

/** What is at stake at every place; a feature that several products share counts once. */
function sumsOf(products: readonly PanelProduct[], items: Iterable<PanelItem>, definitions: Definitions) {
  const sums = { touchpoints: new Sums(), stages: new Sums(), activities: new Sums() };
  const featuresOf = new Map(products.map((of) => [of, [] as Feature[]]));
  for (const { of, feature } of items) featuresOf.get(of)?.push(feature);
  for (const of of products) {
    const { product, analysis } = of;
    const values = <K extends ListKey>(list: K) => productList(product, list).map(({ item }) => item.value);
    const journey = {
      features: featuresOf.get(of) ?? [],
      touchpoints: firstOfEachId(values('touchpoints')),
      stages: firstOfEachId(values('stages')),
      analysisOf: analysis.featureAnalysis,
    };
    for (const list of ['touchpoints', 'stages'] as const) {
      for (const result of list === 'touchpoints' ? touchpointResults(journey) : stageResults(journey)) {
        const key = definitions.keyOf(list, product, result.id);
        if (key !== null) sums[list].add(key, result);
      }
    }
    for (const result of activityResults(journey)) sums.activities.add(result.id, result);
  }
  return sums;
}

/** Where an id is defined twice in a product, the first counts. */
function firstOfEachId<Value extends { readonly id?: string }>(values: readonly Value[]): readonly Value[] {
  const ids = new Set<string | undefined>();
  return values.filter(({ id }) => !ids.has(id) && ids.add(id));
}

function ranksOf({ touchpoints }: Definitions, sums: Sums): ReadonlyMap<string, number> {
  const keys = [...touchpoints.keys()].sort((a, b) => {
    const [left, right] = [sums.of(a), sums.of(b)];
    return right.mustBeGaps - left.mustBeGaps || right.risk - left.risk || right.opportunity - left.opportunity;
  });
  return new Map(keys.map((key, index) => [key, index + 1]));
}
