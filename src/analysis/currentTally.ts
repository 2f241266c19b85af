import { compareText } from '../base/compareText.ts';
import { oncePerObject } from '../base/once.ts';
import type { Answers, Counts, Feature, Tally } from '../document/format/model.ts';
import { completeCounts, pool, total } from './counts.ts';
import { countsFromAnswers } from './evaluationTable.ts';
import type { AnalysisContext } from './results.ts';

/** One tally, its answers already turned into counts. */
export interface CountedTally {
  readonly persona: string | null;
  readonly counts: Counts;
  readonly n: number;
  readonly importance: number | null;
  readonly answers: Answers | null;
}

/** All that one survey says of one feature. */
export interface SurveyTallies {
  /** `null` for the tallies without a survey. */
  readonly survey: string | null;
  readonly date: string | null;
  readonly wording: string | null;
  readonly tallies: readonly CountedTally[];
  /** Of all tallies together. */
  readonly counts: Counts;
  readonly n: number;
}

/**
 * The surveys in which the feature got at least one answer, oldest first; the last one is the current one.
 *
 * Oldest are the tallies without a survey, then those of surveys that the context does not know (by id), then known surveys without
 * a date, then the dated ones by date; equal ones by their place in the list. Where that order is a guess, see `isOrderUnknown`.
 */
export function answeredSurveys(feature: Feature, context: AnalysisContext): readonly SurveyTallies[] {
  const bySurvey = new Map<string | null, CountedTally[]>();
  for (const tally of writtenTallies(feature)) {
    const survey = tally.survey ?? null;
    const counted = countTally(tally, context);
    const group = bySurvey.get(survey);
    if (group) group.push(counted);
    else bySurvey.set(survey, [counted]);
  }
  const places = surveyPlaces(context);
  return [...bySurvey]
    .map(([survey, tallies]) => surveyTallies(survey, tallies, context))
    .filter(({ n }) => n > 0)
    .sort((left, right) => comparePlaces(left.survey, right.survey, places));
}

/**
 * Whether the current survey cannot be told: there are several, and one of them is nowhere defined or has no date. To take one of them
 * could turn a change of category round.
 */
export function isOrderUnknown(surveys: readonly SurveyTallies[]): boolean {
  return surveys.length > 1 && surveys.some(({ survey, date }) => survey !== null && date === null);
}

/** The mean importance over the tallies that state one, weighted by their respondents; `null` when none does. */
export function pooledImportance(tallies: readonly CountedTally[]): number | null {
  let sum = 0;
  let respondents = 0;
  for (const { importance, n } of tallies) {
    if (importance === null) continue;
    sum += importance * n;
    respondents += n;
  }
  return respondents > 0 ? sum / respondents : null;
}

/** Tallies pooled by persona, in the order in which the personas first appear; `null` is the tallies without one. */
export function talliesByPersona(tallies: readonly CountedTally[]): ReadonlyMap<string | null, Counts> {
  const byPersona = new Map<string | null, Counts>();
  for (const { persona, counts } of tallies) {
    const before = byPersona.get(persona);
    byPersona.set(persona, before ? pool([before, counts]) : counts);
  }
  return byPersona;
}

function writtenTallies(feature: Feature): readonly Tally[] {
  const tallies = feature.tallies ?? [];
  return feature.tally === undefined ? tallies : [{ counts: feature.tally }, ...tallies];
}

function countTally(tally: Tally, context: AnalysisContext): CountedTally {
  const counts = tally.answers ? countsFromAnswers(tally.answers, context.settings.table) : completeCounts(tally.counts ?? {});
  const importance = tally.importance !== undefined && Number.isFinite(tally.importance) ? tally.importance : null;
  return { persona: tally.persona ?? null, counts, n: total(counts), importance, answers: tally.answers ?? null };
}

function surveyTallies(survey: string | null, tallies: readonly CountedTally[], context: AnalysisContext): SurveyTallies {
  const definition = survey === null ? undefined : surveyPlaces(context).get(survey)?.definition;
  const counts = pool(tallies.map((tally) => tally.counts));
  return { survey, date: definition?.date ?? null, wording: definition?.wording ?? null, tallies, counts, n: total(counts) };
}

type Places = ReadonlyMap<string, { readonly index: number; readonly definition: AnalysisContext['surveys'][number] }>;

/** Every survey of the context with its place in time; the first of several with the same id counts. */
const surveyPlaces = oncePerObject((context: AnalysisContext): Places => {
  // Sorting is stable, so equal dates keep their place in the list; '' puts surveys without a date before all dates.
  const sorted = context.surveys.toSorted((left, right) => compareText(left.date ?? '', right.date ?? ''));
  const first = new Map(context.surveys.toReversed().map((survey) => [survey.id, survey]));
  return new Map(
    sorted.flatMap((definition, index) => (first.get(definition.id) === definition ? [[definition.id, { index, definition }]] : [])),
  );
});

function comparePlaces(left: string | null, right: string | null, places: Places): number {
  return placeOf(left, places) - placeOf(right, places) || compareText(left ?? '', right ?? '');
}

function placeOf(survey: string | null, places: Places): number {
  return survey === null ? -2 : (places.get(survey)?.index ?? -1);
}
