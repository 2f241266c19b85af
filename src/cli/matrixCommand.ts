import { productPicture } from '../matrix/productPicture.ts';
import type { Theme } from '../matrix/themes.ts';
import type { Environment } from './environment.ts';
import type { ExitCode } from './exitCode.ts';
import { Failure } from './failure.ts';
import { findOutput, standardOutput } from './findOutput.ts';
import { type ReadOptions, readFiles } from './readFiles.ts';
import { reportErrors } from './reportErrors.ts';
import { separateProducts } from './separateProducts.ts';
import { writeStream } from './writeStream.ts';
import { writeWhole } from './writeWhole.ts';

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
