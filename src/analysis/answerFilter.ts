import { oncePerObject } from '../base/once.ts';
import type { Feature } from '../document/format/model.ts';

/** Whose answers, and which survey, all numbers are of; `null` for everybody, and for each feature's newest survey. Ids. */
export interface AnswerFilter {
  readonly persona: string | null;
  readonly survey: string | null;
}

export const allAnswers: AnswerFilter = { persona: null, survey: null };

/** Features as if only the answers of one persona, or of one survey, had been written; the same object for the same question. */
export function withAnswersOf({ persona, survey }: AnswerFilter): (feature: Feature) => Feature {
  if (persona === null && survey === null) return (feature) => feature;
  const key = JSON.stringify([persona, survey]);
  return (feature) => {
    const versions = knownVersions(feature);
    const known = versions.get(key) ?? restricted(feature, persona, survey);
    versions.set(key, known);
    return known;
  };
}

/** A feature with the filtered answers, and with those of all surveys and of all personas. */
export function filteredFeature(answers: AnswerFilter) {
  const feature = withAnswersOf(answers);
  const overTime = withAnswersOf({ ...answers, survey: null });
  const byPersona = withAnswersOf({ ...answers, persona: null });
  return (value: Feature) => ({ feature: feature(value), overTime: overTime(value), byPersona: byPersona(value) });
}

const knownVersions = oncePerObject((_feature: Feature) => new Map<string, Feature>());

function restricted({ tally, tallies = [], ...rest }: Feature, persona: string | null, survey: string | null): Feature {
  const kept = tallies.filter((tally) => (persona === null || tally.persona === persona) && (survey === null || tally.survey === survey));
  if (kept.length > 0) return { ...rest, tallies: kept };
  if (tally === undefined && tallies.length === 0) return rest;
  // What was assumed before others answered says nothing of those who were not asked.
  const { assumed: _, ...unasked } = rest;
  return unasked;
}
