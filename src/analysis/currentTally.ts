import { compareText } from '../base/compareText.ts';
import { firstBy, groupBy } from '../base/groupBy.ts';
import { oncePerObject } from '../base/once.ts';
import type { Answers, Counts, Feature, Tally } from '../document/format/model.ts';
import { completeCounts, pool, total } from './counts.ts';
import { countsFromAnswers } from './evaluationTable.ts';
import type { AnalysisContext } from './results.ts';

/** One tally, its answers already turned into counts. */
interface CountedTally {
  readonly persona: string | null;
  readonly counts: Counts;
  readonly n: number;
  readonly importance: number | null;
  readonly answers: Answers | null;
}

/** The answers of one survey on one feature. */
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
 * The oldest are tallies without a survey, then those of surveys that are not defined (by id), then surveys without a date, then dated ones
 * by date; those with equal dates in the order of the list. `isOrderUnknown` tells when that order is only a guess.
 */
export function answeredSurveys(feature: Feature, context: AnalysisContext): readonly SurveyTallies[] {
  const bySurvey = groupBy(writtenTallies(feature), ({ survey }) => survey ?? null);
  const order = surveyOrder(context);
  const rankOf = (survey: string | null) => (survey === null ? -2 : (order.get(survey)?.rank ?? -1));
  return [...bySurvey]
    .map(([survey, tallies]) => surveyTallies(survey, tallies, context))
    .filter(({ n }) => n > 0)
    .sort((left, right) => rankOf(left.survey) - rankOf(right.survey) || compareText(left.survey ?? '', right.survey ?? ''));
}

/**
 * Whether it is unknown which survey is the current one: there are several, and one of them is undefined or has no date. A guess could
 * reverse a change of category.
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
  const byPersona = groupBy(tallies, ({ persona }) => persona);
  return new Map(
    [...byPersona].map(([persona, group]) => {
      const [first, ...others] = group.map(({ counts }) => counts);
      return [persona, first && others.length === 0 ? first : pool(group.map(({ counts }) => counts))];
    }),
  );
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

function surveyTallies(survey: string | null, written: readonly Tally[], context: AnalysisContext): SurveyTallies {
  const tallies = written.map((tally) => countTally(tally, context));
  const definition = survey === null ? undefined : surveyOrder(context).get(survey)?.definition;
  const counts = pool(tallies.map((tally) => tally.counts));
  return { survey, date: definition?.date ?? null, wording: definition?.wording ?? null, tallies, counts, n: total(counts) };
}

type SurveyOrder = ReadonlyMap<string, { readonly rank: number; readonly definition: AnalysisContext['surveys'][number] }>;

/** The surveys of the context by id, ranked by date. Of several with the same id the first counts. */
const surveyOrder = oncePerObject((context: AnalysisContext): SurveyOrder => {
  // Sorting is stable, so equal dates keep the order of the list; '' puts surveys without a date before all dates.
  const sorted = context.surveys.toSorted((left, right) => compareText(left.date ?? '', right.date ?? ''));
  const first = firstBy(context.surveys, ({ id }) => id);
  return new Map(
    sorted.flatMap((definition, rank) => (first.get(definition.id) === definition ? [[definition.id, { rank, definition }]] : [])),
  );
});
