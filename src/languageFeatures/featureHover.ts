import type { RootContent } from 'mdast';
import type { ComparisonBase } from '../analysis/comparison/compareProductsBase.ts';
import { hasUncountedAnswers } from '../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import type { FeatureAnalysis } from '../analysis/results.ts';
import { smallestSample } from '../analysis/statistics/multinomialZ.ts';
import { settingsOf } from '../document/format/configuration.ts';
import { type Category, categories } from '../document/format/model.ts';
import type { Item } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { certainty } from '../terms/featureSentences.ts';
import { type NumberName, numberLabel } from '../terms/labels.ts';
import { bulletList, markdownText, type Phrase, paragraph, table } from '../terms/markdown.ts';
import { count, measure, nameList, share } from '../terms/numbers.ts';
import { settingsSentence } from '../terms/settingsLabels.ts';
import { answersSentence, answersWords, neededBySentence, quotedName, weightedSentence } from '../wording/backlogWording.ts';
import * as wording from '../wording/hoverWording.ts';
import { type HoverSubject, personasComparison, surveysComparison } from './hoverComparisons.ts';
import { sinceBase } from './sinceBase.ts';

/**
 * What the numbers of a feature say, most important first: category and what it means for the decision, the answers, how sure they are, where
 * personas and surveys part; with a base, what changed since. Whatever the file's texts hold shows as it was written.
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
  const title = talliesUnreadable ? answersWords().unreadable : wording.signedCategory(null);
  const advice = assumed === undefined ? wording.notSurveyedSentences() : wording.assumptionSentences(assumed);
  return [
    paragraph({ strong: assumed === undefined ? title : wording.assumedCategory(assumed) }, ...rank(subject)),
    ...sinceBase(subject),
    ...(talliesUnreadable ? wording.unreadableSentences() : advice).map((sentence) => paragraph(sentence)),
    ...bullets(neededBy(subject)),
  ];
}

function surveyed(subject: HoverSubject, category: Category): readonly RootContent[] {
  const { numbers, product } = subject;
  return [
    ...verdict(subject, category),
    ...sinceBase(subject),
    ...bullets([...neededBy(subject), ...keyNumbers(numbers), ...otherViews(numbers)]),
    answersTable(numbers),
    ...personasComparison(subject),
    ...surveysComparison(numbers),
    ...bullets(furtherNumbers(numbers)),
    paragraph(wording.sourceSentence(numbers.survey, settingsSentence(settingsOf(product)))),
  ];
}

/** The category, how many said so, and what that means for the decision. */
function verdict(subject: HoverSubject, category: Category): readonly RootContent[] {
  const { counts, n, runnerUp } = subject.numbers;
  const sure = certainty(subject.numbers);
  if (sure === 'ambiguous' && runnerUp !== null) {
    const shares = `${share(counts[category] / n)} / ${answersSentence(counts[runnerUp], n, false)}`;
    return [
      paragraph({ strong: wording.eitherCategory(category, runnerUp) }, ` · ${shares}`, ...rank(subject)),
      paragraph(wording.ambiguousSentence()),
      bulletList([category, runnerUp].map(wording.categoryMeaning)),
    ];
  }
  const part = answersSentence(counts[category], n, sure === 'few');
  return [
    paragraph({ strong: wording.signedCategory(category) }, ` · ${part}`, ...rank(subject)),
    paragraph(wording.meaningSentence(category)),
    ...(sure === 'few' ? [paragraph(wording.fewAnswersSentence())] : []),
  ];
}

function rank({ item, analysis }: HoverSubject): readonly Phrase[] {
  const { rank } = analysis.priority(item.value);
  return rank === null || analysis.buildOrder.length < 2 ? [] : [` · ${wording.rankSentence(rank, analysis.buildOrder.length)}`];
}

/** The largest count first; categories that nobody is in are left out. */
function answersTable({ counts, n }: FeatureAnalysis): RootContent {
  const columns = wording.hoverColumns();
  const present = categories.filter((category) => counts[category] > 0).sort((left, right) => counts[right] - counts[left]);
  return table(
    [
      { heading: columns.category, align: 'left' },
      { heading: columns.answers, align: 'right' },
      { heading: columns.share, align: 'right' },
    ],
    present.map((category) => [wording.signedCategory(category), count(counts[category]), share(counts[category] / n)]),
  );
}

type Line = readonly Phrase[];

/** Nothing at all where there are no lines: an empty list is none. */
function bullets(lines: readonly Line[]): readonly RootContent[] {
  return lines.length === 0 ? [] : [bulletList(lines)];
}

function line(name: NumberName, text: string): Line {
  return [{ strong: numberLabel(name) }, ` ${text}`];
}

/** What belongs together, on one line. */
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
function keyNumbers({ n, better, worse, betterInterval, worseInterval, stability, runnerUp }: FeatureAnalysis): readonly Line[] {
  const next: readonly Line[] = runnerUp === null ? [] : [[wording.runnerUpSentence(runnerUp)]];
  return [
    ...sideBySide([
      ...(better === null ? [] : [line('better', wording.coefficientSentence(better, betterInterval))]),
      ...(worse === null ? [] : [line('worse', wording.coefficientSentence(worse, worseInterval))]),
    ]),
    ...(n >= smallestSample && stability !== null ? [line('stability', wording.stabilitySentence(stability, runnerUp))] : next),
  ];
}

/** For those who want to know exactly, and for comparison with other tools. */
function furtherNumbers({ z, fong, importance, continuous }: FeatureAnalysis): readonly Line[] {
  return [
    ...(importance === null ? [] : [line('importance', measure(Math.round(importance * 100) / 100))]),
    ...sideBySide([
      ...(z === null ? [] : [line('z', wording.zSentence(z))]),
      ...(fong === null ? [] : [line('fong', wording.fongSentence(fong))]),
    ]),
    ...(continuous === null ? [] : [line('continuous', wording.continuousSentence(continuous))]),
  ];
}

/** Other ways to look at the same answers, where they see something else. */
function otherViews({ category, categories: byRule, quadrant, weighted }: FeatureAnalysis): readonly Line[] {
  const labels = wording.hoverLabels();
  const rulesDisagree = new Set(Object.values(byRule)).size > 1;
  const otherQuadrant = quadrant !== null && quadrant !== category && category !== 'R' && category !== 'Q';
  const otherMarket = weighted !== null && weighted.category !== null && weighted.category !== category;
  return [
    ...(rulesDisagree ? [[{ strong: labels.rules }, ` ${wording.rulesSentence(byRule)}`]] : []),
    ...(otherQuadrant ? [[{ strong: labels.quadrant }, ` ${wording.quadrantSentence(quadrant)}`]] : []),
    ...(otherMarket && weighted.category !== null ? [[weightedSentence(weighted.category)]] : []),
  ];
}
