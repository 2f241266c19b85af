import { addToGroup } from '../base/groupBy.ts';
import { oncePerObject } from '../base/once.ts';
import { type Activity, activities, type Feature, type Stage, type Touchpoint } from '../document/format/model.ts';
import { isOpen } from './buildOrder.ts';
import type { FeatureAnalysis, JourneySums, TouchpointResult } from './results.ts';

type Sums = Omit<JourneySums, 'id'>;

/** The data that the sums are computed from. */
export interface Journey {
  readonly features: readonly Feature[];
  readonly touchpoints: readonly Touchpoint[];
  readonly stages: readonly Stage[];
  readonly analysisOf: (feature: Feature) => FeatureAnalysis;
}

/**
 * The touchpoints by urgency: by mustBeGaps, risk and opportunity, all descending, then in journey order (by stage, then by position in the
 * list; those without a known stage last). Sums are over the open features there with a surveyed category: an assumption is not data.
 */
export function touchpointResults(journey: Journey): readonly TouchpointResult[] {
  const stageIndexes = new Map(journey.stages.map(({ id }, index) => [id, index] as const).reverse());
  const stageIndex = ({ stage }: Touchpoint) => (stage === undefined ? undefined : stageIndexes.get(stage)) ?? Number.MAX_SAFE_INTEGER;
  const featuresAt = openFeaturesByTouchpoint(journey.features);
  return journey.touchpoints
    .flatMap((touchpoint) => {
      if (touchpoint.id === undefined) return [];
      const sums = sum(featuresAt.get(touchpoint.id) ?? [], journey, weightOf(touchpoint));
      return [{ id: touchpoint.id, stage: touchpoint.stage ?? null, ...sums, stageIndex: stageIndex(touchpoint) }];
    })
    .sort((left, right) => compareUrgency(left, right) || left.stageIndex - right.stageIndex)
    .map(({ stageIndex: _, ...result }, index) => ({ ...result, rank: index + 1 }));
}

/** The stages in journey order, with the sums over the distinct open features at their touchpoints. */
export function stageResults(journey: Journey): readonly JourneySums[] {
  const featuresAt = openFeaturesByTouchpoint(journey.features);
  return journey.stages.flatMap(({ id }) => {
    if (id === undefined) return [];
    const touchpoints = journey.touchpoints.filter(({ stage }) => stage === id);
    return [{ id, ...sum(distinctFeatures(touchpoints, featuresAt), journey, 1) }];
  });
}

/** The value-chain activities that any touchpoint names, in Porter's order, with the sums over their distinct open features. */
export function activityResults(journey: Journey): readonly (JourneySums & { readonly id: Activity })[] {
  const featuresAt = openFeaturesByTouchpoint(journey.features);
  return activities.flatMap((id) => {
    const touchpoints = journey.touchpoints.filter((touchpoint) => touchpoint.activities?.includes(id));
    return touchpoints.length === 0 ? [] : [{ id, ...sum(distinctFeatures(touchpoints, featuresAt), journey, 1) }];
  });
}

/** Kept, because touchpoints, stages and activities all need it. */
const openFeaturesByTouchpoint = oncePerObject((features: readonly Feature[]): ReadonlyMap<string, readonly Feature[]> => {
  const byTouchpoint = new Map<string, Feature[]>();
  for (const feature of features) {
    if (!isOpen(feature)) continue;
    for (const id of new Set(feature.touchpoints)) addToGroup(byTouchpoint, id, feature);
  }
  return byTouchpoint;
});

function distinctFeatures(touchpoints: readonly Touchpoint[], featuresAt: ReadonlyMap<string, readonly Feature[]>): Iterable<Feature> {
  return new Set(touchpoints.flatMap(({ id }) => (id === undefined ? [] : (featuresAt.get(id) ?? []))));
}

function sum(features: Iterable<Feature>, { analysisOf }: Journey, weight: number): Sums {
  let mustBeGaps = 0;
  let risk = 0;
  let opportunity = 0;
  for (const feature of features) {
    const { category, better, worse } = analysisOf(feature);
    if (category === 'M') mustBeGaps++;
    if (category === 'M' || category === 'O') risk -= worse ?? 0;
    if (category === 'A' || category === 'O') opportunity += better ?? 0;
  }
  return { mustBeGaps, risk: weigh(risk, weight), opportunity: weigh(opportunity, weight) };
}

function weightOf({ weight }: Touchpoint): number {
  return weight !== undefined && weight > 0 && Number.isFinite(weight) ? weight : 1;
}

function weigh(value: number, weight: number): number {
  return Math.min(Number.MAX_VALUE, weight * value);
}

function compareUrgency(left: Sums, right: Sums): number {
  return right.mustBeGaps - left.mustBeGaps || right.risk - left.risk || right.opportunity - left.opportunity;
}
