import { lazily, once, oncePerObject } from '../base/once.ts';
import type { Activity, Feature, ListKey, Metric, Persona, Stage, Touchpoint, ValueChainActivity } from '../document/format/model.ts';
import { type Product, productList } from '../document/product.ts';
import { contextOf } from './analysisContext.ts';
import { findNeededBy, isOpen, orderByNeed, orderByWorth } from './buildOrder.ts';
import { type Dependencies, resolveDependencies } from './dependencies.ts';
import { correctedDrifts, largestSignificantP } from './drift.ts';
import {
  allCountedEvidence,
  type EvidenceResult,
  type EvidenceTotals,
  evidenceIndex,
  evidenceResult,
  evidenceTotals,
  joinTotals,
} from './evidence.ts';
import { analyseFeature } from './featureAnalysis.ts';
import { activityResults, stageResults, touchpointResults } from './journey.ts';
import { smallestSample } from './leadingPair.ts';
import { metricResults } from './metrics.ts';
import { type Outcome, outcomesOf } from './outcomes.ts';
import { disagreements, personasTests } from './personasTest.ts';
import { meanImportance, type RefinedClass, refinedClass } from './refinedClass.ts';
import type {
  AnalysisContext,
  CorrectedDrift,
  Drift,
  DriftKind,
  FeatureAnalysis,
  JourneySums,
  MetricResult,
  PersonasTest,
  Priority,
  TouchpointResult,
} from './results.ts';
import { type StageJourney, stageJourneys } from './stageJourney.ts';
import { joinIndexes, type TestIndex, testIndex, testsOf } from './testIndex.ts';
import { type ActivityOnJourney, type TouchpointJourney, touchpointJourneys, valueChainOnJourney } from './touchpointJourney.ts';
import { type Want, wantsOf } from './wants.ts';

/** A product: the file that was opened and all that it uses, in that order. */
export interface ProductInput {
  readonly context: AnalysisContext;
  readonly features: readonly Feature[];
  readonly touchpoints: readonly Touchpoint[];
  readonly stages: readonly Stage[];
  readonly metrics: readonly Metric[];
  readonly personas?: readonly Persona[];
  readonly valueChain?: readonly ValueChainActivity[];
  /** The sums of counted evidence, where they are known without a walk along every feature. */
  readonly evidence?: EvidenceTotals;
  /** The tests with p < .05 and the number of all, where they are known without testing every feature anew. */
  readonly tests?: TestIndex;
}

/** An open feature that depends on a rejected one. */
interface RejectedDependency {
  readonly feature: Feature;
  readonly dependency: Feature;
}

/** A product with its numbers. */
export interface AnalysedProduct {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
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
  /** What each of them is like for customers. */
  readonly stageJourneys: readonly StageJourney[];
  /** The activities that touchpoints name, in Porter's order. */
  readonly activities: readonly (JourneySums & { readonly id: Activity })[];
  /** In the order of the list. */
  readonly metrics: readonly MetricResult[];
  /** `null` where fewer than two personas have answers, or the feature is not in the product. */
  personasTest(feature: Feature): PersonasTest | null;
  /** The features whose personas disagree, with their tests. Faster than a test of each. */
  readonly personasDisagreements: ReadonlyMap<Feature, PersonasTest>;
  /** The feature's drift with its test; `null` without a survey before, or when the feature is not in the product. */
  drift(feature: Feature): CorrectedDrift | null;
  /** Whether the category changed, significantly after the correction for the number of features. Faster than `drift`. */
  hasDrifted(drift: Drift | null): drift is Drift & { readonly kind: DriftKind };
  /** The mean over the features whose importance was asked, each counting once; `null` with fewer than two. The refined classes are cut at it. */
  readonly meanImportance: number | null;
  /** `null` where the importance was not asked, for categories that are not refined, and where the category is ambiguous or has under 30 answers. */
  refinedClass(feature: Feature): RefinedClass | null;
  /** Counted evidence, set against that of the product; `null` where none was counted. */
  evidence(feature: Feature): EvidenceResult | null;
  /** Needs, pains and bottlenecks with an id, and what serves or relieves them. */
  readonly wants: readonly Want[];
  /** In the order of the file. */
  readonly journey: readonly TouchpointJourney[];
  /** The same for one persona: the touchpoints where it passes, what it feels, and what hurts it. */
  journeyOf(persona: string): readonly TouchpointJourney[];
  /** Stage by stage, in Porter's order. */
  readonly valueChain: readonly ActivityOnJourney[];
  readonly outcomes: readonly Outcome[];
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
  const smallTests = once(() => input.tests ?? testsOf(input.features, analysisOf));
  const drifts = once(() => correctedDrifts(input.features, analysisOf));
  const driftLimit = once(() => {
    const { small, tests: number } = smallTests().drift;
    return largestSignificantP(
      [...small.values()].map(({ test }) => test.p),
      number,
    );
  });
  const importanceCut = once(() => meanImportance(input.features.map((feature) => analysisOf(feature).importance)));
  const journey = once(() => ({ features: input.features, touchpoints: input.touchpoints, stages: input.stages, analysisOf }));
  const wants = once(() => {
    const { features, touchpoints, personas = [], valueChain = [] } = input;
    return wantsOf({ features, touchpoints, personas, valueChain });
  });
  const evidenceSums = once(() => input.evidence ?? evidenceTotals(input.features));
  const touchpoints = once(() => touchpointResults(journey()));
  const places = once(() => ({ features: input.features, touchpoints: input.touchpoints, wants: wants(), sums: touchpoints() }));
  const journeys = once(() => touchpointJourneys(places()));
  return lazily(
    {
      context,
      featureAnalysis: analysisOf,
      priority: (feature: Feature) => priorities().get(feature) ?? notRanked,
      personasTest: (feature: Feature) => tests().get(feature) ?? null,
      drift: (feature: Feature) => drifts().get(feature) ?? null,
      evidence: (feature: Feature) => {
        const counted = feature.evidence && allCountedEvidence(feature);
        return counted ? evidenceResult(counted, evidenceSums()) : null;
      },
      journeyOf: (persona: string) => touchpointJourneys(places(), persona),
      refinedClass: (feature: Feature) => {
        const numbers = analysisOf(feature);
        const { category, importance, n } = numbers;
        // Without an importance of its own, the others need not be looked at. A category that is not settled has no class.
        if (importance === null || n < smallestSample || numbers.rival !== null) return null;
        return refinedClass(category, importance, importanceCut());
      },
      hasDrifted: (drift: Drift | null): drift is Drift & { readonly kind: DriftKind } =>
        drift !== null && drift.kind !== null && drift.test.isSignificant && drift.test.p <= driftLimit(),
    },
    {
      personasDisagreements: () => disagreements(smallTests().personas.small, smallTests().personas.tests),
      buildOrder,
      touchpoints,
      wants,
      journey: journeys,
      stageJourneys: () => stageJourneys(input.stages, input.touchpoints, input.features, journeys()),
      valueChain: () => valueChainOnJourney({ ...journey(), wants: wants(), valueChain: input.valueChain ?? [] }),
      outcomes: () => outcomesOf(input.metrics, input.features),
      stages: () => stageResults(journey()),
      activities: () => activityResults(journey()),
      metrics: () => metricResults(input.metrics),
      meanImportance: importanceCut,
      rejectedDependencies: () => findRejectedDependencies(input.features, dependencies()),
      dependencies,
    },
  );
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
  const lists = {
    features: values('features'),
    touchpoints: values('touchpoints'),
    stages: values('stages'),
    metrics: values('metrics'),
    personas: values('personas'),
    valueChain: values('valueChain'),
  };
  const tests = () => joinIndexes(product.models.map(testIndex(context)));
  const evidence = () => joinTotals(product.models.map(evidenceIndex));
  return analyseProduct(lazily({ context }, { ...lists, tests, evidence }));
});

/** A product with its numbers. */
export function analysedProduct(product: Product): AnalysedProduct {
  return { product, analysis: analysisOfProduct(product) };
}
