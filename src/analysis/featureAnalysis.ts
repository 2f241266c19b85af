import { oncePerObject } from '../base/once.ts';
import type { Answers, Category, Feature } from '../document/format/model.ts';
import { answersNeededFor, rivalOf } from './ambiguity.ts';
import { categorise, categoriseByEveryRule } from './categoryRules.ts';
import { betterAndWorse, coefficients } from './coefficients.ts';
import { continuousAnalysis } from './continuous.ts';
import { noCounts, total } from './counts.ts';
import { answeredSurveys, isOrderUnknown, pooledImportance, type SurveyTallies, talliesByPersona } from './currentTally.ts';
import { drift } from './drift.ts';
import { categoryStrength, fongTest, multinomialZ, runnerUp, totalStrength } from './leadingPair.ts';
import type { AnalysisContext, FeatureAnalysis, PersonaResult, SurveyResult } from './results.ts';
import { stability } from './stability.ts';
import { weightedResult } from './weighted.ts';

/**
 * The numbers of a feature. Works for unfinished features too; without answers `n` is 0, and whatever depends on answers is `null`.
 *
 * Kept for as long as both objects live, which must not change. `stability`, `rival`, `answersNeeded`, `fong`, `weighted`, `continuous`, `personas`, `history` and
 * `drift` are computed at first access.
 */
export function analyseFeature(feature: Feature, context: AnalysisContext): FeatureAnalysis {
  return analysesIn(context)(feature);
}

/** The category that a feature is ranked by, and whether it is only assumed; `null` without a survey or an assumption. */
export function effectiveCategory(
  feature: Feature,
  analysis: Pick<FeatureAnalysis, 'category'>,
): { readonly category: Category | null; readonly isAssumed: boolean } {
  if (analysis.category !== null) return { category: analysis.category, isAssumed: false };
  return { category: feature.assumed ?? null, isAssumed: feature.assumed !== undefined };
}

/** Whether there are answers that are not counted: some cannot be read, or it is unknown which survey is the current one. */
export function hasUncountedAnswers(
  { talliesUnreadable }: { readonly talliesUnreadable?: boolean },
  { surveyOrderUnknown }: Pick<FeatureAnalysis, 'surveyOrderUnknown'>,
): boolean {
  return talliesUnreadable === true || surveyOrderUnknown;
}

const analysesIn = oncePerObject((context: AnalysisContext) => oncePerObject((feature: Feature) => analyse(feature, context)));

function analyse(feature: Feature, context: AnalysisContext): FeatureAnalysis {
  const { settings } = context;
  const written = answeredSurveys(feature, context);
  const surveyOrderUnknown = isOrderUnknown(written);
  const surveys = surveyOrderUnknown ? [] : written;
  const current = surveys.at(-1);
  const counts = current?.counts ?? noCounts;
  const byRule = categoriseByEveryRule(counts, settings);
  const category = byRule[settings.rule];
  const { better, worse, betterInterval, worseInterval } = coefficients(counts);
  const kept: { -readonly [Field in keyof FeatureAnalysis]?: FeatureAnalysis[Field] } = {};
  return {
    surveyOrderUnknown,
    survey: current?.survey ?? null,
    importance: pooledImportance(current?.tallies ?? []),
    n: total(counts),
    counts,
    category,
    categories: byRule,
    better,
    worse,
    betterInterval,
    worseInterval,
    quadrant: quadrant(better, worse),
    totalStrength: totalStrength(counts),
    categoryStrength: categoryStrength(counts),
    z: multinomialZ(counts),
    runnerUp: runnerUp(counts, category),
    // A `null` is computed each time, which costs next to nothing: only results with a value are expensive.
    get fong() {
      kept.fong ??= fongTest(counts);
      return kept.fong;
    },
    get stability() {
      return stability(counts, settings.rule, settings.lead);
    },
    get rival() {
      if (kept.rival === undefined) kept.rival = rivalOf(counts, settings.rule, settings.lead);
      return kept.rival;
    },
    get answersNeeded() {
      kept.answersNeeded ??= this.rival === null ? null : answersNeededFor(counts, settings.rule, settings.lead);
      return kept.answersNeeded;
    },
    get weighted() {
      kept.weighted ??= weightedResult(this.personas, context);
      return kept.weighted;
    },
    get continuous() {
      kept.continuous ??= continuousAnalysis(answersOf(current));
      return kept.continuous;
    },
    get personas() {
      kept.personas ??= personaResults(current, context);
      return kept.personas;
    },
    get history() {
      kept.history ??= surveys.map((survey) => surveyResult(survey, context));
      return kept.history;
    },
    get drift() {
      kept.drift ??= drift(surveys, context);
      return kept.drift;
    },
  };
}

function personaResults(survey: SurveyTallies | undefined, { settings }: AnalysisContext): readonly PersonaResult[] {
  return [...talliesByPersona(survey?.tallies ?? [])].map(([persona, counts]) => ({
    persona,
    n: total(counts),
    counts,
    category: categorise(counts, settings.rule, settings.lead),
    ...betterAndWorse(counts),
  }));
}

function surveyResult({ survey, date, counts }: SurveyTallies, { settings }: AnalysisContext): SurveyResult {
  return { survey, date, category: categorise(counts, settings.rule, settings.lead), ...betterAndWorse(counts) };
}

function answersOf(survey: SurveyTallies | undefined): readonly Answers[] {
  return (survey?.tallies ?? []).flatMap(({ answers }) => (answers === null ? [] : [answers]));
}

/**
 * The quadrant of a feature in the diagram of Better and |Worse|, cut at 0.5, which counts as high; `null` without coefficients. A second
 * view of a feature, which does not replace its category.
 * @param worse −1 to 0
 */
export function quadrant(better: number | null, worse: number | null): 'A' | 'O' | 'M' | 'I' | null {
  if (better === null || worse === null) return null;
  if (better >= 0.5) return worse <= -0.5 ? 'O' : 'A';
  return worse <= -0.5 ? 'M' : 'I';
}
