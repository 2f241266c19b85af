import { lazily, once, oncePerObject } from '../base/once.ts';
import type { Activity, Feature, ListKey, Metric, Stage, Touchpoint } from '../document/format/model.ts';
import { definitionsById, type Product, productList, settingsOf } from '../document/product.ts';
import { findNeededBy, isOpen, orderByNeed, orderByWorth } from './buildOrder.ts';
import { type Dependencies, resolveDependencies } from './dependencies.ts';
import { analyseFeature } from './featureAnalysis.ts';
import { activityResults, stageResults, touchpointResults } from './journey.ts';
import { metricResults } from './metrics.ts';
import { disagreements, type PersonasIndex, personasIndex, personasTests, significantP, uncorrectedTest } from './personasTest.ts';
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
    const results = personasTests(input.features.map((feature) => analysisOf(feature).personas));
    return new Map(input.features.map((feature, index) => [feature, results[index] ?? null]));
  });
  const journey = once(() => ({ features: input.features, touchpoints: input.touchpoints, stages: input.stages, analysisOf }));
  return lazily(
    {
      context,
      featureAnalysis: analysisOf,
      priority: (feature: Feature) => priorities().get(feature) ?? notRanked,
      personasTest: (feature: Feature) => tests().get(feature) ?? null,
    },
    {
      personasDisagreements: () => disagreements(input.personasTests ?? smallTests(input.features, analysisOf)),
      buildOrder,
      touchpoints: () => touchpointResults(journey()),
      stages: () => stageResults(journey()),
      activities: () => activityResults(journey()),
      metrics: () => metricResults(input.metrics),
      rejectedDependencies: () => findRejectedDependencies(input.features, dependencies()),
      dependencies,
    },
  );
}

function smallTests(features: readonly Feature[], analysisOf: (feature: Feature) => FeatureAnalysis): PersonasIndex {
  const all = features.map((feature) => ({ feature, test: uncorrectedTest(analysisOf(feature).personas) }));
  const tested = all.flatMap(({ feature, test }) => (test === null ? [] : [[feature, test] as const]));
  return { small: new Map(tested.filter(([, { p }]) => p < significantP)), tests: tested.length };
}

function prioritise(buildOrder: readonly Feature[], neededBy: ReadonlyMap<Feature, readonly Feature[]>): ReadonlyMap<Feature, Priority> {
  return new Map(
    buildOrder.map((feature, index) => {
      const ids = neededBy.get(feature)?.flatMap(({ id }) => id ?? []) ?? notRanked.neededBy;
      return [feature, { rank: index + 1, neededBy: ids }];
    }),
  );
}

function findRejectedDependencies(features: readonly Feature[], dependencies: Dependencies): readonly RejectedDependency[] {
  return features.flatMap((feature) => {
    const needs = dependencies.needs(feature);
    if (needs.length === 0 || !isOpen(feature)) return [];
    return needs.filter(({ status }) => status === 'rejected').map((dependency) => ({ feature, dependency }));
  });
}

/**
 * The analysis of a product, by the settings of the opened file or of its `.kanorc.yaml`. Everything in it is computed at first access. The
 * analysis of a feature is kept from one version of a file to the next until the feature, settings, surveys or persona shares change.
 */
export const analysisOfProduct: (product: Product) => ProductAnalysis = oncePerObject((product: Product) => {
  const context = contextOf(product);
  const values =
    <K extends ListKey>(key: K) =>
    () =>
      productList(product, key).map(({ item }) => item.value);
  const lists = { features: values('features'), touchpoints: values('touchpoints'), stages: values('stages'), metrics: values('metrics') };
  const personasTests = () => {
    const indexes = product.models.map(personasIndex(context));
    const small = new Map(indexes.flatMap((index) => [...index.small]));
    return { small, tests: indexes.reduce((sum, index) => sum + index.tests, 0) };
  };
  return analyseProduct(lazily({ context }, { ...lists, personasTests }));
});

/** More products than anybody has open at once. Each context keeps the analyses made in it. */
const contextsKept = 32;
const contexts = new Map<string, AnalysisContext>();

/** The same object for equal content, because analyses are kept by its identity. */
function contextOf(product: Product): AnalysisContext {
  const surveys = productList(product, 'surveys').flatMap(({ item: { value } }) => {
    const { id, date, wording } = value;
    return id === undefined ? [] : [{ id, ...(date === undefined ? {} : { date }), ...(wording === undefined ? {} : { wording }) }];
  });
  const shares = [...definitionsById(product, 'personas')].flatMap(([id, { share }]): [string, number][] =>
    share === undefined ? [] : [[id, share]],
  );
  const settings = settingsOf(product);
  const key = JSON.stringify([settings, surveys, shares]);
  const context = contexts.get(key) ?? { settings, surveys, shares: new Map(shares) };
  // Deleted and added again, so that the context used last comes last and the oldest is dropped.
  contexts.delete(key);
  contexts.set(key, context);
  for (const oldest of contexts.keys()) {
    if (contexts.size <= contextsKept) break;
    contexts.delete(oldest);
  }
  return context;
}
