import { categoryLabel } from '../terms/categoryLabels.ts';
import { numberLabel } from '../terms/numberLabels.ts';
import { axisTitles, matrixDescription, pictureWords, quadrantLabel } from '../terms/quadrantLabels.ts';
import type { MatrixTexts } from './matrixPoint.ts';

/** The words of a product's matrix in the current language. `count` is the number of points in it. */
export function matrixTexts(product: string, count: number): MatrixTexts {
  return {
    title: product,
    description: matrixDescription(product, count),
    ...axisTitles(),
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
    ...pictureWords(),
  };
}
