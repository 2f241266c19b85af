import { analysisOfProduct } from '../analysis/productAnalysis.ts';
import { oncePerObject } from '../base/once.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { type Range, rangeContains } from '../document/yaml/position.ts';
import { checkDocument } from '../problems/checkDocument.ts';
import type { Problem } from '../problems/problem.ts';

/** The problems of the file that a product was opened through. A check that throws is left out: where the file is opened it is reported. */
export const problemsOf = oncePerObject((product: Product): readonly Problem[] =>
  checkDocument(product, analysisOfProduct(product), () => {}),
);

/** Those of them that are in one item. */
export function problemsIn(problems: readonly Problem[], model: KanoModel, item: Item): readonly Problem[] {
  const whole = rangeOfWhole(model, item);
  return problems.filter(({ range }) => rangeContains(whole, range.start));
}

/** From the start of an item to its end. The ranges that problems point at are within one line, and of an item in block style only its first key. */
function rangeOfWhole(model: KanoModel, { part, node, ownsPart }: Item): Range {
  // What could not be read of an item that has a part of its own is in that part too.
  const end = ownsPart || !node ? part.text.trimEnd().length : node.end;
  const positionAt = (offset: number) => model.locate({ part, start: offset, end: offset }).start;
  return { start: positionAt(ownsPart || !node ? 0 : node.start), end: positionAt(end) };
}
