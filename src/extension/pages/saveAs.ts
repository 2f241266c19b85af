import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** What is to be saved. */
export interface NewFile {
  /** Where the dialog begins. */
  readonly folder: vscode.Uri | undefined;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Saves a file where the reader chooses, and says so; `undefined` where nothing is saved. */
export async function saveAs({ folder, name, bytes }: NewFile): Promise<vscode.Uri | undefined> {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!target) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(l10n.t('The file could not be written: {reason}', { reason }));
    return undefined;
  }
  void vscode.window.showInformationMessage(l10n.t('Saved as {path}.', { path: vscode.workspace.asRelativePath(target) }));
  return target;
}
