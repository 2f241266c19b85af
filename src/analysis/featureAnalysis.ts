import { oncePerObject } from '../base/once.ts';
import type { Answers, Category, Counts, Feature } from '../document/format/model.ts';
import { answersNeededFor, rivalOf } from './ambiguity.ts';
import { categorise, categoriseByEveryRule } from './categoryRules.ts';
import { betterAndWorse, coefficients } from './coefficients.ts';
import { continuousAnalysis } from './continuous.ts';
import { noCounts, total } from './counts.ts';
import { answeredSurveys, isOrderUnknown, pooledImportance, type SurveyTallies, talliesByPersona } from './currentTally.ts';
import { drift } from './drift.ts';
import { categoryStrength, fongTest, multinomialZ, runnerUp, totalStrength } from './leadingPair.ts';
import type {
  AnalysisContext,
  ContinuousAnalysis,
  Drift,
  Estimates,
  FeatureAnalysis,
  FongTest,
  Interval,
  PersonaResult,
  SurveyResult,
} from './results.ts';
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

const analysesIn = oncePerObject((context: AnalysisContext) => oncePerObject((feature: Feature) => new FeatureNumbers(feature, context)));

/** A class, because getters of an object of its own each cost several times the memory of the numbers. */
class FeatureNumbers implements FeatureAnalysis {
  readonly surveyOrderUnknown: boolean;
  readonly survey: string | null;
  readonly importance: number | null;
  readonly n: number;
  readonly counts: Counts;
  readonly category: Category | null;
  readonly categories: FeatureAnalysis['categories'];
  readonly better: number | null;
  readonly worse: number | null;
  readonly betterInterval: Interval | null;
  readonly worseInterval: Interval | null;
  readonly quadrant: FeatureAnalysis['quadrant'];
  readonly totalStrength: number | null;
  readonly categoryStrength: number | null;
  readonly z: number | null;
  readonly runnerUp: Category | null;
  readonly #context: AnalysisContext;
  readonly #surveys: readonly SurveyTallies[];
  #rival: Category | null | undefined;
  #answersNeeded: number | null | undefined;
  #fong: FongTest | null | undefined;
  #continuous: ContinuousAnalysis | null | undefined;
  #weighted: Estimates | null | undefined;
  #personas: readonly PersonaResult[] | undefined;
  #history: readonly SurveyResult[] | undefined;
  #drift: Drift | null | undefined;

  constructor(feature: Feature, context: AnalysisContext) {
    const { settings } = context;
    const written = answeredSurveys(feature, context);
    this.#context = context;
    this.surveyOrderUnknown = isOrderUnknown(written);
    this.#surveys = this.surveyOrderUnknown ? [] : written;
    const current = this.#surveys.at(-1);
    this.survey = current?.survey ?? null;
    this.importance = pooledImportance(current?.tallies ?? []);
    this.counts = current?.counts ?? noCounts;
    this.n = total(this.counts);
    this.categories = categoriseByEveryRule(this.counts, settings);
    this.category = this.categories[settings.rule];
    const { better, worse, betterInterval, worseInterval } = coefficients(this.counts);
    this.better = better;
    this.worse = worse;
    this.betterInterval = betterInterval;
    this.worseInterval = worseInterval;
    this.quadrant = quadrant(better, worse);
    this.totalStrength = totalStrength(this.counts);
    this.categoryStrength = categoryStrength(this.counts);
    this.z = multinomialZ(this.counts);
    this.runnerUp = runnerUp(this.counts, this.category);
  }

  get fong(): FongTest | null {
    if (this.#fong === undefined) this.#fong = fongTest(this.counts);
    return this.#fong;
  }

  get stability(): number | null {
    const { rule, lead } = this.#context.settings;
    return stability(this.counts, rule, lead);
  }

  get rival(): Category | null {
    const { rule, lead } = this.#context.settings;
    if (this.#rival === undefined) this.#rival = rivalOf(this.counts, rule, lead);
    return this.#rival;
  }

  get answersNeeded(): number | null {
    const { rule, lead } = this.#context.settings;
    if (this.#answersNeeded === undefined)
      this.#answersNeeded = this.rival === null ? null : answersNeededFor(this.counts, rule, lead, this.rival);
    return this.#answersNeeded;
  }

  get weighted(): Estimates | null {
    if (this.#weighted === undefined) this.#weighted = weightedResult(this.personas, this.#context);
    return this.#weighted;
  }

  get continuous(): ContinuousAnalysis | null {
    if (this.#continuous === undefined) this.#continuous = continuousAnalysis(answersOf(this.#surveys.at(-1)));
    return this.#continuous;
  }

  get personas(): readonly PersonaResult[] {
    this.#personas ??= personaResults(this.#surveys.at(-1), this.#context);
    return this.#personas;
  }

  get history(): readonly SurveyResult[] {
    this.#history ??= this.#surveys.map((survey) => surveyResult(survey, this.#context));
    return this.#history;
  }

  get drift(): Drift | null {
    if (this.#drift === undefined) this.#drift = drift(this.#surveys, this.#context);
    return this.#drift;
  }
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
