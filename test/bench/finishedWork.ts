import { analysisOfProduct } from '../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../src/document/product.ts';
import { codeLenses, codeLensTitle, linesNear } from '../../src/languageFeatures/codeLenses.ts';
import type { DocumentChecker } from '../../src/problems/checkDocument.ts';

/** Lines that an editor shows at once. */
const visibleLines = 50;

/**
 * All that the editor asks for after a change: problems, the places of the lenses near the view, the titles of those in it.
 * @param asOf the day at which the age of data counts
 */
export function finishedWork(model: KanoModel, checker: DocumentChecker, firstLine: number, asOf?: string): number {
  const product = { ...singleFileProduct(model), asOf };
  const analysis = analysisOfProduct(product);
  const problems = checker.check(product, analysis, 1000);
  const view = { first: firstLine, last: firstLine + visibleLines };
  const lineCount = model.startLine(model.segments.length - 1);
  const lenses = codeLenses(model, linesNear(view, lineCount));
  const inView = lenses.filter(({ range }) => range.start.line >= view.first && range.start.line <= view.last);
  const titles = inView.map((lens) => codeLensTitle(lens, analysis));
  return problems.length + lenses.length + titles.length;
}
