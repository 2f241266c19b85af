import * as l10n from '@vscode/l10n';
import type { BuildOrder, Category, CategoryRule } from '../document/format/model.ts';
import { type CategoryOrNone, categoryLabel } from '../terms/categoryLabels.ts';
import { count, nameList, share } from '../terms/numbers.ts';
import { ruleLabel } from '../terms/settingsLabels.ts';

/** `Backlog: Web shop` */
export function backlogTitle(product: string): string {
  return l10n.t('Backlog: {product}', { product });
}

/** Heading over the features of one category, with what to do about them. */
export function backlogHeading(category: CategoryOrNone): string {
  return l10n.t('{category}: {action}', { category: categoryLabel(category), action: backlogAction(category) });
}

/** Heading over features that are done or given up. */
export function closedHeadings() {
  return {
    shipped: l10n.t('Shipped'),
    rejected: l10n.t('Rejected'),
    withoutTouchpoint: l10n.t('At no touchpoint'),
    withoutStage: l10n.t('At no stage'),
  };
}

/** Column headings. */
export function backlogColumns() {
  return {
    rank: l10n.t('Rank'),
    feature: l10n.t('Feature'),
    id: l10n.t('Id'),
    category: l10n.t('Category'),
    better: l10n.t('Better'),
    worse: l10n.t('Worse'),
    answers: l10n.t('Answers'),
    status: l10n.t('Status'),
    effort: l10n.t('Effort'),
    owner: l10n.t('Owner'),
    touchpoints: l10n.t('Touchpoints'),
    note: l10n.t('Note'),
  };
}

/** Why a feature stands earlier than its own value would put it. */
export function neededBySentence(ids: string): string {
  return l10n.t('needed by {features}', { features: ids });
}

/** Why a feature stands no earlier: what has to be built before it. */
export function needsSentence(features: string): string {
  return l10n.t('needs {features}', { features });
}

/** A feature needs what nobody will build. */
export function needsRejectedSentence(features: string): string {
  return l10n.t('needs {features}, which is rejected', { features });
}

/** A feature's name within a sentence. */
export function quotedName(name: string): string {
  return l10n.t('“{name}”', { name });
}

/** What a feature is called that has neither title nor id. `line` counts from 1. */
export function untitledFeature(line: number): string {
  return l10n.t('untitled, line {line}', { line });
}

/** The other category that the answers allow as well. */
export function eitherSentence(category: Category, other: Category): string {
  return l10n.t('{category} or {other}', { category: categoryLabel(category), other: categoryLabel(other) });
}

/** What other rules make of the same answers. */
export function otherRulesSentence(category: Category, rules: readonly CategoryRule[]): string {
  return l10n.t('{category} by {rules}', { category: categoryLabel(category), rules: nameList(rules.map(ruleLabel)) });
}

/** What the answers say when every persona counts by its share of the market. */
export function weightedSentence(category: Category): string {
  return l10n.t('{category} weighted by market share', { category: categoryLabel(category) });
}

/** What the category was in the survey before; `null` for tallies without a survey. */
export function formerCategorySentence(category: Category, survey: string | null): string {
  const values = { category: categoryLabel(category), survey: survey ?? '' };
  return survey === null ? l10n.t('was {category} before', values) : l10n.t('was {category} in {survey}', values);
}

/** What stands among the answers of a feature that has none. */
export function answersWords() {
  return { assumed: l10n.t('assumed'), none: l10n.t('none'), unreadable: l10n.t('tally has an error, not counted') };
}

/** `61 % of 100`, or of few answers their number: `9 of 14`. */
export function answersSentence(number: number, n: number, isFew: boolean): string {
  return isFew ? fewAnswersSentence(number, n) : l10n.t('{part} of {n}', { part: share(number / n), n: count(n) });
}

/** `9 of 14` */
export function fewAnswersSentence(number: number, n: number): string {
  return l10n.t('{part} of {n}', { part: count(number), n: count(n) });
}

/**
 * The part of a summary that names a category: `2 Must-be`; `assumed` of them are only the team's guess, and of `undecided` ones the answers
 * allow another category as well.
 */
export function categoryCount(category: CategoryOrNone, number: number, assumed: number, undecided = 0): string {
  const values = { count: count(number), category: categoryLabel(category), assumed: count(assumed), undecided: count(undecided) };
  if (undecided > 0 && assumed > 0) return l10n.t('{count} {category} ({assumed} assumed, {undecided} undecided)', values);
  if (undecided > 0)
    return undecided === number
      ? l10n.t('{count} {category} (undecided)', values)
      : l10n.t('{count} {category} ({undecided} undecided)', values);
  if (assumed === 0) return l10n.t('{count} {category}', values);
  return assumed === number ? l10n.t('{count} {category} (assumed)', values) : l10n.t('{count} {category} ({assumed} assumed)', values);
}

/** The part of a summary that counts features of which nothing is known because of an error. */
export function unreadableCount(number: number): string {
  return l10n.t('{count} with an error in the tally', { count: count(number) });
}

/** `7 open features of 9: 2 Must-be and 5 Attractive` */
export function summarySentence(open: number, all: number, parts: readonly string[]): string {
  const features = openFeaturesSentence(open, all);
  return parts.length === 0 ? features : l10n.t('{features}: {parts}', { features, parts: nameList(parts) });
}

/** The notes on one feature in a row. */
export function joinNotes(notes: readonly string[]): string {
  return notes.join(l10n.t({ message: '; ', comment: 'Between the notes on one feature' }));
}

/** The heading over the backlogs of several products. */
export function severalBacklogsTitle(): string {
  return l10n.t('Backlog');
}

/** The heading over a group within the backlog of one of several products. */
export function groupOfProduct(product: string, group: string): string {
  return l10n.t('{product} · {group}', { product, group });
}

/** The heading over the picture. */
export function matrixTitle(): string {
  return l10n.t('Prioritisation matrix');
}

/** The heading over what to build, one after the other. */
export function buildOrderTitle(): string {
  return l10n.t('Build order');
}

/** What stands at the two ends of each axis. */
export function axisEnds(): { readonly better: readonly [string, string]; readonly worse: readonly [string, string] } {
  return { better: [l10n.t('low Better'), l10n.t('high Better')], worse: [l10n.t('low |Worse|'), l10n.t('high |Worse|')] };
}

/** Below a picture that has no room for all. */
export function chartShareSentence(shown: number, all: number): string {
  return l10n.t('The {shown} of {all} features to build first are shown.', { shown: count(shown), all: count(all) });
}

/** Beside the markers around what people write by hand. */
export function notesHint(): string {
  return l10n.t('What you write between these two lines is kept.');
}

/** Why features stand in this order. */
export function orderSentence(order: BuildOrder): string {
  return order === 'kano'
    ? l10n.t('Order: by category, within it by how much customers would miss or gain; what others need comes before them')
    : l10n.t('Order: by category, within it by how much customers would miss or gain for the effort; what others need comes before them');
}

/** How the numbers came about. */
export function computedSentence(settings: string): string {
  return l10n.t('Computed with: {settings}', { settings });
}

export function surveysSentence(surveys: readonly string[]): string {
  return surveys.length === 0 ? l10n.t('Surveys: none yet') : l10n.t('Surveys: {surveys}', { surveys: nameList(surveys) });
}

/** A survey by its title and date. */
export function surveyName(title: string, date: string | null): string {
  return date === null ? title : l10n.t('{title} ({date})', { title, date });
}

export function undatedSurvey(): string {
  return l10n.t('tallies without a survey');
}

/** `null` when nothing was left out. */
export function leftOutSentence(shipped: number, rejected: number): string | null {
  const parts = [
    ...(shipped > 0 ? [l10n.t('{count} shipped', { count: count(shipped) })] : []),
    ...(rejected > 0 ? [l10n.t('{count} rejected', { count: count(rejected) })] : []),
  ];
  return parts.length === 0 ? null : l10n.t('Left out: {parts}', { parts: nameList(parts) });
}

/** Tallies with an error are not counted, and whoever reads the backlog has to know. */
export function unreadableSentence(features: readonly string[]): string {
  return l10n.t('Tallies with an error, not counted: {features}', { features: nameList(features) });
}

export function missingFilesSentence(files: readonly string[]): string {
  return l10n.t('Missing, because it could not be read: {files}', { files: nameList(files) });
}

/** Below a touchpoint or stage: what is at stake there. */
export function journeySentence(mustBeGaps: number, risk: string, opportunity: string): string {
  return l10n.t('Must-be gaps: {mustBeGaps} · Risk: {risk} · Opportunity: {opportunity}', {
    mustBeGaps: count(mustBeGaps),
    risk,
    opportunity,
  });
}

/** A product without features, or without open ones. */
export function nothingToBuildSentence(hasFeatures: boolean): string {
  return hasFeatures ? l10n.t('All features are shipped or rejected.') : l10n.t('This product has no features yet.');
}

/** `12 open features of 30` */
export function openFeaturesSentence(open: number, all: number): string {
  if (open === 1) return l10n.t('1 open feature of {all}', { all: count(all) });
  return l10n.t('{open} open features of {all}', { open: count(open), all: count(all) });
}

function backlogAction(category: CategoryOrNone): string {
  switch (category) {
    case 'M':
      return l10n.t('do first');
    case 'O':
      return l10n.t('compete here');
    case 'A':
      return l10n.t('choose a few');
    case 'I':
      return l10n.t('save the effort');
    case 'R':
      return l10n.t('do not build');
    case 'Q':
      return l10n.t('ask again');
    case null:
      return l10n.t('ask before deciding');
  }
}
