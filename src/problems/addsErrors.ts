import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { DocumentChecker } from './checkDocument.ts';

/** Whether a product would have more errors with this version of one of its files. */
export function addsErrors(product: Product, changed: KanoModel): boolean {
  const [before, after] = errorsWith(product, changed);
  return after.length > before.length;
}

/** The messages of the errors that a product would have with this version of one of its files, and has not now. */
export function newErrors(product: Product, changed: KanoModel): readonly string[] {
  const [before, after] = errorsWith(product, changed);
  return after.filter((message) => !before.includes(message));
}

function errorsWith(product: Product, changed: KanoModel): readonly [before: readonly string[], after: readonly string[]] {
  // One for both, so that the second time costs what changed. A check that threw was reported when the file was opened.
  const checker = new DocumentChecker(() => {});
  const errorsIn = (each: Product) =>
    checker.check(each, analysisOfProduct(each)).flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
  const replaced = (model: KanoModel) => (model.uri === changed.uri ? changed : model);
  const before = errorsIn(product);
  return [before, errorsIn({ ...product, opened: replaced(product.opened), models: product.models.map(replaced) })];
}
