import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { compareText } from '../base/compareText.ts';
import { type Product, productList } from '../document/product.ts';
import { measure } from '../terms/numbers.ts';
import { settingsSentence, surveyedSentence } from '../terms/settingsLabels.ts';
import { layoutMatrix } from './layoutMatrix.ts';
import { matrixPoints } from './matrixPoint.ts';
import { matrixSvg } from './matrixSvg.ts';
import { matrixTexts } from './matrixTexts.ts';
import { palettes, type Theme } from './palette.ts';
import { pictureSize } from './plotArea.ts';

/** The matrix of a product as SVG text, with everything that explains it: title, legend, and what the numbers rest on. */
export function productPicture(product: Product, analysis: ProductAnalysis, name: string, theme: Theme): string {
  const features = productList(product, 'features').map(({ item }) => item.value);
  const points = matrixPoints(features, analysis);
  const layout = layoutMatrix(points, pictureSize, {
    texts: matrixTexts(name, points.length),
    format: measure,
    drift: points.some(({ before }) => before?.significant),
    heading: name,
    footer: footerOf(product, analysis),
  });
  return matrixSvg(layout, palettes[theme]);
}

function footerOf(product: Product, analysis: ProductAnalysis): readonly string[] {
  const surveys = productList(product, 'surveys').map(({ item }) => item.value);
  const newest = surveys.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  const answered = productList(product, 'features').reduce((most, { item }) => Math.max(most, analysis.featureAnalysis(item.value).n), 0);
  return [settingsSentence(analysis.context.settings), surveyedSentence(surveys.length, newest?.invited ?? null, answered)];
}
