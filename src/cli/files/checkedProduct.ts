import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readProduct } from '../../document/product.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { FailureListener } from '../../problems/runCheck.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import { type DocumentCache, fileSource } from './fileSource.ts';
import type { Surroundings } from './includedFiles.ts';

/** A file opened as a product, with what its numbers say and the problems in it. */
export type CheckedProduct = Pick<AnalysedFile, 'product' | 'analysis' | 'problems'>;

/** How documents are opened as products. */
export interface ProductReading {
  readonly surroundings: Surroundings;
  readonly documents: DocumentCache;
  readonly asOf?: string | undefined;
  readonly onFailedCheck?: FailureListener | undefined;
}

/**
 * Opens a document as a product and checks it.
 * @param root the folder, absolute, that its product stays within
 */
export async function checkedProduct(
  model: KanoModel,
  root: string,
  { surroundings: { configurations, findLeftOut }, documents, asOf, onFailedCheck }: ProductReading,
): Promise<CheckedProduct> {
  const configuration = async () => (await configurations.nearest(model.uri, root))?.configuration;
  const product = await readProduct(model, { ...fileSource(root, documents, findLeftOut), asOf, configuration });
  const analysis = analysisOfProduct(product);
  return { product, analysis, problems: checkDocument(product, analysis, onFailedCheck) };
}
