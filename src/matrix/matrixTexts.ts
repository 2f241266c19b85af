import * as l10n from '@vscode/l10n';
import { categoryLabel } from '../wording/categoryWording.ts';
import { axisTitles, matrixDescription, quadrantLabel } from '../wording/matrixWording.ts';
import { measure } from '../wording/numbers.ts';
import type { MatrixTexts } from './matrixPoint.ts';

/** The words of a product's matrix in the current language. `count` is the number of points in it. */
export function matrixTexts(product: string, count: number): MatrixTexts {
  const { better, worse, betterMeaning, worseMeaning } = axisTitles();
  return {
    title: product,
    description: matrixDescription(product, count),
    better,
    worse,
    betterMeaning,
    worseMeaning,
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
    assumed: l10n.t('assumed'),
    ticks: [measure(0), measure(0.5), measure(1)],
  };
}
