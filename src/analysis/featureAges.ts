import type { Feature } from '../document/format/model.ts';
import { ageInDays } from './ageInDays.ts';
import { allCountedEvidence } from './evidence.ts';
import type { FeatureAnalysis } from './results.ts';

/** A day, and how many days ago it was. */
export interface Age {
  readonly date: string;
  readonly days: number;
}

/** How old what is known of a feature is; `null` where there is none, or it has no date. */
export interface FeatureAges {
  /** The survey behind its category. */
  readonly survey: Age | null;
  /** Its newest counted evidence. */
  readonly evidence: Age | null;
}

export function featureAges(feature: Feature, { category, history }: FeatureAnalysis, asOf: string): FeatureAges {
  return {
    survey: category === null ? null : ageOf(history.at(-1)?.date, asOf),
    evidence: ageOf(feature.evidence && allCountedEvidence(feature)?.newest, asOf),
  };
}

/** The age of a date on a day; `null` where it is no date. */
export function ageOf(date: string | null | undefined, asOf: string): Age | null {
  if (date === null || date === undefined || Number.isNaN(Date.parse(date))) return null;
  return { date, days: ageInDays(date, asOf) };
}
