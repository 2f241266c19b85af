import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { fileSummaryInSteps } from '../../languageFeatures/fileSummary.ts';
import { categoryCount } from '../../wording/backlogWording.ts';
import { statusBarAction, statusBarHeading, statusBarName, statusBarText } from '../../wording/statusBarWording.ts';
import { inSlices } from '../documents/inSlices.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';

/** Milliseconds without a change before the sum is made anew: it looks at every feature. */
const quiet = 300;

/** The categories of the file in the active editor, summed up in the status bar. */
export function showStatusBar(products: ProductStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kano.summary', vscode.StatusBarAlignment.Right, 100);
  item.name = statusBarName();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isKanoDocument(document)) return item.hide();
    const product = await products.get(document);
    // Somebody may have turned to another file meanwhile, or typed.
    const { version } = document;
    const isWanted = () => vscode.window.activeTextEditor?.document === document && document.version === version;
    const shares = isWanted() && (await inSlices(fileSummaryInSteps(product.opened, analysisOfProduct(product)), isWanted));
    if (!shares) return;
    const lines = shares.map(({ category, features, assumed }) => categoryCount(category, features, assumed));
    item.text = statusBarText(shares);
    item.tooltip = tooltip(product.opened.header.product, lines);
    item.accessibilityInformation = { label: [statusBarName(), ...lines].join(', ') };
    item.command = { command: openMatrixCommand, title: statusBarAction(), arguments: [document.uri] };
    item.show();
  };
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

function tooltip(product: string | undefined, lines: readonly string[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString().appendText(statusBarHeading(product)).appendMarkdown('\n\n');
  for (const line of lines) markdown.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  return markdown.appendMarkdown('\n').appendText(statusBarAction());
}
