import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analysisOfProduct, type ProductAnalysis } from '../../../src/analysis/productAnalysis.ts';
import type { ListKey, Lists } from '../../../src/document/format/model.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { type DocumentSource, type Product, productList, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

export interface Example {
  readonly product: Product;
  readonly analysis: ProductAnalysis;
}

/** Reads an example from the disk, with all that it uses, and analyses it. */
export async function readExample(path: string): Promise<Example> {
  const product = await readProduct(open(join(examples, path)), source);
  return { product, analysis: analysisOfProduct(product) };
}

/** The items of a list over all files of a product. */
export function valuesOf<K extends ListKey>(product: Product, key: K): readonly Lists[K][] {
  return productList(product, key).map(({ item }) => item.value);
}

const source: DocumentSource = {
  resolve: async (from, relativePath) => {
    const uri = join(dirname(from), relativePath);
    return existsSync(uri) ? { uri } : { reason: 'not-found' };
  },
  open: async (uri) => open(uri),
};

function open(path: string): KanoModel {
  return readModel(path, readFileSync(path, 'utf8'));
}
