import type { Feature, Stage, Touchpoint } from '../document/format/model.ts';
import type { EmotionResult } from './emotions.ts';
import { mentionsByPlace, noMentions, type TouchpointJourney } from './touchpointJourney.ts';
import type { Want } from './wants.ts';

/** What several touchpoints are like for customers, taken together. */
export interface JoinedPlaces {
  /** The lowest of the newest emotions, with the id of the touchpoint that it is felt at; the first of several. `null` where none is known. */
  readonly emotion: (EmotionResult & { readonly touchpoint: string }) | null;
  readonly openPains: readonly Want[];
  readonly relievedPains: readonly Want[];
  readonly notedPains: number;
}

/** What a stage of the journey is like for customers. */
export interface StageJourney extends JoinedPlaces {
  readonly id: string;
  /** The ids of its touchpoints with a moment of truth. */
  readonly moments: readonly string[];
  /** Complaints, compliments and neutral mentions, each counted once, of what customers meet at its touchpoints. */
  readonly mentions: TouchpointJourney['mentions'];
}

/** A journey is remembered by its worst moment, so a stage feels as bad as its worst touchpoint; pains belong to one touchpoint each. */
export function joinedPlaces(places: readonly TouchpointJourney[]): JoinedPlaces {
  let lowest: JoinedPlaces['emotion'] = null;
  for (const { id, emotion } of places)
    if (emotion && (lowest === null || emotion.newest < lowest.newest)) lowest = { ...emotion, touchpoint: id };
  return {
    emotion: lowest,
    openPains: places.flatMap(({ openPains }) => openPains),
    relievedPains: places.flatMap(({ relievedPains }) => relievedPains),
    notedPains: places.reduce((sum, { notedPains }) => sum + notedPains, 0),
  };
}

/** The stages with an id, in journey order. */
export function stageJourneys(
  stages: readonly Stage[],
  touchpoints: readonly Touchpoint[],
  features: readonly Feature[],
  places: readonly TouchpointJourney[],
): readonly StageJourney[] {
  const stageOf = new Map(touchpoints.map(({ id, stage }) => [id, stage] as const).reverse());
  const mentions = mentionsByPlace(features, (id) => stageOf.get(id));
  return stages.flatMap(({ id }): readonly StageJourney[] => {
    if (id === undefined) return [];
    const here = touchpoints.filter(({ stage }) => stage === id);
    const ids = new Set(here.flatMap((touchpoint) => touchpoint.id ?? []));
    return [
      {
        id,
        ...joinedPlaces(places.filter((place) => ids.has(place.id))),
        moments: here.flatMap((touchpoint) => (touchpoint.moment === undefined ? [] : (touchpoint.id ?? []))),
        mentions: mentions.get(id) ?? noMentions(),
      },
    ];
  });
}
