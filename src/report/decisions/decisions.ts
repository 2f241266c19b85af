import * as l10n from '@vscode/l10n';
import { isOpen, isWorthBuilding } from '../../analysis/buildOrder.ts';
import { hasWorsened, type Movement, newestMovement, type Outcome } from '../../analysis/outcomes.ts';
import type { AnalysedProduct, ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { compareText } from '../../base/compareText.ts';
import { unitOf } from '../../document/format/metricKinds.ts';
import type { Feature, Metric } from '../../document/format/model.ts';
import { definitionsById } from '../../document/product.ts';
import { rankReason, standingLabel } from '../../terms/featureSentences.ts';
import { outcomeText } from '../../terms/journeyLabels.ts';
import { joinNotes } from '../../terms/labels.ts';
import { nameList } from '../../terms/numbers.ts';
import type { FaultyFile } from '../analysedFile.ts';
import { needsNotes } from '../backlog/backlogNotes.ts';
import { type FeatureRow, featureRows } from '../featureRows.ts';
import { categoryOf, type Decision, type DecisionItem, featureItem, more, most } from './decision.ts';
import { unsure } from './unsure.ts';
import { type ComparedWith, whatChanged } from './whatChanged.ts';

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
    buildNext(open, analysed.analysis),
    doNotBuild(open, analysed.analysis),
    ...(since === null ? [] : [whatChanged(since)]),
    unsure(open, analysed),
    metricsMoved(analysed, rows),
  ].filter(({ key, items }) => key !== 'metrics' || items.length > 0);
}

function buildNext(open: readonly FeatureRow[], analysis: ProductAnalysis): Decision {
  const wanted = open.filter(isWanted);
  const first = wanted.find(({ numbers }) => numbers.category === 'M');
  const names = new Map(open.map(({ feature, name }) => [feature, name]));
  const nameOf = (feature: Feature) => names.get(feature) ?? feature.title ?? feature.id ?? '';
  return {
    key: 'build',
    heading: l10n.t('Build next'),
    isRanked: true,
    items: wanted.slice(0, most).map((row) => standingItem(row, row === first, needsNotes(row.feature, { analysis, nameOf }))),
    note: wanted.length === 0 ? l10n.t('No open feature is known to be wanted. Ask customers first.') : more(wanted.length - most),
  };
}

function doNotBuild(open: readonly FeatureRow[], analysis: ProductAnalysis): Decision {
  const needed = neededByWanted(open, analysis);
  const unwanted = open.filter((row) => ['R', 'I'].includes(categoryOf(row) ?? '') && !mayBeWanted(row) && !needed.has(row.feature));
  // Those that customers reject come before those that they do not mind.
  const ordered = ['R', 'I'].flatMap((category) => unwanted.filter((row) => categoryOf(row) === category));
  return {
    key: 'skip',
    heading: l10n.t('Do not build'),
    isRanked: false,
    items: ordered.slice(0, most).map((row) => standingItem(row, false, categoryOf(row) === 'I' ? [l10n.t('save the effort')] : [])),
    note: ordered.length === 0 ? l10n.t('None of the open features that customers were asked about.') : more(ordered.length - most),
  };
}

function isWanted(row: FeatureRow): boolean {
  return isWorthBuilding(categoryOf(row));
}

/** Whether the answers allow a category of those that one would build: then it is unsure. */
function mayBeWanted({ numbers: { rival } }: FeatureRow): boolean {
  return isWorthBuilding(rival);
}

/** The wanted features, and the open ones that they need, directly or not. */
function neededByWanted(open: readonly FeatureRow[], { dependencies }: ProductAnalysis): ReadonlySet<Feature> {
  const needed = new Set(open.filter(isWanted).map(({ feature }) => feature));
  // The set grows while it is walked along.
  for (const feature of needed) for (const need of dependencies.needs(feature)) if (isOpen(need)) needed.add(need);
  return needed;
}

/** A line a metric: those that features were to move before the others, of either those that got worse first. */
function metricsMoved({ product, analysis }: AnalysedProduct, rows: readonly FeatureRow[]): Decision {
  const names = new Map(rows.map(({ feature, name }) => [feature.id, name]));
  const moved = [...definitionsById(product, 'metrics')].flatMap(([id, metric]) => {
    const outcomes = analysis.outcomes.filter(({ metric: of, before, after }) => of === id && before && after);
    const worsened = hasWorsened(metric);
    const movement = newestMovement(metric);
    const steps = outcomes.length > 0 ? outcomeSentences(outcomes, metric, names) : movementSentences(movement, metric);
    const notes = [...steps, ...(worsened ? [l10n.t('the newest two readings are worse')] : [])];
    if (notes.length === 0) return [];
    const isWorse = worsened || (outcomes.length > 0 ? outcomes : [movement]).some((each) => each?.improved === false);
    return [{ isWorse, isMeant: outcomes.length > 0, item: { name: metric.name ?? id, id: null, text: joinNotes(notes) } }];
  });
  const place = ({ isWorse, isMeant }: (typeof moved)[number]) => (isMeant ? 0 : 2) + (isWorse ? 0 : 1);
  const shown = moved.toSorted((left, right) => place(left) - place(right)).slice(0, most);
  const caution = shown.some(({ isMeant }) => isMeant) ? [l10n.t('“Since” says when, not why.')] : [];
  const notes = [...(moved.length > most ? [more(moved.length - most) ?? ''] : []), ...caution];
  return {
    key: 'metrics',
    heading: l10n.t('Which metrics moved'),
    isRanked: false,
    items: shown.map(({ item }) => item),
    note: notes.length === 0 ? null : joinNotes(notes),
  };
}

/** The newest step of a metric that no shipped feature was to move. */
function movementSentences(movement: Movement | null, metric: Metric): readonly string[] {
  if (!movement?.before || !movement.after) return [];
  const dates = { from: movement.before.date, to: movement.after.date };
  return [l10n.t('{outcome}, {from} to {to}', { outcome: outcomeText(movement, unitOf(metric)), ...dates })];
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
function standingItem(row: FeatureRow, isFirst = false, needs: readonly string[] = []): DecisionItem {
  const label = standingLabel(row.feature.assumed ?? null, row.numbers.category, row.numbers.rival);
  return featureItem(row, joinNotes([label, rankReason(row.numbers, { isFirst }), ...needs]));
}
