import type { EvidenceResult } from '../../analysis/evidence.ts';
import type { CompleteReading, Outcome } from '../../analysis/outcomes.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import type { JourneySums } from '../../analysis/results.ts';
import { type Said, saidOf } from '../../analysis/saidOf.ts';
import type { StageJourney } from '../../analysis/stageJourney.ts';
import type { ActivityOnJourney, TouchpointJourney } from '../../analysis/touchpointJourney.ts';
import type { Want } from '../../analysis/wants.ts';
import type { Feature } from '../../document/format/model.ts';
import { type Ticket, ticketsOf } from '../../document/format/trackers.ts';

/** What the journey says of one feature. */
export interface FeatureJourneyJson {
  /** The day on which customers got it. */
  readonly shipped: string | null;
  readonly serves: readonly string[];
  readonly relieves: readonly string[];
  readonly moves: readonly string[];
  readonly links: readonly string[];
  readonly tracker: readonly Ticket[];
  readonly evidence: EvidenceResult | null;
  readonly evidenceTexts: readonly Said[];
}

/** What the journey says of a product. */
export interface JourneyJson {
  /** Needs, pains and bottlenecks with an id. */
  readonly wants: readonly (Omit<Want, 'features'> & { readonly features: readonly string[] })[];
  readonly journey: readonly (Omit<TouchpointJourney, 'openPains' | 'relievedPains'> & {
    readonly openPains: readonly string[];
    readonly relievedPains: readonly string[];
  })[];
  readonly valueChain: readonly (Omit<ActivityOnJourney, 'openBottlenecks' | 'relievedBottlenecks'> & {
    readonly openBottlenecks: readonly string[];
    readonly relievedBottlenecks: readonly string[];
  })[];
  readonly outcomes: readonly (Omit<Outcome, 'before' | 'after'> & {
    readonly before: ReadingJson | null;
    readonly after: ReadingJson | null;
  })[];
}

/** What is at stake at a stage, and what it is like for customers. */
export type StageJson = JourneySums &
  Omit<StageJourney, 'openPains' | 'relievedPains'> & { readonly openPains: readonly string[]; readonly relievedPains: readonly string[] };

interface ReadingJson extends Omit<CompleteReading, 'n'> {
  readonly n: number | null;
}

export function featureJourneyJson(feature: Feature, analysis: ProductAnalysis): FeatureJourneyJson {
  const { shipped = null, serves = [], relieves = [], moves = [], links = [] } = feature;
  const evidence = { evidence: analysis.evidence(feature), evidenceTexts: saidOf(feature) };
  return { shipped, serves, relieves, moves, links, tracker: ticketsOf(feature), ...evidence };
}

export function journeyJson({ wants, journey, valueChain, outcomes }: ProductAnalysis): JourneyJson {
  return {
    wants: wants.map((want) => ({ ...want, features: want.features.flatMap(({ id }) => id ?? []) })),
    journey: journey.map((place) => ({ ...place, openPains: idsOf(place.openPains), relievedPains: idsOf(place.relievedPains) })),
    valueChain: valueChain.map((activity) => ({
      ...activity,
      openBottlenecks: idsOf(activity.openBottlenecks),
      relievedBottlenecks: idsOf(activity.relievedBottlenecks),
    })),
    outcomes: outcomes.map((outcome) => ({ ...outcome, before: readingJson(outcome.before), after: readingJson(outcome.after) })),
  };
}

export function stagesJson({ stages, stageJourneys }: ProductAnalysis): readonly StageJson[] {
  const sums = new Map(stages.map((stage) => [stage.id, stage]));
  return stageJourneys.flatMap((stage) => {
    const atStake = sums.get(stage.id);
    return atStake ? [{ ...atStake, ...stage, openPains: idsOf(stage.openPains), relievedPains: idsOf(stage.relievedPains) }] : [];
  });
}

function idsOf(wants: readonly Want[]): readonly string[] {
  return wants.map(({ id }) => id);
}

function readingJson(reading: CompleteReading | null): ReadingJson | null {
  return reading && { date: reading.date, value: reading.value, n: reading.n ?? null };
}
