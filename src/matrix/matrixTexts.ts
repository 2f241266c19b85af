import * as l10n from '@vscode/l10n';
import type { Category } from '../document/format/model.ts';
import type { Quadrant } from '../terms/categoryLabels.ts';
import { categoryLabel, quadrantLabel } from '../terms/categoryLabels.ts';
import { matrixDescription } from '../terms/featureSentences.ts';
import { numberLabel } from '../terms/labels.ts';
import type { PointSize } from './pointSize.ts';

/** Every word in the picture, in the reader's language. */
export interface MatrixTexts {
  /** Names the picture for those who do not see it. */
  readonly title: string;
  /** Says in a sentence what is drawn. */
  readonly description: string;
  readonly better: string;
  readonly worse: string;
  /** What a high value on the axis says, in a few words. */
  readonly betterMeaning: string;
  readonly worseMeaning: string;
  readonly quadrants: Readonly<Record<Quadrant, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  /** The legend's word for a point without category. */
  readonly noCategory: string;
  /** The legend's word for hollow symbols. */
  readonly assumed: string;
  /** What the cut of the quadrants is called where it is not at 0.5. */
  readonly mean: string;
  /** What the size of a symbol says. */
  readonly sizes: Readonly<Record<Exclude<PointSize, 'none'>, string>>;
  /** The legend's word for symbols without a value to be sized by. */
  readonly sizeUnknown: string;
  /** The legend's words for arrows: of a change, and of one that may be chance. */
  readonly change: string;
  readonly chance: string;
  /** The legend's word for dots, which stand for features where there is no room for symbols. */
  readonly dots: string;
  /** Stands in a picture without points. */
  readonly nothing: string;
}

/** The words of a product's matrix in the current language. `count` is the number of points in it. */
export function matrixTexts(product: string, count: number): MatrixTexts {
  return {
    title: product,
    description: matrixDescription(product, count),
    better: l10n.t('Better'),
    worse: l10n.t('|Worse|'),
    betterMeaning: l10n.t('share of customers more satisfied with it'),
    worseMeaning: l10n.t('share of customers dissatisfied without it'),
    quadrants: { A: quadrantLabel('A'), O: quadrantLabel('O'), M: quadrantLabel('M'), I: quadrantLabel('I') },
    categories: {
      M: categoryLabel('M'),
      O: categoryLabel('O'),
      A: categoryLabel('A'),
      I: categoryLabel('I'),
      R: categoryLabel('R'),
      Q: categoryLabel('Q'),
    },
    noCategory: categoryLabel(null),
    sizes: { n: numberLabel('n'), importance: numberLabel('importance'), effort: numberLabel('effort') },
    assumed: l10n.t('assumed'),
    mean: l10n.t('quadrants cut at the mean'),
    sizeUnknown: l10n.t('not known'),
    change: l10n.t('changed since the survey before'),
    chance: l10n.t('may have changed by chance'),
    dots: l10n.t('no room for a symbol'),
    nothing: l10n.t('No feature has been surveyed yet'),
  };
}
