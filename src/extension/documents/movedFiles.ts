import * as vscode from 'vscode';
import { type Move, movedUses } from '../../languageFeatures/movedUses.ts';
import { attempt } from '../output/failures.ts';
import { toTextEdits } from './conversions.ts';
import { isReadOnly } from './readOnly.ts';
import type { Services } from './services.ts';

/** Keeps `uses` leading to the same files when files or folders are renamed or moved in VS Code: with the rename, and undone with it. */
export function followMovedFiles(services: Services): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    event.waitUntil(
      attempt('uses of moved files', () => editsFor(event.files, services, event.token)).then((edit) => edit ?? new vscode.WorkspaceEdit()),
    );
  });
}

async function editsFor(
  files: vscode.FileWillRenameEvent['files'],
  { source, files: workspace, models: store }: Services,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const [first] = files;
  if (!first) return edit;
  // Closed files may have changed without an event.
  await source.refresh();
  const { models } = await workspace.content(token);
  const moves: readonly Move[] = files.map(({ oldUri, newUri }) => ({ from: oldUri.path, to: newUri.path }));
  const isBeside = ({ scheme, authority }: vscode.Uri) => scheme === first.oldUri.scheme && authority === first.oldUri.authority;
  const beside = models.map((model) => ({ model, uri: vscode.Uri.parse(model.uri) })).filter(({ uri }) => isBeside(uri));
  const known = new Set(beside.map(({ uri }) => uri.path));
  for (const { model, uri } of beside) {
    if (movedUses(model, uri.path, moves, known).length === 0) continue;
    const document = await vscode.workspace.openTextDocument(uri);
    if (await isReadOnly(document)) continue;
    // The text that the edits are applied to: it may be decoded by another encoding.
    edit.set(uri, toTextEdits(movedUses(await store.read(document), uri.path, moves, known)));
  }
  return edit;
}
