import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readProduct } from '../../document/product.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
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
): (model: KanoModel, root: string) => Promise<CheckedProduct> {
  const known = new Map<string, Promise<CheckedProduct>>();
  return (model, root) => {
    const key = JSON.stringify([root, model.uri]);
    const reading = known.get(key) ?? read(model, root, cache, configurations);
    known.set(key, reading);
    return reading;
  };
}

async function read(model: KanoModel, root: string, cache: DocumentCache, configurations: Configurations): Promise<CheckedProduct> {
  const configuration = async () => (await configurations.nearest(model.uri, root))?.configuration;
  const product = await readProduct(model, { ...fileSource(root, cache), configuration });
  const analysis = analysisOfProduct(product);
  return { product, analysis, problems: checkDocument(product, analysis) };
}
