import * as l10n from '@vscode/l10n';
import type { EvidenceResult } from '../analysis/evidence.ts';
import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import type { ContinuousAnalysis, FeatureAnalysis, PersonasTest, QuestionStatistics } from '../analysis/results.ts';
import { significantP } from '../analysis/statistics/contingencyTest.ts';
import type { Category, Feature } from '../document/format/model.ts';
import { type CategoryOrNone, categoryLabel, withSign } from './categoryLabels.ts';
import { evidenceInShort } from './journeyLabels.ts';
import { joinNotes } from './labels.ts';
import { coefficient, count, pValue, share, statistic } from './numbers.ts';

/** How certain a category is, as far as sentences depend on it. */
export type Certainty = 'none' | 'few' | 'ambiguous' | 'sure';

/** `none` without answers, `few` below 30, `ambiguous` where the answers allow another category as well (`rival`), else `sure`. */
export function certainty(analysis: Pick<FeatureAnalysis, 'category' | 'n' | 'rival'>): Certainty {
  if (analysis.category === null || analysis.n === 0) return 'none';
  if (analysis.n < smallestSample) return 'few';
  return analysis.rival === null ? 'sure' : 'ambiguous';
}

export interface SentenceOptions {
  /** The tallies cannot be read, so they are not counted (`Item.talliesUnreadable`). */
  readonly talliesUnreadable?: boolean;
  /** The category changed significantly since the survey before (`ProductAnalysis.hasDrifted`). */
  readonly hasDrifted?: boolean;
  /** Counted evidence, which is said as long as there is no survey. */
  readonly evidence?: EvidenceResult | null;
  /** What changed since another version of the file, for the end of the sentence. It replaces the same remark about the survey before. */
  readonly since?: { readonly was: string; readonly sentence: string };
}

/** The numbers of a feature in one line, the most important first, understandable without a legend. */
export function featureSentence(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  const [standing, ...numbers] = ownSentences(feature, analysis, options);
  const changes = changesOf(analysis, options);
  // What changed comes first, and then the coefficients are left to the hover: the line stays short.
  const isAnotherCategory = changes.length > 0 && options.since?.was !== '';
  return [standing, ...changes, ...numbers, ...(isAnotherCategory ? [] : coefficientSentences(analysis))].join(' · ');
}

/** The same behind the sign of the category, or of the one that the team assumes; without a sign where a tally has an error. */
export function signedSentence(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  const sentence = featureSentence(feature, analysis, options);
  if (isSurveyed(analysis)) return withSign(analysis.category, sentence);
  return hasUncountedAnswers(options, analysis) ? sentence : withSign(feature.assumed ?? null, sentence);
}

function ownSentences(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions): readonly [string, ...string[]] {
  if (isSurveyed(analysis)) return categorySentences(analysis);
  const none = hasUncountedAnswers(options, analysis) ? l10n.t('tally has an error, not counted') : l10n.t('not surveyed');
  const guesses = [
    ...(feature.assumed === undefined ? [] : [assumption(feature.assumed)]),
    ...(options.evidence ? [evidenceInShort(options.evidence)] : []),
  ];
  const [first = none, ...others] = [...guesses, none];
  return [first, ...others];
}

/** For lists: the category with its share (`Must-be · 61% of 100`), or why there is none. */
export function featureDetail(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  if (isSurveyed(analysis)) return categorySentences(analysis).join(' · ');
  if (feature.assumed !== undefined) return assumed(feature.assumed);
  return hasUncountedAnswers(options, analysis) ? l10n.t('tally has an error') : categoryLabel(null);
}

/** For lists under a heading that names the category: the value that ranks the feature within it (`Worse −0.86`), if any. */
export function detailUnderCategory(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  if (certainty(analysis) === 'few' && isSurveyed(analysis)) return categorySentences(analysis)[1];
  const detail = featureDetail(feature, analysis, options);
  if (certainty(analysis) !== 'sure') return detail === categoryLabel(null) ? '' : detail;
  const both = coefficientTexts(analysis);
  if (analysis.category === 'M') return both[1] ?? '';
  return (analysis.category === 'A' ? both[0] : both.join(' · ')) ?? '';
}

/** The shortest answer to what a feature is: the category, or the assumption with a question mark (`Must-be?`). */
export function hintLabel(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  if (analysis.category !== null) return categoryLabel(analysis.category);
  if (hasUncountedAnswers(options, analysis)) return l10n.t('tally has an error');
  return feature.assumed === undefined ? categoryLabel(null) : assumption(feature.assumed);
}

/** The same behind its sign, for hints in a diff: `■ Must-be`. */
export function signedHintLabel(feature: Feature, analysis: FeatureAnalysis, options: SentenceOptions = {}): string {
  const label = hintLabel(feature, analysis, options);
  if (analysis.category === null && hasUncountedAnswers(options, analysis)) return label;
  return withSign(analysis.category ?? feature.assumed ?? null, label);
}

/** `Attractive → Must-be`, or one label where both are the same. */
export function changedHintLabel(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** A category, both that the answers allow, or the assumption: `Must-be`, `Must-be or Attractive`, `Must-be? (assumed)`, `Not surveyed`. */
export function standingLabel(assumption: Category | null, category: CategoryOrNone, rival: Category | null = null): string {
  if (category !== null && rival !== null) return eitherSentence(category, rival);
  return category === null && assumption !== null ? assumed(assumption) : categoryLabel(category);
}

/** The value that ranks a feature in the build order: `−0.86`, `0.71 / −0.68`; empty without a survey. */
export function rankedListText({ category, better, worse }: Pick<FeatureAnalysis, 'category' | 'better' | 'worse'>): string {
  if (category === null) return '';
  if (category === 'M') return coefficient(worse);
  if (category === 'A') return coefficient(better);
  return better === null && worse === null ? '' : `${coefficient(better)} / ${coefficient(worse)}`;
}

/**
 * Why an open feature is where it is in the build order, with the value that ranks it: `missed: −0.86`, `delights: 0.79`.
 *
 * @param isFirst it is the first to be built by its coefficients
 */
export function rankReason(
  { category, rival, counts, n, better, worse }: FeatureAnalysis,
  { isAssumed = false, isFirst = false }: { readonly isAssumed?: boolean; readonly isFirst?: boolean } = {},
): string {
  const values = `${coefficient(better)} / ${coefficient(worse)}`;
  // What the category would mean is not said where it may be another one.
  if (category !== null && rival !== null && category !== 'R') return l10n.t('between two categories: {values}', { values });
  switch (category) {
    case 'M':
      return isFirst
        ? l10n.t('missed most: {worse}', { worse: coefficient(worse) })
        : l10n.t('missed: {worse}', { worse: coefficient(worse) });
    case 'O':
      return better !== null && worse !== null && better > -worse
        ? l10n.t('the more the better: {better}', { better: coefficient(better) })
        : l10n.t('the less the worse: {worse}', { worse: coefficient(worse) });
    case 'A':
      return l10n.t('delights: {better}', { better: coefficient(better) });
    case 'I':
      return Math.max(better ?? 0, -(worse ?? 0)) < 0.5
        ? l10n.t('hardly noticed: {values}', { values })
        : l10n.t('the largest group does not mind: {values}', { values });
    case 'R':
      return l10n.t('rejected by {customers}', { customers: answersSentence(counts.R, n, n < smallestSample) });
    case 'Q':
      return l10n.t('the answers contradict each other');
    case null:
      return isAssumed ? l10n.t('assumed, nobody was asked') : l10n.t('nobody was asked');
  }
}

/** The category and the other one that the answers allow as well: `Must-be or Attractive`. */
export function eitherSentence(category: Category, other: Category): string {
  return l10n.t('{category} or {other}', { category: categoryLabel(category), other: categoryLabel(other) });
}

/** The category in the survey before; `survey` is `null` for tallies without a survey. */
export function formerCategorySentence(category: Category, survey: string | null): string {
  const values = { category: categoryLabel(category), survey: survey ?? '' };
  return survey === null ? l10n.t('was {category} before', values) : l10n.t('was {category} in {survey}', values);
}

/** The category when every persona counts by its share of the market. */
export function weightedSentence(category: Category): string {
  return l10n.t('{category} weighted by market share', { category: categoryLabel(category) });
}

/** Why a feature ranks higher than its own value would put it. */
export function neededBySentence(features: string): string {
  return l10n.t('needed by {features}', { features });
}

/** `61% of 100`; of few answers only how many: `9 of 14`. */
export function answersSentence(number: number, n: number, isFew: boolean): string {
  return isFew
    ? l10n.t('{count} of {n}', { count: count(number), n: count(n) })
    : l10n.t('{part} of {n}', { part: share(number / n), n: count(n) });
}

/** Stands where the category of a feature would, whose answers are there and are not counted. */
export function uncountedLabel(): string {
  return l10n.t('Cannot be counted');
}

/** Why the answers of a feature are not counted. */
export function uncountedReason({ surveyOrderUnknown }: Pick<FeatureAnalysis, 'surveyOrderUnknown'>): string {
  return surveyOrderUnknown ? l10n.t('it is not known which survey is the newest') : answersWords().unreadable;
}

/** Says that no answers of a persona, of a survey, or of both are there. At least one of them is given. */
export function unaskedSentence(persona: string | null, survey: string | null): string {
  if (persona === null) return l10n.t('not asked in {survey}', { survey: survey ?? '' });
  return survey === null
    ? l10n.t('{persona} was not asked', { persona })
    : l10n.t('{persona} was not asked in {survey}', { persona, survey });
}

/** What replaces the answers of a feature that has none. */
export function answersWords() {
  return { assumed: l10n.t('assumed'), none: l10n.t('none'), unreadable: l10n.t('tally has an error, not counted') };
}

type SurveyedFeature = FeatureAnalysis & { readonly category: Category };

function isSurveyed(analysis: FeatureAnalysis): analysis is SurveyedFeature {
  return analysis.category !== null && analysis.n > 0;
}

/** The category and how many of how many said so: `Must-be`, `61% of 100`; both where two are possible; of few answers only how many. */
function categorySentences({ counts, n, category, rival }: SurveyedFeature): readonly [string, string] {
  if (n < smallestSample || rival === null) return [categoryLabel(category), answersSentence(counts[category], n, n < smallestSample)];
  const part = `${share(counts[category] / n)} / ${share(counts[rival] / n)}`;
  return [eitherSentence(category, rival), l10n.t('{part} of {n}', { part, n: count(n) })];
}

/** Whether the personas see the feature differently; `null` where fewer than two have answers. */
export function personasVerdict(test: PersonasTest | null): string {
  if (test === null) return l10n.t('Too few answers to tell whether the personas differ.');
  if (test.degreesOfFreedom === 0) return l10n.t('All personas answered alike.');
  const values = { p: pValue(test.pAdjusted), v: statistic(test.cramersV) };
  if (test.disagree) return l10n.t('The personas see this differently ({p}, Cramér’s V {v}): decide for whom you build it.', values);
  if (test.pAdjusted < significantP)
    return l10n.t('The personas answer differently, but not so that another category follows ({p}, Cramér’s V {v}).', values);
  return l10n.t('No difference between the personas was found ({p}, Cramér’s V {v}).', values);
}

/** Better and Worse of a feature whose category is clear. */
function coefficientSentences(analysis: FeatureAnalysis): readonly string[] {
  return isSurveyed(analysis) && analysis.rival === null ? coefficientTexts(analysis) : [];
}

/** The same in a word, with Cramér’s V: `yes · V 0.42`. */
export function personasVerdictInShort(test: PersonasTest | null): string {
  if (test === null) return l10n.t('too few answers');
  if (test.degreesOfFreedom === 0) return l10n.t('alike');
  const v = statistic(test.cramersV);
  if (test.disagree) return l10n.t('yes · V {v}', { v });
  return test.pAdjusted < significantP ? l10n.t('same category · V {v}', { v }) : l10n.t('not found · V {v}', { v });
}

function coefficientTexts({ better, worse }: FeatureAnalysis): readonly string[] {
  if (better === null || worse === null) return [];
  return [l10n.t('Better {value}', { value: coefficient(better) }), l10n.t('Worse {value}', { value: coefficient(worse) })];
}

/** What changed since the survey before and since another version of the file. */
function changesOf(analysis: FeatureAnalysis, options: SentenceOptions): readonly string[] {
  const { since } = options;
  return [...(isSurveyed(analysis) ? driftSentence(analysis, options) : []), ...(since ? [since.sentence] : [])];
}

function driftSentence({ drift, category }: FeatureAnalysis, { since, hasDrifted = false }: SentenceOptions): readonly string[] {
  if (drift === null || drift.categories[0] === category || !hasDrifted) return [];
  if (since?.was === categoryLabel(drift.categories[0])) return [];
  return [formerCategorySentence(drift.categories[0], drift.from)];
}

function assumption(category: Category): string {
  return l10n.t('{category}?', { category: categoryLabel(category) });
}

function assumed(category: Category): string {
  return l10n.t('{category}? (assumed)', { category: categoryLabel(category) });
}

type Described = Parameters<typeof certainty>[0];

/** The matrix in a sentence, for people who cannot see it. */
export function matrixDescription(product: string, features: readonly Described[]): string {
  const values = { product, count: count(features.length) };
  return joinNotes([
    l10n.t('Prioritisation matrix of {product} by Better and |Worse|, number of features: {count}', values),
    ...undecidedSentence(features),
  ]);
}

/** The continuous plot in a sentence, for people who cannot see it. */
export function continuousDescription(product: string, features: readonly Described[]): string {
  const values = { product, count: count(features.length) };
  return joinNotes([
    l10n.t('Continuous plot of {product} by the mean answers to both questions, number of features: {count}', values),
    ...undecidedSentence(features),
  ]);
}

function undecidedSentence(features: readonly Described[]): readonly string[] {
  const undecided = features.filter((feature) => certainty(feature) === 'ambiguous').length;
  return undecided === 0 ? [] : [l10n.t('undecided between two categories: {count}', { count: count(undecided) })];
}

/** Says how many features with answers the continuous plot leaves out, and why. */
export function notInContinuousPlot(features: number): string {
  return features === 1
    ? l10n.t('1 surveyed feature is not in this plot: its tallies have no “answers”')
    : l10n.t('{count} surveyed features are not in this plot: their tallies have no “answers”', { count: count(features) });
}

/** Both means with their standard errors. */
export function continuousSentence({ functional, dysfunctional }: ContinuousAnalysis): string {
  const mean = ({ mean, se }: QuestionStatistics) => (se === null ? coefficient(mean) : `${coefficient(mean)} ± ${coefficient(se)}`);
  return l10n.t('functional {functional} · dysfunctional {dysfunctional} (mean ± standard error, −2 to 4)', {
    functional: mean(functional),
    dysfunctional: mean(dysfunctional),
  });
}
