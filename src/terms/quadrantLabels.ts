import * as l10n from '@vscode/l10n';
import { categoryLabel } from './categoryLabels.ts';
import { count } from './numbers.ts';

export type Quadrant = 'A' | 'O' | 'M' | 'I';

/** The name in a corner of the matrix: that of the category it stands for. */
export function quadrantLabel(quadrant: Quadrant): string {
  return categoryLabel(quadrant);
}

/** Where a quadrant lies: `high Better, low |Worse|`. */
export function quadrantMeaning(quadrant: Quadrant): string {
  switch (quadrant) {
    case 'A':
      return l10n.t('high Better, low |Worse|');
    case 'O':
      return l10n.t('high Better, high |Worse|');
    case 'M':
      return l10n.t('low Better, high |Worse|');
    case 'I':
      return l10n.t('low Better, low |Worse|');
  }
}

/** Titles of the two axes and what they say. */
export function axisTitles(): {
  readonly better: string;
  readonly worse: string;
  readonly betterMeaning: string;
  readonly worseMeaning: string;
} {
  return {
    better: l10n.t('Better'),
    worse: l10n.t('|Worse|'),
    betterMeaning: l10n.t('share of customers more satisfied with it'),
    worseMeaning: l10n.t('share of customers dissatisfied without it'),
  };
}

/** What the legend of the picture says beside the categories. */
export function pictureWords() {
  return {
    assumed: l10n.t('assumed'),
    mean: l10n.t('quadrants cut at the mean'),
    sizeUnknown: l10n.t('not known'),
    change: l10n.t('changed since the survey before'),
    chance: l10n.t('may have changed by chance'),
    dots: l10n.t('no room for a symbol'),
    nothing: l10n.t('No feature has been surveyed yet'),
  };
}

/** The matrix in one sentence, for people who do not see it. */
export function matrixDescription(product: string, features: number): string {
  return l10n.t('Prioritisation matrix of {product} by Better and |Worse|, number of features: {count}', {
    product,
    count: count(features),
  });
}

/** The lens above the list of features. */
export function openMatrixLens(): string {
  return `$(graph-scatter) ${l10n.t('Open prioritisation matrix')}`;
}
