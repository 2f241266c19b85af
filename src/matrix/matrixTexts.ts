import * as l10n from '@vscode/l10n';
import { smallestSample } from '../analysis/leadingPair.ts';
import { type Category, categories } from '../document/format/model.ts';
import type { Quadrant } from '../terms/categoryLabels.ts';
import { categoryLabel, quadrantLabel } from '../terms/categoryLabels.ts';
import { betterMeaning, withBasis, worseMeaning } from '../terms/coefficientWords.ts';
import { continuousDescription, matrixDescription, standingLabel } from '../terms/featureSentences.ts';
import { numberLabel } from '../terms/labels.ts';
import { count as formatCount } from '../terms/numbers.ts';
import type { MatrixPoint } from './matrixPoint.ts';
import type { Plot } from './plot.ts';
import type { PointSize } from './pointSize.ts';

/** All texts in the picture, in the reader's language. */
export interface MatrixTexts {
  /** The name of the picture for screen readers. */
  readonly title: string;
  /** A sentence about what the picture shows, for screen readers. */
  readonly description: string;
  /** The names of the axes. */
  readonly up: string;
  readonly across: string;
  /** The meaning of a high value on the axis: in full, and in a few words where there is less room. */
  readonly upMeanings: AxisMeanings;
  readonly acrossMeanings: AxisMeanings;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  /** What to do with the features in a quadrant, in a few words. */
  readonly instructions: Readonly<Record<Quadrant, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  /** In the legend: a point without a category. */
  readonly noCategory: string;
  /** In the legend: hollow symbols. */
  readonly assumed: string;
  /** In the legend: symbols that are half full, because the answers allow another category as well. */
  readonly undecided: string;
  /** In the legend: symbols that are hollow because few people answered. */
  readonly few: string;
  /** In the legend: the cut of the quadrants at the means. */
  readonly mean: string;
  /** In the legend: intervals that are standard errors. */
  readonly errors: string;
  /** In the legend: intervals of coefficients. */
  readonly intervals: string;
  /** In the legend: what the size of symbols means. */
  readonly sizes: Readonly<Record<Exclude<PointSize, 'none'>, string>>;
  /** In the legend: symbols without a value for their size. */
  readonly sizeUnknown: string;
  /** In the legend: arrows for a change, and for one that may be chance. */
  readonly change: string;
  readonly chance: string;
  /** In the legend: dots, for features without room for a symbol. */
  readonly dots: string;
  /** Shown in a picture without points: that nothing was surveyed, or that filters leave out all. */
  readonly nothing: string;
  readonly filteredOut: string;
}

/** The longest first. */
export type AxisMeanings = readonly string[];

/**
 * The texts of a product's matrix with these points, in the current language.
 *
 * @param since the name of the version that arrows come from; without one they come from the survey before
 */
export function matrixTexts(product: string, points: readonly MatrixPoint[], plot: Plot = 'coefficients', since?: string): MatrixTexts {
  return {
    title: product,
    ...(plot === 'coefficients' ? coefficientTexts(product, points) : continuousTexts(product, points)),
    quadrants: { A: quadrantLabel('A'), O: quadrantLabel('O'), M: quadrantLabel('M'), I: quadrantLabel('I') },
    instructions: { A: l10n.t('Choose a few'), O: l10n.t('Compete'), M: l10n.t('Do first'), I: l10n.t('Skip') },
    categories: Object.fromEntries(categories.map((category) => [category, categoryLabel(category)])) as Record<Category, string>,
    noCategory: categoryLabel(null),
    sizes: { n: numberLabel('n'), importance: numberLabel('importance'), effort: numberLabel('effort') },
    assumed: l10n.t('assumed'),
    undecided: l10n.t('undecided between two categories'),
    few: l10n.t('fewer than {n} answers', { n: formatCount(smallestSample) }),
    filteredOut: l10n.t('No feature matches these filters.'),
    mean: l10n.t('quadrants cut at the mean'),
    errors: l10n.t('mean ± standard error'),
    intervals: l10n.t('95% interval'),
    sizeUnknown: l10n.t('not known'),
    change: since === undefined ? l10n.t('changed since the survey before') : l10n.t('changed since {base}', { base: since }),
    chance: since === undefined ? l10n.t('same category, or perhaps chance') : l10n.t('changed within its interval'),
    dots: l10n.t('no room for a symbol'),
  };
}

type TextsOfPlot = Pick<MatrixTexts, 'description' | 'up' | 'across' | 'upMeanings' | 'acrossMeanings' | 'nothing'>;

function coefficientTexts(product: string, points: readonly MatrixPoint[]): TextsOfPlot {
  return {
    description: matrixDescription(product, points),
    up: l10n.t('Better'),
    across: l10n.t('|Worse|'),
    upMeanings: [withBasis(betterMeaning()), betterMeaning()],
    acrossMeanings: [withBasis(worseMeaning()), worseMeaning()],
    nothing: l10n.t('No feature has been surveyed yet'),
  };
}

function continuousTexts(product: string, points: readonly MatrixPoint[]): TextsOfPlot {
  return {
    description: continuousDescription(product, points),
    up: l10n.t('Functional'),
    across: l10n.t('Dysfunctional'),
    upMeanings: [l10n.t('mean answer with it: 4 is like, −2 dislike')],
    acrossMeanings: [l10n.t('mean answer without it: 4 is dislike, −2 like')],
    nothing: l10n.t('No feature here has its answers pair by pair'),
  };
}

/** What a symbol stands for: `Order tracking: Must-be or One-dimensional`. */
export function symbolTitle({ title, category, rival, assumed }: MatrixPoint): string {
  const standing = assumed ? standingLabel(category, null) : standingLabel(null, category, rival);
  return l10n.t('{title}: {category}', { title, category: standing });
}
