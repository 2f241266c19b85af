import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import { isKanoPath } from '../../document/product.ts';
import { backlogMarkdown } from '../../report/backlog/backlogMarkdown.ts';
import { keepNotes, notesRefused } from '../../report/backlog/keepNotes.ts';
import { besides } from '../documents/besides.ts';
import { documentFor } from '../documents/chooseFile.ts';
import { faultyFiles } from '../documents/faultyFiles.ts';
import { inSlices } from '../documents/inSlices.ts';
import { exists, openText } from '../documents/kanoFiles.ts';
import { numbersInSteps } from '../documents/numbersInSteps.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { Services } from '../documents/services.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { registerCommand } from '../output/failures.ts';
import { provideFollowingPages } from './followingPages.ts';

const scheme = 'kano-backlog';

/** Registers the commands and previews of backlogs. The text is that of `kano backlog`. */
export function registerBacklogs(services: Services): vscode.Disposable {
  const { products, source } = services;
  return vscode.Disposable.from(
    registerCommand('kano.openBacklogPreview', (uri: unknown) => openBacklogPreview(services, uri)),
    registerCommand('kano.exportBacklog', (uri: unknown) => exportBacklog(services, uri)),
    provideFollowingPages(scheme, products, async ({ query }) => {
      const document = await openText(vscode.Uri.parse(query));
      return backlogText(document, products, source);
    }),
  );
}

/** "Kano: Open Backlog Preview": shows the backlog of a product beside its file. `package.json` has it shown as a Markdown preview. */
async function openBacklogPreview(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const name = (document.uri.path.split('/').at(-1) ?? '').replace(/\.kano\.ya?ml$/, '');
  const page = vscode.Uri.from({ scheme, path: `/${name}-backlog.md`, query: document.uri.toString() });
  await vscode.commands.executeCommand('vscode.open', page, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}

async function backlogText(document: vscode.TextDocument, products: ProductStore, source: WorkspaceSource): Promise<string> {
  const product = await products.get(document);
  const analysis = analysisOfProduct(product);
  await inSlices(numbersInSteps(product, analysis));
  return backlogMarkdown(product, analysis, {}, await faultyFiles(product, source));
}

/**
 * "Kano: Export Backlog": asks for a file, writes the prioritised backlog to it as Markdown and opens it. Notes that people added to an earlier
 * export are kept.
 */
async function exportBacklog(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const target = await vscode.window.showSaveDialog({ defaultUri: besides(document.uri, 'backlog.md'), filters: { Markdown: ['md'] } });
  if (!target) return;
  if (isKanoPath(target.path)) {
    void vscode.window.showErrorMessage(vscode.l10n.t('A backlog does not replace a *.kano.yaml file: choose another name.'));
    return;
  }
  const markdown = await backlogText(document, services.products, services.source);
  try {
    const kept = keepNotes(markdown, await writtenBefore(target));
    if (kept === 'damaged' || kept === 'conflict') {
      void vscode.window.showErrorMessage(notesRefused(vscode.workspace.asRelativePath(target), kept));
      return;
    }
    // For a file with another text, the save dialog has asked whether to replace it.
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(kept === 'no-place' ? markdown : kept));
    await vscode.window.showTextDocument(target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The backlog could not be written: {0}', reason));
  }
}

/** The text of the file now, including unsaved changes; empty where there is no file. */
async function writtenBefore(target: vscode.Uri): Promise<string> {
  if (!(await exists(target))) return '';
  // Without unsaved changes the disk counts: an open document may lag behind it, and notes would be lost.
  const unsaved = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && uri.toString() === target.toString());
  const text = unsaved?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  return text.replaceAll('\r\n', '\n');
}
