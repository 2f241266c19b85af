import * as l10n from '@vscode/l10n';
import type { Theme } from '../../matrix/palette.ts';
import { productPicture } from '../../matrix/productPicture.ts';
import { separateProducts } from '../../report/analysedFile.ts';
import { count } from '../../terms/numbers.ts';
import { findOutput, writeOutput } from '../files/output.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import type { Environment, ExitCode } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface MatrixCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly theme: Theme;
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
  const picture = productPicture(only.product, only.analysis, name, options.theme);
  if (target === undefined) environment.output.write(picture);
  else await writeOutput(target, picture);
  return reportErrors(products, environment);
}
