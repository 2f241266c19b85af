import { type Activity, activities, type Feature, type Stage, type Touchpoint, type ValueChainActivity } from '../document/format/model.ts';
import { isOpen } from './buildOrder.ts';
import { type EmotionResult, emotionAt, personasFelt } from './emotions.ts';
import { type CountedEvidence, isCounted } from './evidence.ts';
import type { FeatureAnalysis, JourneySums } from './results.ts';
import type { Want } from './wants.ts';

/** Whether customers can be asked to recommend us at a touchpoint. */
export type ReferralReadiness = 'fix-first' | 'possible' | 'ready';

/** What a touchpoint is like for customers. */
export interface TouchpointJourney {
  readonly id: string;
  readonly emotion: EmotionResult | null;
  /** Pains with an id that no feature has relieved yet, and the number of pains without an id. */
  readonly openPains: readonly Want[];
  readonly relievedPains: readonly Want[];
  readonly notedPains: number;
  /** Complaints, compliments and neutral mentions of what customers meet here. */
  readonly mentions: Pick<CountedEvidence, 'complaints' | 'compliments' | 'neutral'>;
  /** `null` where customers cannot recommend us. */
  readonly referral: ReferralReadiness | null;
}

export interface JourneyInput {
  readonly features: readonly Feature[];
  readonly touchpoints: readonly Touchpoint[];
  readonly wants: readonly Want[];
  /** The sums by touchpoint. */
  readonly sums: readonly JourneySums[];
}

/**
 * The touchpoints with an id, in the order of the file.
 * @param persona counts only who passes there, what this persona feels, and what hurts it or everybody
 */
export function touchpointJourneys({ features, touchpoints, wants, sums }: JourneyInput, persona?: string): readonly TouchpointJourney[] {
  const gaps = new Map(sums.map(({ id, mustBeGaps }) => [id, mustBeGaps]));
  const pains = wants.filter(({ kind, persona: who }) => kind === 'pain' && (persona === undefined || who === null || who === persona));
  const mentions = mentionsByPlace(features, (id) => id, persona);
  return touchpoints.flatMap((touchpoint): readonly TouchpointJourney[] => {
    const { id, personas } = touchpoint;
    if (id === undefined || (persona !== undefined && personas !== undefined && !personas.includes(persona))) return [];
    const emotion = emotionAt(touchpoint, persona);
    const here = pains.filter(({ of }) => of === id);
    return [
      {
        id,
        emotion,
        openPains: here.filter(({ state }) => state !== 'met'),
        relievedPains: here.filter(({ state }) => state === 'met'),
        notedPains: touchpoint.pains?.filter((pain) => typeof pain === 'string').length ?? 0,
        mentions: mentions.get(id) ?? noMentions(),
        referral: touchpoint.referral ? readinessAt(gaps.get(id) ?? 0, emotion, isSomebodyUnhappy(touchpoint, persona)) : null,
      },
    ];
  });
}

/**
 * Nobody recommends what lacks something expected, or where they are unhappy.
 * @param isAnyUnhappy whether some persona is, whatever the others feel
 */
function readinessAt(mustBeGaps: number, emotion: EmotionResult | null, isAnyUnhappy: boolean): ReferralReadiness {
  if (mustBeGaps > 0 || isAnyUnhappy || (emotion !== null && emotion.newest < 0)) return 'fix-first';
  return emotion !== null && emotion.newest >= 1 ? 'ready' : 'possible';
}

/** Whether the newest emotion of a persona is under 0: those asked on another day than the newest count too. */
function isSomebodyUnhappy(touchpoint: Touchpoint, only: string | undefined): boolean {
  const asked = only === undefined ? personasFelt(touchpoint) : [only];
  return asked.some((persona) => (emotionAt(touchpoint, persona)?.newest ?? 0) < 0);
}

export function noMentions() {
  return { complaints: 0, compliments: 0, neutral: 0 };
}

/**
 * The mentions at each place, a touchpoint or what it is part of, each counted once. Evidence that names a touchpoint counts there, other evidence at all
 * touchpoints of its feature.
 * @param placeOf the place of a touchpoint; `undefined` where it has none
 * @param persona counts only what this persona said
 */
export function mentionsByPlace(
  features: readonly Feature[],
  placeOf: (touchpoint: string) => string | undefined,
  persona?: string,
): ReadonlyMap<string, TouchpointJourney['mentions']> {
  const found = new Map<string, ReturnType<typeof noMentions>>();
  for (const { evidence = [], touchpoints = [] } of features) {
    for (const each of evidence) {
      if (!isCounted(each) || (persona !== undefined && each.persona !== persona)) continue;
      for (const place of new Set((each.touchpoint === undefined ? touchpoints : [each.touchpoint]).map(placeOf))) {
        if (place === undefined) continue;
        const sum = found.get(place) ?? noMentions();
        sum.complaints += each.complaints ?? 0;
        sum.compliments += each.compliments ?? 0;
        sum.neutral += each.neutral ?? 0;
        found.set(place, sum);
      }
    }
  }
  return found;
}

/** An activity of the value chain beside the journey. */
export interface ActivityOnJourney {
  readonly id: Activity;
  readonly owner: string | null;
  readonly openBottlenecks: readonly Want[];
  readonly relievedBottlenecks: readonly Want[];
  /** Bottlenecks without an id, which nothing can relieve, in the order of the file. */
  readonly notedBottlenecks: readonly string[];
  /** The number of must-be gaps by the id of each stage, in journey order: those of distinct open features at touchpoints with this activity. */
  readonly gapsByStage: readonly { readonly stage: string; readonly mustBeGaps: number }[];
}

export interface ValueChainInput extends Pick<JourneyInput, 'features' | 'touchpoints' | 'wants'> {
  readonly stages: readonly Stage[];
  readonly valueChain: readonly ValueChainActivity[];
  readonly analysisOf: (feature: Feature) => FeatureAnalysis;
}

/** The activities that a touchpoint or the value chain names, in Porter's order. */
export function valueChainOnJourney(input: ValueChainInput): readonly ActivityOnJourney[] {
  const { features, touchpoints, wants, stages, valueChain, analysisOf } = input;
  const gaps = features.filter((feature) => isOpen(feature) && analysisOf(feature).category === 'M');
  return activities.flatMap((id): readonly ActivityOnJourney[] => {
    const served = touchpoints.filter((touchpoint) => touchpoint.activities?.includes(id));
    const named = valueChain.filter(({ activity }) => activity === id);
    if (served.length + named.length === 0) return [];
    const bottlenecks = wants.filter(({ kind, of }) => kind === 'bottleneck' && of === id);
    const gapsByStage = stages.flatMap(({ id: stage }) => {
      if (stage === undefined) return [];
      const there = new Set(served.flatMap((touchpoint) => (touchpoint.stage === stage ? (touchpoint.id ?? []) : [])));
      return [{ stage, mustBeGaps: gaps.filter((feature) => feature.touchpoints?.some((each) => there.has(each))).length }];
    });
    return [
      {
        id,
        owner: named.find(({ owner }) => owner !== undefined)?.owner ?? null,
        openBottlenecks: bottlenecks.filter(({ state }) => state !== 'met'),
        relievedBottlenecks: bottlenecks.filter(({ state }) => state === 'met'),
        notedBottlenecks: named.flatMap(({ bottlenecks: all = [] }) => all.filter((each) => typeof each === 'string')),
        gapsByStage,
      },
    ];
  });
}
