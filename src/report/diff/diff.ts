import * as l10n from '@vscode/l10n';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { compareProducts } from '../../analysis/comparison/compareProducts.ts';
import type { ComparedProduct, FeatureChange, ProductComparison } from '../../analysis/comparison/productComparison.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { singleFileProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import type { DiffCounts } from '../../wording/diffWording.ts';
import type { FaultyFile } from '../analysedFile.ts';

/** What can be asked to fail `kano diff`. */
export type FailCondition = 'category' | 'drift' | 'must-be-gap' | 'removed' | 'any';

/** One side of a product. */
export interface DiffSide extends ComparedProduct {
  readonly path: string;
  readonly faulty: readonly FaultyFile[];
}

/** A product on both sides, and what lies between them. `null` where there is no such file on that side. */
export interface DiffedProduct {
  readonly before: DiffSide | null;
  readonly after: DiffSide | null;
  readonly comparison: ProductComparison;
}

/** What a change does, as reports see it. */
export interface Diff {
  /** What the sides are called: names of revisions or files; `null` is the files as they are now. */
  readonly base: string;
  readonly head: string | null;
  /** In the order of their paths. Those in which nothing changed may be left out. */
  readonly products: readonly DiffedProduct[];
  /** Files with errors after the change that are in no product, such as `.kanorc.yaml`. */
  readonly faulty?: readonly FaultyFile[];
  /** The path of a file as the reader knows it. */
  readonly pathOf: (model: KanoModel) => string;
}

/** Whether customers were asked before and the category is another one now, or none. */
export function isCategoryMove({ category }: Pick<FeatureChange, 'category'>): boolean {
  return category !== null && category.before.category !== null && !category.before.isAssumed;
}

/** A category that moved from one to another, with Better or Worse out of its interval: more than a small shift of close counts. */
export function isDrift({ category, better, worse }: Pick<FeatureChange, 'category' | 'better' | 'worse'>): boolean {
  return category !== null && category.kind !== null && (better !== null || worse !== null);
}

/** What a comparison counts. A gap at two touchpoints counts twice: both lack something. */
export function countChanges(comparisons: readonly ProductComparison[]): DiffCounts {
  const changes = comparisons.flatMap(({ features }) => features);
  const gaps = comparisons.flatMap(({ gaps }) => gaps);
  const countOf = (isCounted: (change: FeatureChange) => boolean) => changes.filter(isCounted).length;
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
  };
}

/** How often each condition is met. */
export function countConditions(comparisons: readonly ProductComparison[]): Readonly<Record<FailCondition, number>> {
  const changes = comparisons.flatMap(({ features }) => features);
  const counts = countChanges(comparisons);
  return {
    category: changes.filter(isCategoryMove).length,
    drift: changes.filter(isDrift).length,
    'must-be-gap': counts.gapsOpened,
    removed: counts.removed,
    any: changes.length + comparisons.filter(({ gaps, settings }) => gaps.length > 0 || settings !== null).length,
  };
}

/** Whether there is anything to tell of a product. */
export function hasChanges({ features, gaps, settings }: ProductComparison): boolean {
  return features.length + gaps.length > 0 || settings !== null;
}

/** Whether nothing was known of it before, not even a guess. */
function isFirstSurvey({ category }: FeatureChange): boolean {
  return (
    category !== null &&
    category.before.category === null &&
    !category.before.isUncounted &&
    category.after.category !== null &&
    !category.after.isAssumed
  );
}

/** Two sides of a product and what lies between them; where there is only one, all its features came or went. */
export function diffProduct(before: DiffSide | null, after: DiffSide | null): DiffedProduct {
  const comparison = compareProducts(before ?? nothing(), after ?? nothing());
  return { before, after, comparison: before && after ? comparison : { ...comparison, settings: null } };
}

function nothing(): ComparedProduct {
  const product = singleFileProduct(readModel('', ''));
  return { product, analysis: analysisOfProduct(product) };
}

/** The name of the files as they are now, beside names of revisions. */
export function workingTree(): string {
  return l10n.t('working tree');
}
