import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { checkDocument } from './checkDocument.ts';

/** Whether a product would have more errors with this version of one of its files. */
export function addsErrors(product: Product, changed: KanoModel): boolean {
  return errorsIn(withChanged(product, changed)).length > errorsIn(product).length;
}

/** The messages of the errors that a product would have with this version of one of its files, and has not now. */
export function newErrors(product: Product, changed: KanoModel): readonly string[] {
  const before = new Set(errorsIn(product));
  return errorsIn(withChanged(product, changed)).filter((message) => !before.has(message));
}

function withChanged(product: Product, changed: KanoModel): Product {
  const replaced = (model: KanoModel) => (model.uri === changed.uri ? changed : model);
  return { ...product, opened: replaced(product.opened), models: product.models.map(replaced) };
}

function errorsIn(product: Product): readonly string[] {
  // A check that threw was reported when the file was opened.
  return checkDocument(product, analysisOfProduct(product), () => {}).flatMap(({ severity, message }) =>
    severity === 'error' ? [message] : [],
  );
}
