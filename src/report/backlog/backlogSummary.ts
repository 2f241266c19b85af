import { classOrder, isOpen } from '../../analysis/buildOrder.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { type Product, productList, settingsOf } from '../../document/product.ts';
import { certainty } from '../../terms/featureSentences.ts';
import { settingsSentence } from '../../terms/settingsLabels.ts';
import {
  categoryCount,
  computedSentence,
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
import { isRankUnknown } from '../featureColumns.ts';
import type { FeatureRow } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';

/** A product as a backlog shows it. */
export interface BacklogContext {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
  /** All features, in the order of the files. */
  readonly rows: readonly FeatureRow[];
  /** The open features by rank. */
  readonly buildOrder: readonly FeatureRow[];
}

/**
 * How many features of each category there are, as one sentence, and for how many the answers allow another category too, as their rows say. An
 * error in a tally does not mean that nobody was asked.
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
  return summarySentence(buildOrder.length, rows.length, [...parts, ...(unreadable > 0 ? [unreadableCount(unreadable)] : [])]);
}

/** How the numbers came about, and what is missing from the backlog: one sentence each. */
export function backlogFacts(context: BacklogContext, faulty: readonly FaultyFile[], all: boolean): readonly string[] {
  const { product, rows } = context;
  const shown = all ? rows : rows.filter(({ feature }) => isOpen(feature));
  const closed = rows.filter(({ feature }) => !isOpen(feature));
  const shipped = closed.filter(({ feature }) => feature.status === 'shipped').length;
  const leftOut = all ? null : leftOutSentence(shipped, closed.length - shipped);
  const unreadable = shown.filter(({ isUncounted }) => isUncounted);
  const missing = product.unresolvedUses.filter(({ reason }) => reason !== 'cycle').map(({ path }) => path);
  return [
    computedSentence(settingsSentence(settingsOf(product))),
    orderSentence(settingsOf(product).order),
    surveysSentence(surveyNames(product, shown)),
    ...(leftOut === null ? [] : [leftOut]),
    ...(unreadable.length === 0 ? [] : [unreadableSentence(unreadable.map(({ name }) => quotedName(name)))]),
    ...(faulty.length === 0 ? [] : [faultyFilesSentence(faulty)]),
    ...(missing.length === 0 ? [] : [missingFilesSentence([...new Set(missing)])]),
  ];
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
