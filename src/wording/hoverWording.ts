import * as l10n from '@vscode/l10n';
import type { ContinuousAnalysis, FongTest, Interval, PersonasTest, QuestionStatistics } from '../analysis/results.ts';
import { significantZ } from '../analysis/statistics/multinomialZ.ts';
import { type Category, type CategoryRule, categoryRules } from '../document/format/model.ts';
import {
  type CategoryOrNone,
  categoryLabel,
  categoryWording,
  type Quadrant,
  quadrantLabel,
  quadrantMeaning,
} from '../terms/categoryLabels.ts';
import { coefficient, count, interval, pValue, share, statistic, statisticBeside } from '../terms/numbers.ts';
import { ruleLabel } from '../terms/settingsLabels.ts';

const significantP = 0.05;

// Sentences that explain the numbers of one feature, for the box that opens over it.

/** Headings of the tables. */
export function hoverColumns() {
  return {
    category: l10n.t('Category'),
    answers: l10n.t('Answers'),
    share: l10n.t('Share'),
    persona: l10n.t('Persona'),
    survey: l10n.t('Survey'),
    better: l10n.t('Better'),
    worse: l10n.t('Worse'),
  };
}

/** A category with its sign: `■ Must-be`. */
export function signedCategory(category: CategoryOrNone): string {
  const { symbol, label } = categoryWording(category);
  return `${symbol} ${label}`;
}

/** `■ Must-be or ● One-dimensional` */
export function eitherCategory(category: Category, other: Category): string {
  return l10n.t('{category} or {other}', { category: signedCategory(category), other: signedCategory(other) });
}

/** `■ Must-be? (assumed)` */
export function assumedCategory(category: Category): string {
  return l10n.t('{category}? (assumed)', { category: signedCategory(category) });
}

/** `rank 3 of 25` */
export function rankSentence(rank: number, open: number): string {
  return l10n.t('rank {rank} of {open}', { rank: count(rank), open: count(open) });
}

/** What a category means for the decision. */
export function meaningSentence(category: Category): string {
  return l10n.t('{meaning}.', { meaning: categoryWording(category).meaning });
}

/** What it means that too few answered. */
export function fewAnswersSentence(): string {
  return l10n.t('So few answers show a direction, not more: 30 or more are usual.');
}

/** What to do where two categories cannot be told apart. */
export function ambiguousSentence(): string {
  return l10n.t('The answers cannot tell the two apart. Ask more customers, or look at the personas.');
}

/** What a category would mean: `■ Must-be: Expected. …` */
export function categoryMeaning(category: Category): string {
  return l10n.t('{category}: {meaning}', { category: signedCategory(category), meaning: categoryWording(category).meaning });
}

/** What an assumption is worth, and what to do about it. */
export function assumptionSentences(category: Category): readonly string[] {
  return [
    l10n.t('This is the team’s guess. It is ranked behind the surveyed features of its category and never counted as data.'),
    l10n.t('If it is right: {meaning}.', { meaning: categoryWording(category).meaning }),
    howToSurvey(),
  ];
}

/** What to do about a feature that nobody was asked about. */
export function notSurveyedSentences(): readonly string[] {
  return [l10n.t('No survey says how customers see this.'), howToSurvey()];
}

/** What to do about tallies that cannot be read. */
export function unreadableSentences(): readonly string[] {
  return [
    l10n.t('The tally has an error, so none of it is counted: a part of the answers could give another category. Mend the error first.'),
  ];
}

/** `0.27 (95 %: 0.19–0.36)` */
export function coefficientSentence(value: number | null, range: Interval | null): string {
  return l10n.t('{value} (95 %: {interval})', { value: coefficient(value), interval: interval(range) });
}

/** How often the same category would come out, and which comes next. */
export function stabilitySentence(stability: number, next: CategoryOrNone): string {
  if (next === null) return share(stability);
  return l10n.t('{stability}, then {category}', { stability: share(stability), category: categoryLabel(next) });
}

/** The category with the second largest count, where the stability is not told. */
export function runnerUpSentence(next: Category): string {
  return l10n.t('Next comes {category}', { category: categoryLabel(next) });
}

/** `4.28, clear (1.96 or more)` */
export function zSentence(z: number): string {
  if (z >= significantZ) return l10n.t('{z}, a clear lead (1.96 or more)', { z: statisticBeside(z, significantZ) });
  return l10n.t('{z}, no clear lead (under 1.96)', { z: statisticBeside(z, significantZ) });
}

/** The difference of the two largest counts against what the test asks for. */
export function fongSentence({ difference, threshold, significant }: FongTest): string {
  const values = { difference: count(difference), threshold: statistic(threshold) };
  return significant ? l10n.t('{difference} ≥ {threshold}, passed', values) : l10n.t('{difference} < {threshold}, not passed', values);
}

/** `Attractive (high Better, low |Worse|)` */
export function quadrantSentence(quadrant: Quadrant): string {
  return l10n.t('{category} ({meaning})', { category: quadrantLabel(quadrant), meaning: quadrantMeaning(quadrant) });
}

/** What each of the three rules makes of the counts. */
export function rulesSentence(found: Readonly<Record<CategoryRule, CategoryOrNone>>): string {
  return categoryRules
    .map((rule) => l10n.t('{rule}: {category}', { rule: ruleLabel(rule), category: categoryLabel(found[rule]) }))
    .join(' · ');
}

/** Mean and standard error of the answers to both questions. */
export function continuousSentence({ functional, dysfunctional }: ContinuousAnalysis): string {
  return l10n.t('functional {functional} · dysfunctional {dysfunctional} (mean ± standard error, −2 to 4)', {
    functional: meanSentence(functional),
    dysfunctional: meanSentence(dysfunctional),
  });
}

/** Whether the personas see the feature differently; `null` where nothing could be compared, as when all answers fall into one category. */
export function personasVerdict(test: PersonasTest | null, allAlike: boolean): string {
  if (test === null && allAlike) return l10n.t('All personas answered alike.');
  if (test === null || test.disagree === null) return l10n.t('Too few answers to tell whether the personas differ.');
  const values = { p: pValue(test.pAdjusted), v: statistic(test.cramersV) };
  if (test.disagree) return l10n.t('The personas see this differently ({p}, Cramér’s V {v}): decide for whom you build it.', values);
  if (test.pAdjusted < significantP)
    return l10n.t('The personas answer differently, but not so that another category follows ({p}, Cramér’s V {v}).', values);
  return l10n.t('The personas do not differ by more than chance explains ({p}, Cramér’s V {v}).', values);
}

/** Why a change since the survey before is not judged. */
export function notComparedSentence(): string {
  return l10n.t('The survey before asked in other words, so the two are not compared.');
}

/** What a change since the survey before is worth. */
export function driftSentence(label: string, meaning: string, significant: boolean): string {
  if (significant) return l10n.t('{label}: {meaning}.', { label, meaning });
  return l10n.t('{label}? The change may be chance: neither Better nor Worse moved significantly.', { label });
}

/** Names of lines that are no numbers of the analysis. */
export function hoverLabels() {
  return { quadrant: l10n.t('Quadrant'), rules: l10n.t('The rules disagree'), history: l10n.t('Surveys'), personas: l10n.t('Personas') };
}

/** `Computed from 2026-q3 with: standard table · mode`; `survey` is `null` for tallies without one. */
export function sourceSentence(survey: string | null, settings: string): string {
  if (survey === null) return l10n.t('Computed with: {settings}', { settings });
  return l10n.t('Computed from {survey} with: {settings}', { survey, settings });
}

function howToSurvey(): string {
  return l10n.t('Ask before deciding: put it into the next survey, and enter the answers under “tally” or “tallies” here.');
}

function meanSentence({ mean, se }: QuestionStatistics): string {
  return se === null ? coefficient(mean) : `${coefficient(mean)} ± ${coefficient(se)}`;
}
