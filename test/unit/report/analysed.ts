import { readFileSync } from 'node:fs';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import type { AnalysedFile } from '../../../src/report/analysedFile.ts';

/** A file of its own, read and analysed as the command would. */
export function analysed(text: string, path = 'shop.kano.yaml'): AnalysedFile {
  const product = singleFileProduct(readModel(path, text));
  const analysis = analysisOfProduct(product);
  const problems = checkDocument(product, analysis);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { path, product, analysis, problems, faulty: errors === 0 ? [] : [{ path, errors }] };
}

/** The design's own example of a file. */
export function completeExample(): AnalysedFile {
  return analysed(readFileSync(new URL('../../fixtures/format/complete.kano.yaml', import.meta.url), 'utf8'));
}
