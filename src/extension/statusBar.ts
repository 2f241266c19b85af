import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { fileSummaryInSteps } from '../language/fileSummary.ts';
import { categoryCount } from '../wording/backlogWording.ts';
import { statusBarAction, statusBarHeading, statusBarName, statusBarText } from '../wording/statusBarWording.ts';
import { inSlices } from './inSlices.ts';
import { isKanoDocument } from './kanoFiles.ts';
import { openMatrixCommand } from './matrixCommand.ts';
import type { ProductStore } from './productStore.ts';

/** Milliseconds without a change before the sum is made anew: it looks at every feature. */
const quiet = 300;

/** The categories of the file in the active editor, summed up in the status bar. */
export function showStatusBar(products: ProductStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('kano.summary', vscode.StatusBarAlignment.Right, 100);
  item.name = statusBarName();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const update = async (): Promise<void> => {
    const text = vscode.window.activeTextEditor?.document;
    if (!text || !isKanoDocument(text)) return item.hide();
    const product = await products.get(text);
    // Somebody may have turned to another file meanwhile, or typed.
    const { version } = text;
    const isWanted = () => vscode.window.activeTextEditor?.document === text && text.version === version;
    const shares = isWanted() && (await inSlices(fileSummaryInSteps(product.opened, analysisOfProduct(product)), isWanted));
    if (!shares) return;
    const lines = shares.map(({ category, features, assumed }) => categoryCount(category, features, assumed));
    item.text = statusBarText(shares);
    item.tooltip = tooltip(product.opened.header.product, lines);
    item.accessibilityInformation = { label: [statusBarName(), ...lines].join(', ') };
    item.command = { command: openMatrixCommand, title: statusBarAction(), arguments: [text.uri] };
    item.show();
  };
  void update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    products.onDidChange((text) => {
      if (text !== vscode.window.activeTextEditor?.document) return;
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
