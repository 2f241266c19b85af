import * as vscode from 'vscode';
import { askForKanoFile, documentFor } from '../documents/activeDocument.ts';
import type { ProductStore } from '../documents/productStore.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { backlogText } from './backlogText.ts';

const scheme = 'kano-backlog';

/** A page follows typing, but not every key, and leaves most of the time to other work. In milliseconds, and times its own. */
const followTime = 500;
const rest = 5;

/** "Kano: Open Backlog Preview": shows the backlog of a product beside its file. `package.json` has it shown as a Markdown preview. */
export async function openBacklogPreview(uri: unknown): Promise<void> {
  const document = (await documentFor(uri instanceof vscode.Uri ? uri : undefined)) ?? (await askForKanoFile());
  if (!document) return;
  const name = (document.uri.path.split('/').at(-1) ?? '').replace(/\.kano\.ya?ml$/, '');
  const page = vscode.Uri.from({ scheme, path: `/${name}-backlog.md`, query: document.uri.toString() });
  await vscode.commands.executeCommand('vscode.open', page, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}

/** Serves these pages: the same text as `kano backlog`, read-only, following the files as they are typed. */
export function provideBacklogPages(products: ProductStore, source: WorkspaceSource): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  let took = 0;
  const refresh = (file: string) => {
    waiting.delete(file);
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme && uri.query === file) changed.fire(uri);
  };
  return vscode.Disposable.from(
    changed,
    products.onDidChange(({ uri }) => {
      const file = uri.toString();
      clearTimeout(waiting.get(file));
      waiting.set(
        file,
        setTimeout(() => refresh(file), Math.max(followTime, rest * took)),
      );
    }),
    new vscode.Disposable(() => waiting.forEach(clearTimeout)),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(query));
        const start = performance.now();
        const markdown = await backlogText(document, products, source);
        took = performance.now() - start;
        return markdown;
      },
    }),
  );
}
