import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { compareText } from '../base/compareText.ts';
import { type Product, productList } from '../document/product.ts';
import { notInContinuousPlot } from '../terms/featureSentences.ts';
import { measure } from '../terms/numbers.ts';
import { settingsSentence, surveyedSentence } from '../terms/settingsLabels.ts';
import { layoutMatrix } from './layoutMatrix.ts';
import { type MatrixPoint, matrixPoints } from './matrixPoint.ts';
import { matrixSvg } from './matrixSvg.ts';
import { matrixTexts } from './matrixTexts.ts';
import { palettes, type Theme } from './palette.ts';
import { type Plot, pointsIn } from './plot.ts';
import { pictureSize } from './plotArea.ts';

export interface PictureOptions {
  readonly name: string;
  readonly theme: Theme;
  readonly plot: Plot;
  /** Whether the intervals of all features are drawn; those of means always are. */
  readonly intervals: boolean;
}

/** The matrix of a product as SVG text, with everything that explains it: title, legend, and what the numbers rest on. */
export function productPicture(product: Product, analysis: ProductAnalysis, { name, theme, plot, intervals }: PictureOptions): string {
  const { points, leftOut } = plottedFeatures(product, analysis, plot);
  const layout = layoutMatrix(points, pictureSize, {
    texts: matrixTexts(name, points, plot),
    format: measure,
    plot,
    intervals: intervals || plot === 'continuous',
    drift: points.some(({ before }) => before?.significant),
    heading: name,
    footer: [...(plot === 'continuous' && leftOut.length > 0 ? [notInContinuousPlot(leftOut.length)] : []), ...footerOf(product, analysis)],
  });
  return matrixSvg(layout, palettes[theme]);
}

/** The features with answers: those that the plot shows, and those that have no values in it. */
export function plottedFeatures(
  product: Product,
  analysis: ProductAnalysis,
  plot: Plot,
): { readonly points: readonly MatrixPoint[]; readonly leftOut: readonly MatrixPoint[] } {
  const features = productList(product, 'features').map(({ item }) => item.value);
  const all = matrixPoints(features, analysis);
  const points = new Set(pointsIn(all, plot));
  return { points: [...points], leftOut: all.filter((point) => !points.has(point)) };
}

function footerOf(product: Product, analysis: ProductAnalysis): readonly string[] {
  const surveys = productList(product, 'surveys').map(({ item }) => item.value);
  const newest = surveys.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  const answered = productList(product, 'features').reduce((most, { item }) => Math.max(most, analysis.featureAnalysis(item.value).n), 0);
  return [settingsSentence(analysis.context.settings), surveyedSentence(surveys.length, newest?.invited ?? null, answered)];
}
