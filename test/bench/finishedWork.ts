import { analysisOfProduct } from '../../src/analysis/analysisOfProduct.ts';
import type { KanoDocument } from '../../src/document/kanoDocument.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { codeLenses, codeLensTitle } from '../../src/language/codeLenses.ts';
import type { DocumentChecker } from '../../src/rules/checkDocument.ts';

/** Lenses that an editor shows at once. */
const visibleLenses = 20;

/** All that the editor asks for after a change: problems, the places of all lenses, the titles of those in view. */
export function finishedWork(document: KanoDocument, checker: DocumentChecker): number {
  const product = singleFileProduct(document);
  const analysis = analysisOfProduct(product);
  const problems = checker.check(product, analysis, 1000);
  const lenses = codeLenses(document);
  const middle = Math.floor(lenses.length / 2);
  const titles = lenses.slice(middle, middle + visibleLenses).map((lens) => codeLensTitle(lens, analysis));
  return problems.length + lenses.length + titles.length;
}
