import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { compareProducts } from '../analysis/compareProducts.ts';
import type { ComparedProduct } from '../analysis/compareProductsResults.ts';
import { singleFileProduct } from '../document/product.ts';
import { readDocument } from '../document/readDocument.ts';
import type { DiffedProduct, DiffSide } from './diff.ts';

/** Two sides of a product and what lies between them; where there is only one, all its features came or went. */
export function diffProduct(before: DiffSide | null, after: DiffSide | null): DiffedProduct {
  const comparison = compareProducts(before ?? nothing(), after ?? nothing());
  return { before, after, comparison: before && after ? comparison : { ...comparison, settings: null } };
}

function nothing(): ComparedProduct {
  const product = singleFileProduct(readDocument('', ''));
  return { product, analysis: analysisOfProduct(product) };
}
