import { oncePerObject } from '../analysis/once.ts';
import type { Feature } from '../document/model.ts';
import type { Look } from '../webview/protocol.ts';

/** The feature as if only the answers of one persona, or of one survey, had been written; the same object for the same question. */
export function seenAs(feature: Feature, { persona, survey }: Look): Feature {
  if (persona === null && survey === null) return feature;
  const views = viewsOf(feature);
  const key = JSON.stringify([persona, survey]);
  const known = views.get(key) ?? restricted(feature, persona, survey);
  views.set(key, known);
  return known;
}

const viewsOf = oncePerObject((_feature: Feature) => new Map<string, Feature>());

function restricted({ tally: _, tallies = [], ...rest }: Feature, persona: string | null, survey: string | null): Feature {
  const kept = tallies.filter((tally) => (persona === null || tally.persona === persona) && (survey === null || tally.survey === survey));
  return kept.length === 0 ? rest : { ...rest, tallies: kept };
}
