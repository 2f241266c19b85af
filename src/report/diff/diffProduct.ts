import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { compareProducts } from '../../analysis/comparison/compareProducts.ts';
import type { ComparedProduct } from '../../analysis/comparison/productComparison.ts';
import { singleFileProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import type { DiffedProduct, DiffSide } from './diff.ts';

/** Two sides of a product and what lies between them; where there is only one, all its features came or went. */
export function diffProduct(before: DiffSide | null, after: DiffSide | null): DiffedProduct {
  const comparison = compareProducts(before ?? nothing(), after ?? nothing());
  return { before, after, comparison: before && after ? comparison : { ...comparison, settings: null } };
}

function nothing(): ComparedProduct {
  const product = singleFileProduct(readModel('', ''));
  return { product, analysis: analysisOfProduct(product) };
}
