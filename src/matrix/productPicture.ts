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
import { type PictureSize, pictureSizes } from './pictureSizes.ts';
import { type Plot, pointsIn } from './plot.ts';

export interface PictureOptions {
  readonly name: string;
  readonly theme: Theme;
  readonly plot: Plot;
  /** Whether the intervals of all features are drawn; those of means always are. */
  readonly intervals: boolean;
  readonly size: PictureSize;
}

/** The matrix of a product as SVG text, with everything that explains it: title, legend, and what the numbers rest on. */
export function productPicture(
  product: Product,
  analysis: ProductAnalysis,
  { name, theme, plot, intervals, size }: PictureOptions,
): string {
  const { points, leftOut } = plottedFeatures(product, analysis, plot);
  const layout = layoutMatrix(points, pictureSizes[size], {
    texts: matrixTexts(name, points, plot),
    format: measure,
    plot,
    intervals: intervals || plot === 'continuous',
    drift: points.some(({ before }) => before?.significant),
    heading: name,
    footer: [
      ...(plot === 'continuous' && leftOut.length > 0 ? [notInContinuousPlot(leftOut.length)] : []),
      ...footerOf(product, analysis, size),
    ],
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

/** Slides and posts are read without the file, so they say how old the answers are. */
function footerOf(product: Product, analysis: ProductAnalysis, size: PictureSize): readonly string[] {
  const surveys = productList(product, 'surveys').map(({ item }) => item.value);
  const newest = surveys.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '')).at(-1);
  const answered = productList(product, 'features').reduce((most, { item }) => Math.max(most, analysis.featureAnalysis(item.value).n), 0);
  const date = size === 'page' ? undefined : newest?.date;
  return [
    settingsSentence(analysis.context.settings),
    surveyedSentence(surveys.length, newest?.invited ?? null, answered),
    ...(date === undefined ? [] : [date]),
  ];
}
