import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import { oncePerObject } from '../base/once.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { rangeContains } from '../document/yaml/position.ts';
import { checkDocument } from '../problems/checkDocument.ts';
import type { Problem } from '../problems/problem.ts';

/** The problems of the file that a product was opened through. A check that throws is left out: where the file is opened it is reported. */
export const problemsOf = oncePerObject((product: Product): readonly Problem[] =>
  checkDocument(product, analysisOfProduct(product), () => {}),
);

/** Those of them that are in one item. */
export function problemsIn(problems: readonly Problem[], model: KanoModel, item: Item): readonly Problem[] {
  const whole = model.locate(item.rangeOf([]));
  return problems.filter(({ range }) => rangeContains(whole, range.start));
}
