import * as l10n from '@vscode/l10n';
import { isOpen } from '../../analysis/buildOrder.ts';
import { inOrderOfAsking } from '../../analysis/evidence.ts';
import { effectiveCategory } from '../../analysis/featureAnalysis.ts';
import { hasWorsened, type Outcome } from '../../analysis/outcomes.ts';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import type { Metric } from '../../document/format/model.ts';
import { definitionsById, settingsOf } from '../../document/product.ts';
import { answersNeededSentence } from '../../terms/ambiguitySentences.ts';
import type { CategoryOrNone } from '../../terms/categoryLabels.ts';
import { changeNotes } from '../../terms/changeSentences.ts';
import { answersWords, certainty, featureSentence, rankReason, standingLabel } from '../../terms/featureSentences.ts';
import { outcomeText } from '../../terms/journeyLabels.ts';
import { joinNotes } from '../../terms/labels.ts';
import { count, nameList } from '../../terms/numbers.ts';
import type { FaultyFile } from '../analysedFile.ts';
import type { DiffedProduct } from '../diff/diff.ts';
import { countChanges } from '../diff/diff.ts';
import { diffSummary } from '../diff/diffSummary.ts';
import { type FeatureRow, featureName, featureRows, isRankUnknown } from '../featureRows.ts';
import { faultyFilesSentence } from '../problemCounts.ts';

/** One line of a decision: a feature, or a metric, and what is said of it. */
export interface DecisionItem {
  /** Whose sign the line begins with; absent where the line is not about a feature of today. */
  readonly category?: CategoryOrNone;
  readonly name: string;
  /** The id of the feature, to link to; `null` for metrics, and for features without one. */
  readonly id: string | null;
  readonly text: string;
}

/** A question that people ask of a product, and its answer. */
export interface Decision {
  readonly key: 'build' | 'skip' | 'changed' | 'unsure' | 'metrics';
  readonly heading: string;
  /** Whether the order of the items matters. */
  readonly isRanked: boolean;
  readonly items: readonly DecisionItem[];
  /** After the items: how many more there are, or why there is none. */
  readonly note: string | null;
}

/** The decisions about a product. */
export interface DecisionSection {
  /** What tells the product from the others. */
  readonly name: string;
  readonly decisions: readonly Decision[];
}

/** As many lines as can be read at a glance. */
const most = 5;

/** What the product is compared with, by its name. */
export interface ComparedWith {
  readonly base: string;
  /** `null` where the comparison has nothing to say of the product. */
  readonly diffed: DiffedProduct | null;
  /** Whether the files could not be compared, because Git left both sides of a merge conflict in them. */
  readonly isInConflict: boolean;
}

/**
 * What those who decide read first: what to build next and why, what not to build, what changed, what is unsure, and which metrics moved. In the
 * current language.
 *
 * @param since what changed is said only where there is something to compare with
 */
export function decisionsOf(
  analysed: AnalysedProduct & { readonly faulty: readonly FaultyFile[] },
  since: ComparedWith | null,
): readonly Decision[] {
  const rows = featureRows(analysed.product, analysed.analysis);
  const open = rows.filter(({ feature }) => isOpen(feature)).sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0));
  return [
    buildNext(open),
    doNotBuild(open),
    ...(since === null ? [] : [whatChanged(since)]),
    unsure(open, analysed),
    metricsMoved(analysed, rows),
  ].filter(({ key, items }) => key !== 'metrics' || items.length > 0);
}

function buildNext(open: readonly FeatureRow[]): Decision {
  const wanted = open.filter((row) => ['M', 'O', 'A'].includes(categoryOf(row) ?? '') && !isRankUnknown(row));
  const first = wanted.find(({ numbers }) => numbers.category === 'M');
  return {
    key: 'build',
    heading: l10n.t('Build next'),
    isRanked: true,
    items: wanted.slice(0, most).map((row) => standingItem(row, row === first)),
    note: wanted.length === 0 ? l10n.t('No open feature is known to be wanted. Ask customers first.') : more(wanted.length - most),
  };
}

function doNotBuild(open: readonly FeatureRow[]): Decision {
  const unwanted = open.filter((row) => ['R', 'I'].includes(categoryOf(row) ?? ''));
  // Those that customers reject come before those that they do not mind.
  const ordered = ['R', 'I'].flatMap((category) => unwanted.filter((row) => categoryOf(row) === category));
  return {
    key: 'skip',
    heading: l10n.t('Do not build'),
    isRanked: false,
    items: ordered.slice(0, most).map((row) => standingItem(row)),
    note: ordered.length === 0 ? l10n.t('None of the open features that customers were asked about.') : more(ordered.length - most),
  };
}

function whatChanged({ base, diffed, isInConflict }: ComparedWith): Decision {
  const comparison = diffed?.comparison;
  const changes = (comparison?.features ?? [])
    .map((change) => ({ change, notes: changeNotes(change) }))
    .filter(({ notes }) => notes.length > 0);
  // A change of category before a change of rank.
  const weight = ({ change }: (typeof changes)[number]) => (change.category ? 0 : change.before === null || change.after === null ? 1 : 2);
  const ordered = changes.sort((left, right) => weight(left) - weight(right));
  const summary = comparison ? diffSummary(countChanges([comparison])) : '';
  return {
    key: 'changed',
    heading: l10n.t('What changed since {base}', { base }),
    isRanked: false,
    items: ordered.slice(0, most).flatMap(({ change, notes }) => {
      const state = change.after ?? change.before;
      if (state === null) return [];
      const sign = change.after ? { category: change.after.standing.category } : {};
      const id = change.after === null ? null : (state.item.value.id ?? null);
      return [{ ...sign, name: featureName(state), id, text: joinNotes(notes) }];
    }),
    note: isInConflict
      ? l10n.t('Not compared, because a merge conflict is open.')
      : summary === ''
        ? l10n.t('Nothing changed in requirement terms.')
        : l10n.t('In all: {summary}', { summary }),
  };
}

function unsure(open: readonly FeatureRow[], { product, faulty }: AnalysedProduct & { readonly faulty: readonly FaultyFile[] }): Decision {
  const settings = settingsOf(product);
  const ambiguous = open
    .filter(({ numbers }) => certainty(numbers) === 'ambiguous')
    .sort((left, right) => (left.numbers.answersNeeded ?? Infinity) - (right.numbers.answersNeeded ?? Infinity));
  const few = open.filter(({ numbers }) => certainty(numbers) === 'few');
  const uncounted = open.filter(isRankUnknown);
  const contradictory = open.filter((row) => categoryOf(row) === 'Q' && certainty(row.numbers) !== 'few');
  const unasked = inOrderOfAsking(
    open.filter(({ feature, numbers, isUncounted }) => !isUncounted && effectiveCategory(feature, numbers).category === null),
    ({ feature }) => feature,
  );
  const items = [
    ...uncounted.map((row) => featureItem(row, answersWords().unreadable)),
    ...ambiguous.map((row) =>
      featureItem(row, joinNotes([featureSentence(row.feature, row.numbers), answersNeededSentence(row.numbers, settings)])),
    ),
    ...contradictory.map((row) => featureItem(row, joinNotes([rankReason(row.numbers), l10n.t('ask again')]))),
    ...few.map((row) => featureItem(row, joinNotes([featureSentence(row.feature, row.numbers), l10n.t('fewer than 30 answers')]))),
  ];
  const names = unasked.slice(0, most).map(({ name }) => name);
  const others = unasked.length - names.length;
  const listed = nameList(others > 0 ? [...names, l10n.t('{count} more', { count: count(others) })] : names);
  return {
    key: 'unsure',
    heading: l10n.t('What is unsure'),
    isRanked: false,
    items: items.slice(0, most),
    note:
      [
        more(items.length - most),
        unasked.length === 0 ? null : l10n.t('Nobody was asked about {features}.', { features: listed }),
        faulty.length === 0 ? null : faultyFilesSentence(faulty),
      ]
        .filter((part) => part !== null)
        .join(' ') || (items.length > 0 ? null : l10n.t('The answers are clear for every open feature.')),
  };
}

/** A line a metric, those that got worse first. */
function metricsMoved({ product, analysis }: AnalysedProduct, rows: readonly FeatureRow[]): Decision {
  const names = new Map(rows.map(({ feature, name }) => [feature.id, name]));
  const moved = [...definitionsById(product, 'metrics')].flatMap(([id, metric]) => {
    const outcomes = analysis.outcomes.filter(({ metric: of, before, after }) => of === id && before && after);
    const worsened = hasWorsened(metric);
    const notes = [...outcomeSentences(outcomes, metric, names), ...(worsened ? [l10n.t('the newest two readings are worse')] : [])];
    if (notes.length === 0) return [];
    const isWorse = worsened || outcomes.some(({ improved }) => improved === false);
    return [{ isWorse, item: { name: metric.name ?? id, id: null, text: joinNotes(notes) } }];
  });
  const items = [...moved.filter(({ isWorse }) => isWorse), ...moved.filter(({ isWorse }) => !isWorse)].map(({ item }) => item);
  return {
    key: 'metrics',
    heading: l10n.t('Which metrics moved'),
    isRanked: false,
    items: items.slice(0, most),
    note: items.length === 0 ? null : joinNotes([more(items.length - most) ?? '', l10n.t('“Since” says when, not why.')].filter(Boolean)),
  };
}

/** Features between the same two readings are named together. */
function outcomeSentences(outcomes: readonly Outcome[], metric: Metric, names: ReadonlyMap<string | undefined, string>): readonly string[] {
  const steps = [...new Set(outcomes.map(({ before }) => before?.date))];
  return steps.flatMap((step) => {
    const together = outcomes.filter(({ before }) => before?.date === step);
    const [first] = together;
    if (!first) return [];
    const features = together
      .sort((left, right) => compareText(left.shipped, right.shipped))
      .map(({ feature, shipped }) => l10n.t('“{feature}” ({date})', { feature: names.get(feature) ?? feature, date: shipped }));
    return [l10n.t('{outcome}, since {features} shipped', { outcome: outcomeText(first, unitOf(metric)), features: nameList(features) })];
  });
}

/** A feature with its category and why it has its place in the build order. */
function standingItem(row: FeatureRow, isFirst = false): DecisionItem {
  const label = standingLabel(row.feature.assumed ?? null, row.numbers.category, row.numbers.rival);
  return featureItem(row, joinNotes([label, rankReason(row.numbers, { isFirst })]));
}

function featureItem(row: FeatureRow, text: string): DecisionItem {
  return { category: categoryOf(row), name: row.name, id: row.feature.id ?? null, text };
}

function categoryOf({ feature, numbers }: FeatureRow): CategoryOrNone {
  return effectiveCategory(feature, numbers).category;
}

function more(number: number): string | null {
  return number > 0 ? l10n.t('and {count} more', { count: count(number) }) : null;
}
