import { oncePerObject } from '../../base/once.ts';
import type { Feature } from '../../document/format/model.ts';
import type { Look } from '../../page/protocol.ts';

/** Features as if only the answers of one persona, or of one survey, had been written; the same object for the same question. */
export function viewOf({ persona, survey }: Look): (feature: Feature) => Feature {
  if (persona === null && survey === null) return (feature) => feature;
  const key = JSON.stringify([persona, survey]);
  return (feature) => {
    const views = knownViews(feature);
    const known = views.get(key) ?? restricted(feature, persona, survey);
    views.set(key, known);
    return known;
  };
}

/** A feature as it is looked at, and as all surveys and all personas see it. */
export function viewsOf(look: Look) {
  const [feature, overTime, byPersona] = [viewOf(look), viewOf({ ...look, survey: null }), viewOf({ ...look, persona: null })];
  return (value: Feature) => ({ feature: feature(value), overTime: overTime(value), byPersona: byPersona(value) });
}

const knownViews = oncePerObject((_feature: Feature) => new Map<string, Feature>());

function restricted({ tally: _, tallies = [], ...rest }: Feature, persona: string | null, survey: string | null): Feature {
  const kept = tallies.filter((tally) => (persona === null || tally.persona === persona) && (survey === null || tally.survey === survey));
  return kept.length === 0 ? rest : { ...rest, tallies: kept };
}
