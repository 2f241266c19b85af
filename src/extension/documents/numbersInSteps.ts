import type { ProductAnalysis } from '../../analysis/productAnalysis.ts';
import { type Product, productList } from '../../document/product.ts';

/** Computes the slowest numbers of a product, a feature in each step. The first access computes and stores them. */
export function* numbersInSteps(product: Product, analysis: ProductAnalysis): Generator<undefined, true> {
  for (const { item } of productList(product, 'features')) {
    const { stability: _stability, rival: _rival } = analysis.featureAnalysis(item.value);
    yield;
  }
  return true;
}
