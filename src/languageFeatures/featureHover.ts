import * as l10n from '@vscode/l10n';
import type { RootContent } from 'mdast';
import { shownRanks } from '../analysis/buildOrder.ts';
import type { ComparisonBase } from '../analysis/comparison/comparisonBase.ts';
import { effectiveCategory, hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import { leadingPair, significantZ, smallestSample } from '../analysis/leadingPair.ts';
import { doRulesDisagree, mismatchedQuadrant } from '../analysis/otherViews.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis, Interval } from '../analysis/results.ts';
import { exactLeadP, isLeadClear } from '../analysis/statistics/binomialTest.ts';
import { type Category, type Counts, categories, categoryRules } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import { freshForOf, type Product, settingsOf } from '../document/product.ts';
import { howToTell, whyAmbiguous } from '../terms/ambiguitySentences.ts';
import { answersAge } from '../terms/answersAge.ts';
import {
  assumedCategory,
  categoryLabel,
  categoryWording,
  type Quadrant,
  quadrantLabel,
  quadrantMeaning,
  signedCategory,
} from '../terms/categoryLabels.ts';
import { basisSentence } from '../terms/coefficientWords.ts';
import {
  answersSentence,
  answersWords,
  certainty,
  continuousSentence,
  neededBySentence,
  weightedSentence,
} from '../terms/featureSentences.ts';
import { type NumberName, numberLabel, quotedName } from '../terms/labels.ts';
import { bulletList, markdownText, type Phrase, paragraph, table } from '../terms/markdown.ts';
import { coefficient, count, interval, nameList, pValue, share, statistic, statisticBeside } from '../terms/numbers.ts';
import { importanceText, refinedClassSentence } from '../terms/refinedClassLabels.ts';
import { ruleLabel, settingsSentence } from '../terms/settingsLabels.ts';
import { type HoverSubject, left, personasComparison, right, sinceBase, surveysComparison } from './hoverComparisons.ts';
import { journeyLines } from './hoverJourney.ts';

/**
 * What the numbers of a feature say, most important first: category and what it means for the decision, the answers, how sure they are, where
 * personas and surveys differ; with a base also what changed since. Texts of the file show as they were written.
 */
export function featureHover(item: Item<'features'>, product: Product, analysis: ProductAnalysis, base?: ComparisonBase): string {
  const numbers = analysis.featureAnalysis(item.value);
  const subject: HoverSubject = { item, product, analysis, numbers, ...(base ? { base } : {}) };
  const { category } = numbers;
  return markdownText(category === null ? unsurveyed(subject) : surveyed(subject, category));
}

function unsurveyed(subject: HoverSubject): readonly RootContent[] {
  const { assumed } = subject.item.value;
  const talliesUnreadable = hasUncountedAnswers(subject.item, subject.numbers);
  const title = talliesUnreadable ? answersWords().unreadable : signedCategory(null);
  return [
    paragraph({ strong: assumed === undefined ? title : assumedCategory(assumed) }, ...rank(subject)),
    ...sinceBase(subject),
    ...advice(assumed, talliesUnreadable).map((sentence) => paragraph(sentence)),
    ...bullets([...neededBy(subject), ...journeyLines(subject)]),
  ];
}

/** What to do about a feature without answers that count. */
function advice(assumed: Category | undefined, talliesUnreadable: boolean): readonly string[] {
  if (talliesUnreadable)
    return [
      l10n.t('The tally has an error, so none of it is counted: a part of the answers could give another category. Fix the error first.'),
    ];
  const survey = l10n.t('Ask before deciding: put it into the next survey, and enter the answers under “tally” or “tallies” here.');
  if (assumed === undefined) return [l10n.t('No survey says how customers see this.'), survey];
  return [
    l10n.t('This is the team’s guess. It is ranked behind the surveyed features of its category and never counted as data.'),
    l10n.t('If it is right: {meaning}.', { meaning: categoryWording(assumed).meaning }),
    survey,
  ];
}

function surveyed(subject: HoverSubject, category: Category): readonly RootContent[] {
  const { numbers } = subject;
  const age = answersAge(numbers, subject.product.asOf, freshForOf(subject.product));
  return [
    ...verdict(subject, category),
    ...sinceBase(subject),
    ...bullets([...neededBy(subject), ...keyNumbers(numbers), ...otherViews(numbers)]),
    answersTable(numbers),
    ...personasComparison(subject),
    ...surveysComparison(subject),
    ...bullets([...journeyLines(subject), ...furtherNumbers(subject)]),
    ...(age === null ? [] : [paragraph(age)]),
    paragraph(sourceSentence(subject)),
  ];
}

/** The category, how many said so, and what that means for the decision. */
function verdict(subject: HoverSubject, category: Category): readonly RootContent[] {
  const { counts, n, rival } = subject.numbers;
  if (rival !== null) {
    const settings = settingsOf(subject.product);
    const how = howToTell(subject.numbers, settings);
    const either = l10n.t('{category} or {other}', { category: signedCategory(category), other: signedCategory(rival) });
    const shares = `${share(counts[category] / n)} / ${answersSentence(counts[rival], n, false)}`;
    const meaning = (each: Category) =>
      l10n.t('{category}: {meaning}', { category: signedCategory(each), meaning: categoryWording(each).meaning });
    return [
      paragraph({ strong: either }, ` · ${shares}`, ...rank(subject)),
      paragraph(l10n.t('{why} {how}', { why: whyAmbiguous(category, rival, subject.numbers, settings), how })),
      bulletList([category, rival].map(meaning)),
    ];
  }
  const isFew = certainty(subject.numbers) === 'few';
  const part = answersSentence(counts[category], n, isFew);
  return [
    paragraph({ strong: signedCategory(category) }, ` · ${part}`, ...rank(subject)),
    paragraph(l10n.t('{meaning}.', { meaning: categoryWording(category).meaning })),
    ...(isFew ? [paragraph(l10n.t('Fewer than 30 answers only show a direction.'))] : []),
  ];
}

function rank({ item, analysis }: HoverSubject): readonly Phrase[] {
  const { rank } = analysis.priority(item.value);
  const open = shownRanks(analysis.buildOrder.map((feature) => effectiveCategory(feature, analysis.featureAnalysis(feature)).category));
  return rank === null || rank > open || open < 2
    ? []
    : [` · ${l10n.t('rank {rank} of {open}', { rank: count(rank), open: count(open) })}`];
}

/** The largest count first; categories without answers are left out. */
function answersTable({ counts, n }: FeatureAnalysis): RootContent {
  const present = categories.filter((category) => counts[category] > 0).sort((a, b) => counts[b] - counts[a]);
  return table(
    [left(l10n.t('Category')), right(l10n.t('Answers')), right(l10n.t('Share'))],
    present.map((category) => [signedCategory(category), count(counts[category]), share(counts[category] / n)]),
  );
}

/** `Computed from 2026-q3 with: standard table · mode`. */
function sourceSentence({ numbers: { survey }, product }: HoverSubject): string {
  const settings = settingsSentence(settingsOf(product));
  if (survey === null) return l10n.t('Computed with: {settings}', { settings });
  return l10n.t('Computed from {survey} with: {settings}', { survey, settings });
}

type Line = readonly Phrase[];

/** A list without lines would show as an empty bullet. */
function bullets(lines: readonly Line[]): readonly RootContent[] {
  return lines.length === 0 ? [] : [bulletList(lines)];
}

function line(name: NumberName, text: string): Line {
  return labelled(numberLabel(name), text);
}

function labelled(label: string, text: string): Line {
  return [{ strong: label }, ` ${text}`];
}

/** Several lines as one. */
function sideBySide(lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [lines.flatMap((each, index) => (index === 0 ? each : [' · ', ...each]))];
}

function neededBy({ item, analysis }: HoverSubject): readonly Line[] {
  const { neededBy: ids } = analysis.priority(item.value);
  if (ids.length === 0) return [];
  const names = ids.map((id) => quotedName(analysis.dependencies.resolve(id)?.title ?? id));
  return [[neededBySentence(nameList(names))]];
}

/** What a decision needs beside the category. */
function keyNumbers({
  n,
  counts,
  better,
  worse,
  betterInterval,
  worseInterval,
  stability,
  runnerUp,
  rival,
}: FeatureAnalysis): readonly Line[] {
  const withInterval = (value: number, range: Interval | null) =>
    l10n.t('{value} (95%: {interval})', { value: coefficient(value), interval: interval(range) });
  return [
    ...(better === null || worse === null
      ? []
      : sideBySide([
          line('better', withInterval(better, betterInterval)),
          line('worse', withInterval(worse, worseInterval)),
          [basisSentence(counts)],
        ])),
    ...(n >= smallestSample && stability !== null
      ? [line('stability', stabilitySentence(stability, rival ?? runnerUp))]
      : runnerUp === null
        ? []
        : [[l10n.t('Next comes {category}', { category: categoryLabel(runnerUp) })]]),
  ];
}

/** How often the same category would come out, and which comes next. */
function stabilitySentence(stability: number, next: Category | null): string {
  if (next === null) return share(stability);
  return l10n.t('{stability}, then {category}', { stability: share(stability), category: categoryLabel(next) });
}

/** For readers who want exact numbers, and for comparison with other tools. */
function furtherNumbers({ item, analysis, numbers }: HoverSubject): readonly Line[] {
  const { counts, n, z, fong, importance, continuous } = numbers;
  const refined = analysis.refinedClass(item.value);
  return [
    ...sideBySide([
      ...(importance === null ? [] : [line('importance', importanceText(importance))]),
      ...(refined === null ? [] : [line('refinedClass', refinedClassSentence(refined, analysis.meanImportance))]),
    ]),
    // Of few answers nothing is said of how sure the category is.
    ...(n < smallestSample
      ? []
      : sideBySide([
          ...(z === null ? [] : [line('z', zSentence(z, counts))]),
          ...(fong === null ? [] : [line('fong', fongSentence(fong))]),
        ])),
    ...(continuous === null ? [] : [line('continuous', continuousSentence(continuous))]),
  ];
}

/**
 * Of the two largest counts, which are not always the two categories that a rule cannot tell apart: so both are named. It decides nothing, and
 * so speaks only of itself.
 */
function zSentence(value: number, counts: Counts): string {
  const [ahead, behind] = leadingPair(counts);
  const z = l10n.t('{z} ({ahead} before {behind})', {
    z: statisticBeside(value, significantZ),
    ahead: categoryLabel(ahead),
    behind: categoryLabel(behind),
  });
  const [first, second] = [counts[ahead], counts[behind]];
  const exact = exactLeadP(first, second);
  if (exact !== null) {
    const values = { z, p: pValue(exact) };
    return isLeadClear(first, second) ? l10n.t('{z}, significant (exact {p})', values) : l10n.t('{z}, not significant (exact {p})', values);
  }
  return value >= significantZ ? l10n.t('{z}, significant (1.96 or more)', { z }) : l10n.t('{z}, not significant (under 1.96)', { z });
}

/** The difference of the two largest counts, against what the test asks for. */
function fongSentence({ difference, threshold, significant }: NonNullable<FeatureAnalysis['fong']>): string {
  const values = { difference: count(difference), threshold: statistic(threshold) };
  return significant ? l10n.t('{difference} ≥ {threshold}, passed', values) : l10n.t('{difference} < {threshold}, not passed', values);
}

function quadrantLine(quadrant: Quadrant): Line {
  const text = l10n.t('{category} ({meaning})', { category: quadrantLabel(quadrant), meaning: quadrantMeaning(quadrant) });
  return labelled(l10n.t('Quadrant'), text);
}

/** Other ways to look at the same answers, where they give another result. */
function otherViews(numbers: FeatureAnalysis): readonly Line[] {
  const { category, categories: byRule, weighted } = numbers;
  const rules = categoryRules.map((rule) => l10n.t('{rule}: {category}', { rule: ruleLabel(rule), category: categoryLabel(byRule[rule]) }));
  const otherQuadrant = mismatchedQuadrant(numbers);
  const otherMarket = weighted !== null && weighted.category !== category ? weighted.category : null;
  return [
    ...(doRulesDisagree(numbers) ? [labelled(l10n.t('The rules disagree'), rules.join(' · '))] : []),
    ...(otherQuadrant ? [quadrantLine(otherQuadrant)] : []),
    ...(otherMarket === null ? [] : [[weightedSentence(otherMarket)]]),
  ];
}
