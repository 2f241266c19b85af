import * as l10n from '@vscode/l10n';
import { compareProducts } from '../../analysis/comparison/compareProducts.ts';
import type { FeatureChange, JourneyComparison, ProductComparison, WantChange } from '../../analysis/comparison/productComparison.ts';
import { type AnalysedProduct, analysedProduct } from '../../analysis/productAnalysis.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type ProductItem, singleFileProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { nameList } from '../../terms/numbers.ts';
import type { FaultyFile } from '../analysedFile.ts';

/** What can make `kano diff` fail. */
export type FailCondition = 'category' | 'drift' | 'must-be-gap' | 'removed' | 'metric-worsened' | 'new-pain' | 'any';

/** One side of a product. */
export interface DiffSide extends AnalysedProduct {
  readonly path: string;
  readonly faulty: readonly FaultyFile[];
}

/** A product on both sides, and the differences. A side is `null` if it has no such file. */
export interface DiffedProduct {
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
  readonly comparison: ProductComparison;
}

/** The effect of a change, for reports. */
export interface Diff {
  /** The names of the sides: revisions or files; `null` is the working tree. */
  readonly base: string;
  readonly head: string | null;
  /** In the order of their paths. Products without changes may be left out. */
  readonly products: readonly DiffedProduct[];
  /** Files with errors after the change that are in no product, such as `.kanorc.yaml`. */
  readonly faulty?: readonly FaultyFile[];
  /** Paths of files that were not compared, because Git left both sides of a merge conflict in them. */
  readonly conflicts?: readonly string[];
  /** The path of a file as the reader knows it. */
  readonly pathOf: (model: KanoModel) => string;
  /** Where the name of a feature leads to on the page; names lead nowhere by default. */
  readonly linkOf?: (feature: ProductItem<'features'>) => string | undefined;
}

/** Whether a surveyed feature has another category now, or none. */
function isCategoryMove({ category }: Pick<FeatureChange, 'category'>): boolean {
  return category !== null && category.before.category !== null && !category.before.isAssumed;
}

/** Whether the category changed and Better or Worse left its interval, so that it is more than a small shift of close counts. */
function isDrift({ category, better, worse }: Pick<FeatureChange, 'category' | 'better' | 'worse'>): boolean {
  return category !== null && category.kind !== null && (better !== null || worse !== null);
}

/** What a comparison counts, for its summary and for `--fail-on`. */
export interface DiffCounts {
  /** Without features surveyed for the first time: `confirmed`, `contradicted` and `surveyed` count those. */
  readonly categories: number;
  readonly confirmed: number;
  readonly contradicted: number;
  readonly surveyed: number;
  readonly numbers: number;
  readonly gapsOpened: number;
  readonly gapsClosed: number;
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly statuses: number;
  readonly ranks: number;
  readonly metricsWorse: number;
  readonly metricsBetter: number;
  readonly emotionsFallen: number;
  readonly emotionsRisen: number;
  readonly painsNew: number;
  readonly painsRelieved: number;
  readonly needsNew: number;
  readonly needsServed: number;
  readonly wantsGone: number;
  /** Features whose evidence is another. */
  readonly evidence: number;
  readonly shipped: number;
  /** Earlier surveys with other results. */
  readonly rewritten: number;
}

/** Counts what changed. A gap at two touchpoints counts twice. */
export function countChanges(comparisons: readonly ProductComparison[]): DiffCounts {
  const changes = comparisons.flatMap(({ features }) => features);
  const gaps = comparisons.flatMap(({ gaps }) => gaps);
  const countOf = (isCounted: (change: FeatureChange) => boolean) => changes.filter(isCounted).length;
  const journeys = comparisons.map(({ journey }) => journey);
  const readings = journeys.flatMap((journey) => journey.readings);
  // An emotion that came or went did not move.
  const emotions = journeys.flatMap((journey) =>
    journey.emotions.flatMap(({ emotion: { before, after } }) => (before === null || after === null ? [] : [after - before])),
  );
  const wants = journeys.flatMap((journey) => journey.wants);
  const [needs, pains] = [wants.filter(({ kind }) => kind === 'need'), wants.filter(({ kind }) => kind !== 'need')];
  return {
    categories: countOf((change) => change.category !== null && change.assumption === null && !isFirstSurvey(change)),
    confirmed: countOf(({ assumption }) => assumption === 'confirmed'),
    contradicted: countOf(({ assumption }) => assumption === 'contradicted'),
    surveyed: countOf(isFirstSurvey),
    numbers: countOf(({ category, better, worse }) => category === null && (better !== null || worse !== null)),
    gapsOpened: gaps.reduce((sum, { opened }) => sum + opened.length, 0),
    gapsClosed: gaps.reduce((sum, { closed }) => sum + closed.length, 0),
    added: countOf(({ before }) => before === null),
    removed: countOf(({ after }) => after === null),
    renamed: countOf(({ isRenamed, isRetitled }) => isRenamed || isRetitled),
    statuses: countOf(({ status }) => status !== null),
    ranks: countOf(({ rank }) => rank !== null),
    metricsWorse: readings.filter(({ improved }) => improved === false).length,
    metricsBetter: readings.filter(({ improved }) => improved === true).length,
    emotionsFallen: emotions.filter((step) => step < 0).length,
    emotionsRisen: emotions.filter((step) => step > 0).length,
    painsNew: pains.filter(isNew).length,
    painsRelieved: pains.filter(isMet).length,
    needsNew: needs.filter(isNew).length,
    needsServed: needs.filter(isMet).length,
    wantsGone: wants.filter(({ state }) => state.after === null).length,
    evidence: journeys.reduce((sum, { evidence }) => sum + evidence.length, 0),
    shipped: journeys.reduce((sum, { shipped }) => sum + shipped.length, 0),
    rewritten: comparisons.reduce((sum, { rewritten }) => sum + rewritten.length, 0),
  };
}

function isNew({ state }: WantChange): boolean {
  return state.before === null && state.after !== 'met';
}

function isMet({ state }: WantChange): boolean {
  return state.before !== null && state.after === 'met';
}

/** How many changes meet each condition. */
export function countConditions(comparisons: readonly ProductComparison[]): Readonly<Record<FailCondition, number>> {
  const changes = comparisons.flatMap(({ features }) => features);
  const counts = countChanges(comparisons);
  return {
    category: changes.filter(isCategoryMove).length,
    drift: changes.filter(isDrift).length,
    'must-be-gap': counts.gapsOpened,
    removed: counts.removed,
    'metric-worsened': counts.metricsWorse,
    'new-pain': counts.painsNew,
    any:
      changes.length +
      comparisons.filter(({ gaps, settings }) => gaps.length > 0 || settings !== null).length +
      comparisons.reduce((sum, { rewritten, journey, edits }) => sum + rewritten.length + sizeOf(journey) + edits.length, 0),
  };
}

/** Whether a comparison found anything to report. */
export function hasChanges({ features, gaps, settings, rewritten, journey, edits }: ProductComparison): boolean {
  return features.length + gaps.length + rewritten.length + edits.length + sizeOf(journey) > 0 || settings !== null;
}

function sizeOf({ readings, emotions, wants, evidence, shipped }: JourneyComparison): number {
  return readings.length + emotions.length + wants.length + evidence.length + shipped.length;
}

/** Whether the feature had neither answers nor an assumption before. */
function isFirstSurvey({ category }: FeatureChange): boolean {
  return (
    category !== null &&
    category.before.category === null &&
    !category.before.isUncounted &&
    category.after.category !== null &&
    !category.after.isAssumed
  );
}

/** Compares the two sides of a product. If one side is missing, all features were added or removed. */
export function diffProduct(before: DiffSide | null, after: DiffSide | null): DiffedProduct {
  const comparison = compareProducts(before ?? emptyProduct(), after ?? emptyProduct());
  return { before, after, comparison: before && after ? comparison : { ...comparison, settings: null, edits: [] } };
}

function emptyProduct(): AnalysedProduct {
  return analysedProduct(singleFileProduct(readModel('', '')));
}

/** What the files as they are now are called where revisions have names. */
export function workingTree(): string {
  return l10n.t('working tree');
}

/** Says of files that a merge has left unfinished that they were not compared. */
export function conflictSentence(paths: readonly string[]): string {
  const files = nameList(paths);
  return l10n.t('Not compared, because a merge conflict is open: {files}', { files });
}
