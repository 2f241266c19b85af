import { once } from '../base/once.ts';
import type { Activity, Feature, Metric, Stage, Touchpoint } from '../document/format/model.ts';
import { findNeededBy, isOpen, orderByNeed, orderByWorth } from './buildOrder.ts';
import { type Dependencies, resolveDependencies } from './dependencies.ts';
import { analyseFeature } from './featureAnalysis.ts';
import { activityResults, stageResults, touchpointResults } from './journey.ts';
import { metricResults } from './metrics.ts';
import { disagreements, type PersonasIndex, personasTests, significantP, uncorrectedTest } from './personasTest.ts';
import type { AnalysisContext, FeatureAnalysis, JourneySums, MetricResult, PersonasTest, Priority, TouchpointResult } from './results.ts';

/** A product: the file that was opened and all that it uses, in that order. */
export interface ProductInput {
  readonly context: AnalysisContext;
  readonly features: readonly Feature[];
  readonly touchpoints: readonly Touchpoint[];
  readonly stages: readonly Stage[];
  readonly metrics: readonly Metric[];
  /** The personas tests with p < .05 and the number of all, if they are known without testing every feature. */
  readonly personasTests?: PersonasIndex;
}

/** An open feature that depends on a rejected one. */
export interface RejectedDependency {
  readonly feature: Feature;
  readonly dependency: Feature;
}

/** The numbers of a product. Everything is computed at first access and then kept. */
export interface ProductAnalysis {
  /** What the numbers are computed with: the same object for as long as settings, surveys and shares stay the same. */
  readonly context: AnalysisContext;
  /** For any feature, even one that is not in the product. */
  featureAnalysis(feature: Feature): FeatureAnalysis;
  /** `rank: null` for features that are shipped, rejected or not in the product. */
  priority(feature: Feature): Priority;
  /** The open features in rank order. */
  readonly buildOrder: readonly Feature[];
  /** By urgency. */
  readonly touchpoints: readonly TouchpointResult[];
  /** In journey order. */
  readonly stages: readonly JourneySums[];
  /** The activities that touchpoints name, in Porter's order. */
  readonly activities: readonly (JourneySums & { readonly id: Activity })[];
  /** In the order of the list. */
  readonly metrics: readonly MetricResult[];
  /** `null` if fewer than two personas or two categories have answers. */
  personasTest(feature: Feature): PersonasTest | null;
  /** The features whose personas disagree, with their tests. Faster than a test of each. */
  readonly personasDisagreements: ReadonlyMap<Feature, PersonasTest>;
  readonly rejectedDependencies: readonly RejectedDependency[];
  readonly dependencies: Dependencies;
}

const notRanked: Priority = Object.freeze({ rank: null, neededBy: [] });

/** Analyses a product. The call itself costs nothing: the lists of the input are read when they are needed. They must not change. */
export function analyseProduct(input: ProductInput): ProductAnalysis {
  const { context } = input;
  const analysisOf = (feature: Feature) => analyseFeature(feature, context);
  const dependencies = once(() => resolveDependencies(input.features));
  const byWorth = once(() => orderByWorth(input.features, analysisOf, context.settings.order));
  const buildOrder = once(() => orderByNeed(byWorth(), dependencies()));
  const priorities = once(() => prioritise(buildOrder(), findNeededBy(byWorth(), buildOrder(), dependencies())));
  const tests = once(() => {
    const { features } = input;
    const results = personasTests(features.map((feature) => analysisOf(feature).personas));
    const found = new Map<Feature, PersonasTest | null>();
    for (const [index, feature] of features.entries()) found.set(feature, results[index] ?? null);
    return found;
  });
  const disagreeing = once(() => {
    const { small, tests: number } = input.personasTests ?? smallTests(input.features, analysisOf);
    return disagreements(small, number);
  });
  const journey = once(() => ({ features: input.features, touchpoints: input.touchpoints, stages: input.stages, analysisOf }));
  const touchpointsByUrgency = once(() => touchpointResults(journey()));
  const stagesInOrder = once(() => stageResults(journey()));
  const activitiesInOrder = once(() => activityResults(journey()));
  const metricsInOrder = once(() => metricResults(input.metrics));
  const rejected = once(() => findRejectedDependencies(input.features, dependencies()));
  return {
    context,
    featureAnalysis: analysisOf,
    priority: (feature) => priorities().get(feature) ?? notRanked,
    personasTest: (feature) => tests().get(feature) ?? null,
    get personasDisagreements() {
      return disagreeing();
    },
    get buildOrder() {
      return buildOrder();
    },
    get touchpoints() {
      return touchpointsByUrgency();
    },
    get stages() {
      return stagesInOrder();
    },
    get activities() {
      return activitiesInOrder();
    },
    get metrics() {
      return metricsInOrder();
    },
    get rejectedDependencies() {
      return rejected();
    },
    get dependencies() {
      return dependencies();
    },
  };
}

function smallTests(features: readonly Feature[], analysisOf: (feature: Feature) => FeatureAnalysis): PersonasIndex {
  const all = features.map((feature) => ({ feature, test: uncorrectedTest(analysisOf(feature).personas) }));
  const tested = all.flatMap(({ feature, test }) => (test === null ? [] : [[feature, test] as const]));
  return { small: new Map(tested.filter(([, { p }]) => p < significantP)), tests: tested.length };
}

function prioritise(buildOrder: readonly Feature[], neededBy: ReadonlyMap<Feature, readonly Feature[]>): ReadonlyMap<Feature, Priority> {
  const found = new Map<Feature, Priority>();
  for (const [index, feature] of buildOrder.entries()) {
    const ids = neededBy.get(feature)?.flatMap(({ id }) => id ?? []) ?? notRanked.neededBy;
    found.set(feature, { rank: index + 1, neededBy: ids });
  }
  return found;
}

function findRejectedDependencies(features: readonly Feature[], dependencies: Dependencies): readonly RejectedDependency[] {
  return features.flatMap((feature) => {
    const needs = dependencies.needs(feature);
    if (needs.length === 0 || !isOpen(feature)) return [];
    return needs.filter(({ status }) => status === 'rejected').map((dependency) => ({ feature, dependency }));
  });
}
