import * as l10n from '@vscode/l10n';
import { classOrder, isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { categoryCount } from '../../terms/categoryLabels.ts';
import { coefficientsFact } from '../../terms/coefficientWords.ts';
import { certainty } from '../../terms/featureSentences.ts';
import { quotedName, surveyName, undatedSurvey } from '../../terms/labels.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { importanceText } from '../../terms/refinedClassLabels.ts';
import { computedSentence } from '../../terms/settingsLabels.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { type FeatureRow, isRankUnknown } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';

/** A product as a backlog shows it. */
export interface BacklogContext extends AnalysedProduct {
  /** All features, in the order of the files. */
  readonly rows: readonly FeatureRow[];
  /** The open features by rank. */
  readonly buildOrder: readonly FeatureRow[];
}

/**
 * The number of features in each category as one sentence, with how many of them are assumed or undecided. Features with an error in the tally
 * are counted separately: somebody may have been asked.
 */
export function backlogCounts({ rows, buildOrder }: BacklogContext): string {
  const standings = buildOrder.map((row) => ({
    ...effectiveCategory(row.feature, row.numbers),
    isUndecided: certainty(row.numbers) === 'ambiguous',
    isUnreadable: isRankUnknown(row),
  }));
  const parts = classOrder.flatMap((category) => {
    const among = standings.filter((standing) => standing.category === category && !standing.isUnreadable);
    if (among.length === 0) return [];
    const assumed = among.filter(({ isAssumed }) => isAssumed).length;
    return [categoryCount(category, among.length, assumed, among.filter(({ isUndecided }) => isUndecided).length)];
  });
  const unreadable = standings.filter(({ isUnreadable }) => isUnreadable).length;
  if (unreadable > 0) parts.push(l10n.t('{count} with an error in the tally', { count: count(unreadable) }));
  const values = { open: count(buildOrder.length), all: count(rows.length) };
  const features = buildOrder.length === 1 ? l10n.t('1 open feature of {all}', values) : l10n.t('{open} open features of {all}', values);
  return parts.length === 0 ? features : l10n.t('{features}: {parts}', { features, parts: nameList(parts) });
}

/**
 * How the numbers were computed, and what is missing from the backlog: one sentence each.
 * @param totals with numbers that change with almost every feature
 */
export function backlogFacts(
  { product, analysis, rows }: BacklogContext,
  faulty: readonly FaultyFile[],
  { all, totals }: { readonly all: boolean; readonly totals: boolean },
): readonly string[] {
  const open = rows.filter(({ feature }) => isOpen(feature));
  const shown = all ? rows : open;
  const surveys = surveyNames(product, shown);
  const shipped = rows.filter(({ feature }) => feature.status === 'shipped').length;
  const rejected = rows.length - open.length - shipped;
  const leftOut = [
    ...(shipped > 0 ? [l10n.t('{count} shipped', { count: count(shipped) })] : []),
    ...(rejected > 0 ? [l10n.t('{count} rejected', { count: count(rejected) })] : []),
  ];
  const unreadable = shown.filter(({ isUncounted }) => isUncounted).map(({ name }) => quotedName(name));
  const missing = new Set(product.unresolvedUses.filter(({ reason }) => reason !== 'cycle').map(({ path }) => path));
  return [
    computedSentence(settingsOf(product)),
    settingsOf(product).order === 'kano'
      ? l10n.t('Order: by category, within it by how much customers would miss or gain; what others need comes before them')
      : l10n.t('Order: by category, within it by how much customers would miss or gain for the effort; what others need comes before them'),
    ...(shown.some(({ numbers }) => numbers.better !== null) ? [coefficientsFact()] : []),
    ...(surveys.length === 0 ? [l10n.t('Surveys: none yet')] : surveys.map((survey) => l10n.t('Survey: {survey}', { survey }))),
    ...(totals && shown.some(({ feature }) => analysis.refinedClass(feature) !== null) ? [importanceFact(analysis.meanImportance)] : []),
    ...(all
      ? []
      : totals && leftOut.length > 0
        ? [l10n.t('Left out: {parts}', { parts: nameList(leftOut) })]
        : [l10n.t('Left out: what is shipped or rejected')]),
    ...unreadable.map((feature) => l10n.t('Tally with an error, not counted: {feature}', { feature })),
    ...(faulty.length === 0 ? [] : [faultyFilesSentence(faulty)]),
    ...(missing.size === 0 ? [] : [l10n.t('Missing, because it could not be read: {files}', { files: nameList([...missing]) })]),
  ];
}

function importanceFact(mean: number | null): string {
  return l10n.t('Classes by importance: cut at the mean of the features’ stated importance, {mean}', { mean: importanceText(mean) });
}

/** The surveys that the numbers of these features come from, newest first, then those that are not defined, then tallies without one. */
function surveyNames(product: Product, rows: readonly FeatureRow[]): readonly string[] {
  const used = new Set(rows.flatMap(({ numbers: { n, survey } }) => (n > 0 ? [survey] : [])));
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
