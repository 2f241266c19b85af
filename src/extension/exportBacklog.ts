import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { isKanoPath } from '../document/kanoPath.ts';
import { backlogMarkdown } from '../report/backlogMarkdown.ts';
import { askForKanoFile, documentFor } from './activeDocument.ts';
import type { ProductStore } from './productStore.ts';

/** "Kano: Export Backlog": asks where to, writes the prioritised backlog there as Markdown and opens it. */
export async function exportBacklog(products: ProductStore, uri: unknown): Promise<void> {
  const text = (await documentFor(uri instanceof vscode.Uri ? uri : undefined)) ?? (await askForKanoFile());
  if (!text) return;
  const target = await vscode.window.showSaveDialog({ defaultUri: besides(text.uri), filters: { Markdown: ['md'] } });
  if (!target) return;
  if (isKanoPath(target.path)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('A backlog does not replace a *.kano.yaml file: choose another name.'));
    return;
  }
  const product = await products.get(text);
  const markdown = backlogMarkdown(product, analysisOfProduct(product));
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(markdown));
    await vscode.window.showTextDocument(target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The backlog could not be written: {0}', reason));
  }
}

/** `shop.kano.yaml` gives `shop-backlog.md` in the same folder; an untitled file has no folder, and the dialog finds one. */
function besides(uri: vscode.Uri): vscode.Uri {
  const name = (uri.path.split('/').at(-1) ?? 'product').replace(/(?:\.kano)?\.ya?ml$/, '');
  // A past version is exported beside the file that it is a version of.
  const home = uri.query === '' ? uri : vscode.Uri.file(uri.path);
  const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(home, '..');
  return folder ? vscode.Uri.joinPath(folder, `${name}-backlog.md`) : vscode.Uri.file(`${name}-backlog.md`);
}
