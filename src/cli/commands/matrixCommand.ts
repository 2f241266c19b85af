import * as l10n from '@vscode/l10n';
import { isMatrixSvg } from '../../matrix/matrixSvg.ts';
import type { Theme } from '../../matrix/palette.ts';
import type { PictureSize } from '../../matrix/pictureSizes.ts';
import type { Plot } from '../../matrix/plot.ts';
import { plottedFeatures, productPicture } from '../../matrix/productPicture.ts';
import { type AnalysedFile, separateProducts } from '../../report/analysedFile.ts';
import { notInContinuousPlot } from '../../terms/featureSentences.ts';
import { quotedName } from '../../terms/labels.ts';
import { count, nameList } from '../../terms/numbers.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface MatrixCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly theme: Theme;
  readonly plot: Plot;
  readonly intervals?: boolean;
  readonly size: PictureSize;
}

/** `kano matrix` */
export async function matrix(paths: readonly string[], options: MatrixCommandOptions, environment: Environment): Promise<ExitCode> {
  const target = await findOutput(options.output, environment.currentFolder);
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
  if (target === undefined) print(environment, picture);
  else await writeOwn(target, { text: picture, command: 'kano matrix', isOwn: isMatrixSvg }, environment);
  return reportErrors(products, environment);
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
