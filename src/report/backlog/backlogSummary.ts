import { classOrder, isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { settingsOf } from '../../document/format/configuration.ts';
import type { Feature } from '../../document/format/model.ts';
import { productList } from '../../document/product.ts';
import { certainty } from '../../terms/certainty.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import {
  categoryCount,
  computedSentence,
  faultyFileName,
  faultyFilesSentence,
  leftOutSentence,
  missingFilesSentence,
  orderSentence,
  quotedName,
  summarySentence,
  surveyName,
  surveysSentence,
  undatedSurvey,
  unreadableCount,
  unreadableSentence,
} from '../../wording/backlogWording.ts';
import type { FaultyFile } from '../analysedFile.ts';
import type { NotesContext } from './backlogNotes.ts';

/**
 * How many features of each category there are, as one sentence, and of how many the answers allow another one too, as their rows say. That
 * a tally has an error does not mean that nobody was asked.
 */
export function backlogCounts(context: NotesContext, features: readonly Feature[]): string {
  const { analysis, talliesUnreadable } = context;
  const standings = analysis.buildOrder.map((feature) => {
    const standing = effectiveCategory(feature, analysis.featureAnalysis(feature));
    const isUndecided = certainty(analysis.featureAnalysis(feature)) === 'ambiguous';
    return { ...standing, isUndecided, isUnreadable: standing.category === null && talliesUnreadable(feature) };
  });
  const parts = classOrder.flatMap((category) => {
    const among = standings.filter((standing) => standing.category === category && !standing.isUnreadable);
    if (among.length === 0) return [];
    const assumed = among.filter(({ isAssumed }) => isAssumed).length;
    return [categoryCount(category, among.length, assumed, among.filter(({ isUndecided }) => isUndecided).length)];
  });
  const unreadable = standings.filter(({ isUnreadable }) => isUnreadable).length;
  return summarySentence(analysis.buildOrder.length, features.length, [...parts, ...(unreadable > 0 ? [unreadableCount(unreadable)] : [])]);
}

/** How the numbers came about, and what is missing from the backlog: one sentence each. */
export function backlogFacts(
  context: NotesContext,
  features: readonly Feature[],
  faulty: readonly FaultyFile[],
  all: boolean,
): readonly string[] {
  const { product, nameOf, talliesUnreadable } = context;
  const closed = features.filter((feature) => !isOpen(feature));
  const shipped = closed.filter(({ status }) => status === 'shipped').length;
  const leftOut = all ? null : leftOutSentence(shipped, closed.length - shipped);
  const unreadable = features.filter((feature) => talliesUnreadable(feature) && (all || isOpen(feature)));
  const missing = product.unresolvedUses.filter(({ reason }) => reason !== 'cycle').map(({ path }) => path);
  return [
    computedSentence(settingsSentence(settingsOf(product))),
    orderSentence(settingsOf(product).order),
    surveysSentence(surveyNames(context, all ? features : features.filter(isOpen))),
    ...(leftOut === null ? [] : [leftOut]),
    ...(unreadable.length === 0 ? [] : [unreadableSentence(unreadable.map((feature) => quotedName(nameOf(feature))))]),
    ...(faulty.length === 0 ? [] : [faultyFilesSentence(faulty.map(({ path, errors }) => faultyFileName(path, errors)))]),
    ...(missing.length === 0 ? [] : [missingFilesSentence([...new Set(missing)])]),
  ];
}

/** The surveys that the numbers of these features come from, newest first, then those that are not defined, then tallies without one. */
function surveyNames({ product, analysis }: NotesContext, features: readonly Feature[]): readonly string[] {
  const surveyed = features.map((feature) => analysis.featureAnalysis(feature)).filter(({ n }) => n > 0);
  const used = new Set(surveyed.map(({ survey }) => survey));
  const defined = productList(product, 'surveys')
    .map(({ item }) => item.value)
    .filter(({ id }) => id !== undefined && used.has(id));
  const byId = new Map(defined.toReversed().map((survey) => [survey.id, survey]));
  const names = [...byId.values()]
    .sort((left, right) => compareText(right.date ?? '', left.date ?? '') || compareText(left.id ?? '', right.id ?? ''))
    .map(({ id, title, date }) => surveyName(title ?? id ?? '', date ?? null));
  const others = [...used].filter((id): id is string => id !== null && !byId.has(id)).sort(compareText);
  return [...names, ...others, ...(used.has(null) ? [undatedSurvey()] : [])];
}
