import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { readProduct } from '../document/product.ts';
import type { AnalysedFile } from '../report/analysedFile.ts';
import { checkDocument } from '../rules/checkDocument.ts';
import type { Configurations } from './configurations.ts';
import { type DocumentCache, fileSource } from './fileSource.ts';

/** A file opened as a product, with what its numbers say and the problems in it. */
export type CheckedProduct = Pick<AnalysedFile, 'product' | 'analysis' | 'problems'>;

/**
 * Opens documents as products, each once however many others use it.
 * @returns a function that takes a document and the folder, absolute, that its product stays within
 */
export function productReader(
  cache: DocumentCache,
  configurations: Configurations,
): (document: KanoDocument, root: string) => Promise<CheckedProduct> {
  const known = new Map<string, Promise<CheckedProduct>>();
  return (document, root) => {
    const key = JSON.stringify([root, document.uri]);
    const reading = known.get(key) ?? read(document, root, cache, configurations);
    known.set(key, reading);
    return reading;
  };
}

async function read(document: KanoDocument, root: string, cache: DocumentCache, configurations: Configurations): Promise<CheckedProduct> {
  const configuration = async () => (await configurations.nearest(document.uri, root))?.configuration;
  const product = await readProduct(document, { ...fileSource(root, cache), configuration });
  const analysis = analysisOfProduct(product);
  return { product, analysis, problems: checkDocument(product, analysis) };
}
