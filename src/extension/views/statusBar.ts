import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { fileSummaryInSteps, summaryFact } from '../../languageFeatures/featureTree.ts';
import { categoryCount, withSign } from '../../terms/categoryLabels.ts';
import { inSlices } from '../documents/inSlices.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { attempt } from '../output/failures.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';

/** Milliseconds without a change before the summary is updated: it reads every feature. */
const quiet = 300;

/** Shows in the status bar how many features of the file in the active editor must be there; in its hover, how many are in each category. */
export function showStatusBar(products: ProductStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kano.summary', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Kano categories');
  const action = vscode.l10n.t('Select to open the prioritisation matrix');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isKanoDocument(document)) return item.hide();
    const product = await products.get(document);
    // Meanwhile the user may have typed or turned to another file.
    const { version } = document;
    const isWanted = () => vscode.window.activeTextEditor?.document === document && document.version === version;
    const shares = isWanted() && (await inSlices(fileSummaryInSteps(product.opened, analysisOfProduct(product)), isWanted));
    if (!shares) return;
    const lines = shares.map(({ category, features, assumed }) => withSign(category, categoryCount(category, features, assumed)));
    item.text = summaryFact(shares);
    item.tooltip = tooltip(product.opened.header.product, lines, action);
    item.accessibilityInformation = { label: [item.name, ...lines].join(', ') };
    item.command = { command: openMatrixCommand, title: action, arguments: [document.uri] };
    item.show();
  };
  const update = () => attempt('status bar', show);
  void update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    products.onDidChange((document) => {
      if (document !== vscode.window.activeTextEditor?.document) return;
      clearTimeout(waiting);
      waiting = setTimeout(update, quiet);
    }),
    { dispose: () => clearTimeout(waiting) },
  );
}

function tooltip(product: string | undefined, lines: readonly string[], action: string): vscode.MarkdownString {
  const heading =
    product === undefined ? vscode.l10n.t('Features of this file') : vscode.l10n.t('Features of this file: {product}', { product });
  const markdown = new vscode.MarkdownString().appendText(heading).appendMarkdown('\n\n');
  for (const line of lines) markdown.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  return markdown.appendMarkdown('\n').appendText(action);
}
