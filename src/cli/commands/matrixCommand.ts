import type { Theme } from '../../matrix/palette.ts';
import { productPicture } from '../../matrix/productPicture.ts';
import { findOutput, standardOutput } from '../files/findOutput.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Environment } from '../terminal/environment.ts';
import type { ExitCode } from '../terminal/exitCode.ts';
import { Failure } from '../terminal/failure.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { writeStream } from '../terminal/writeStream.ts';
import { separateProducts } from './separateProducts.ts';

export interface MatrixCommandOptions extends ReadOptions {
  readonly output?: string;
  readonly theme: Theme;
}

/** `kano matrix` */
export async function matrix(paths: readonly string[], options: MatrixCommandOptions, environment: Environment): Promise<ExitCode> {
  const output = options.output === standardOutput ? undefined : options.output;
  const target = output === undefined ? undefined : await findOutput(output, environment.currentFolder);
  const files = await readFiles(paths, options, environment);
  const products = separateProducts(files);
  const [only] = products;
  if (only === undefined || products.length > 1) throw new Failure({ kind: 'picture-needs-one-product', products: products.length });
  const name = only.product.opened.header.product ?? only.path.replace(/^.*\//, '');
  const picture = productPicture(only.product, only.analysis, name, options.theme);
  if (target === undefined) environment.output.write(picture);
  else await (target.kind === 'stream' ? writeStream : writeWhole)(target, picture);
  return reportErrors(products, environment);
}
