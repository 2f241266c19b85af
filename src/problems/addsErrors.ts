import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { checkDocument } from './checkDocument.ts';

/** Whether a product would have more errors with this version of the file that was opened. */
export function addsErrors(product: Product, changed: KanoModel): boolean {
  const { opened } = product;
  const after: Product = { ...product, opened: changed, models: product.models.map((each) => (each === opened ? changed : each)) };
  return errorsIn(after) > errorsIn(product);
}

function errorsIn(product: Product): number {
  // A check that threw was reported when the file was opened.
  return checkDocument(product, analysisOfProduct(product), () => {}).filter(({ severity }) => severity === 'error').length;
}
