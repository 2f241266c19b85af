import * as vscode from 'vscode';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import { keepNotes } from '../../report/backlog/keepNotes.ts';
import { notesDamaged } from '../../wording/commandWording.ts';
import { askForKanoFile, documentFor } from '../documents/activeDocument.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { backlogText } from './backlogText.ts';

/**
 * "Kano: Export Backlog": asks where to, writes the prioritised backlog there as Markdown and opens it. What people wrote into the file by
 * hand is kept.
 */
export async function exportBacklog(products: ProductStore, source: WorkspaceSource, uri: unknown): Promise<void> {
  const document = (await documentFor(uri instanceof vscode.Uri ? uri : undefined)) ?? (await askForKanoFile());
  if (!document) return;
  const target = await vscode.window.showSaveDialog({ defaultUri: besides(document.uri), filters: { Markdown: ['md'] } });
  if (!target) return;
  if (isKanoPath(target.path)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('A backlog does not replace a *.kano.yaml file: choose another name.'));
    return;
  }
  const markdown = await backlogText(document, products, source);
  try {
    const kept = keepNotes(markdown, await writtenBefore(target));
    if (kept === 'damaged') {
      void vscode.window.showErrorMessage(notesDamaged(vscode.workspace.asRelativePath(target)));
      return;
    }
    // Whoever chose a file with another text in it was asked whether it may be replaced.
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(kept === 'no-place' ? markdown : kept));
    await vscode.window.showTextDocument(target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The backlog could not be written: {0}', reason));
  }
}

/** What stands in the file now, unsaved changes among it; nothing where there is none. */
async function writtenBefore(target: vscode.Uri): Promise<string> {
  const exists = await vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) return '';
  // An open file that was changed on disk a moment ago may still be the one before: notes would be lost.
  const unsaved = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === target.toString());
  const text = unsaved?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  return text.replaceAll('\r\n', '\n');
}

/** `shop.kano.yaml` gives `shop-backlog.md` in the same folder; an untitled file has no folder, and the dialog finds one. */
function besides(uri: vscode.Uri): vscode.Uri {
  const name = (uri.path.split('/').at(-1) ?? 'product').replace(/(?:\.kano)?\.ya?ml$/, '');
  // A past version is exported beside the file that it is a version of.
  const home = uri.query === '' ? uri : vscode.Uri.file(uri.path);
  const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(home, '..');
  return folder ? vscode.Uri.joinPath(folder, `${name}-backlog.md`) : vscode.Uri.file(`${name}-backlog.md`);
}
