import * as l10n from '@vscode/l10n';
import { categoryLabel, quadrantLabel } from '../terms/categoryLabels.ts';
import { matrixDescription } from '../terms/featureSentences.ts';
import { numberLabel } from '../terms/labels.ts';
import type { MatrixTexts } from './matrixPoint.ts';

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
