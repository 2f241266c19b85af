import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isMatrixSvg } from '../../matrix/matrixSvg.ts';
import type { Theme } from '../../matrix/palette.ts';
import { type PictureFormat, pictureFormats } from '../../matrix/pictureFormats.ts';
import type { PictureSize } from '../../matrix/pictureSizes.ts';
import type { Plot } from '../../matrix/plot.ts';
import { plottedFeatures, productPicture } from '../../matrix/productPicture.ts';
import { type AnalysedFile, separateProducts } from '../../report/analysedFile.ts';
import { notInContinuousPlot } from '../../terms/featureSentences.ts';
import { quotedName } from '../../terms/labels.ts';
import { count, nameList } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { findOutput, isForFile, type Output, writeOwn, writeOwnBytes } from '../files/output.ts';
import { readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface MatrixCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly theme: Theme;
  readonly plot: Plot;
  readonly intervals?: boolean;
  readonly size: PictureSize;
  /** Default: by the ending of the output, else SVG. */
  readonly format?: PictureFormat;
  /** PNG: the folder with the fonts, instead of those of the system. */
  readonly fonts?: string;
}

/** `kano matrix` */
export async function matrix(paths: readonly string[], options: MatrixCommandOptions, environment: Environment): Promise<ExitCode> {
  const target = await findOutput(options.output, environment.currentFolder);
  const format = options.format ?? formatOf(target);
  if (format === 'png' && target === undefined && environment.output.isTTY) throw new Failure(isForFile(format, 'matrix.png'));
  if (format === 'svg' && options.fonts !== undefined)
    throw new Failure(l10n.t('--fonts is for PNG: an SVG names families of fonts and holds none. Name a file that ends in .png after -o.'));
  const products = separateProducts(await readFiles(paths, options, environment));
  const [only] = products;
  if (only === undefined || products.length > 1)
    throw new Failure(
      l10n.t('A picture shows one product, but {count} were given. Name the file of one.', { count: count(products.length) }),
    );
  const name = only.product.opened.header.product ?? only.path.replace(/^.*\//, '');
  const { theme, plot, intervals = false, size } = options;
  if (plot === 'continuous') checkContinuous(only, environment);
  const picture = productPicture(only.product, only.analysis, { name, theme, plot, intervals, size });
  if (format === 'png') await writePng(target, picture, options, environment);
  else if (target === undefined) print(environment, picture);
  else await writeOwn(target, { text: picture, command: 'kano matrix', isOwn: isMatrixSvg }, environment);
  return reportErrors(products, environment);
}

/** By the ending of a name; SVG where it has none. */
function formatOf(target: Output | undefined): PictureFormat {
  const [ending] = /\.[^./\\]+$/.exec(target?.path ?? '') ?? [];
  if (ending === undefined || target?.kind === 'stream') return 'svg';
  for (const format of pictureFormats) if (ending.toLowerCase() === `.${format}`) return format;
  throw new Failure(
    l10n.t('There is no picture of the kind {ending}. Name a file that ends in .svg or .png after -o, or choose with --format.', {
      ending,
    }),
  );
}

/** Loaded only here: the renderer has 2.5 MB. */
async function writePng(
  target: Output | undefined,
  picture: string,
  { fonts }: MatrixCommandOptions,
  environment: Environment,
): Promise<void> {
  const { pngPicture, isMarkedPng, fontFolders } = await import('../pictures/pngPicture.ts');
  const folders = fonts === undefined ? fontFolders(environment.variables) : [resolve(environment.currentFolder, fonts)];
  const bytes = await pngPicture(picture, folders, environment);
  if (target === undefined) environment.output.write(bytes);
  else await writeOwnBytes(target, { bytes, command: 'kano matrix', isOwn: async (written) => isMarkedPng(written) }, environment);
}

/** Names the surveyed features that the continuous plot cannot show; fails where it can show none. */
function checkContinuous({ product, analysis }: AnalysedFile, environment: Environment): void {
  const { points, leftOut } = plottedFeatures(product, analysis, 'continuous');
  if (points.length === 0)
    throw new Failure(
      l10n.t(
        'The continuous plot needs the answers to both questions pair by pair, and no tally here has “answers”. Import a survey with kano import, which writes them, or draw the coefficients: --plot coefficients.',
      ),
    );
  if (leftOut.length === 0) return;
  const features = nameList(leftOut.map(({ title }) => quotedName(title)));
  say(environment, l10n.t('{sentence}: {features}', { sentence: notInContinuousPlot(leftOut.length), features }));
}
