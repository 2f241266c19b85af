import * as vscode from 'vscode';
import { starterFile } from '../../report/starterFile.ts';
import { freeFile } from '../documents/freeFile.ts';

/**
 * "Kano: New File": opens an unsaved file with a first product, whose name is selected. In a workspace the file is called `product.kano.yaml` from
 * the start, so that saving it makes it one of ours.
 */
export async function newFile(): Promise<void> {
  const content = starterFile();
  const uri = await freeUri();
  const document = await (uri ? vscode.workspace.openTextDocument(uri) : vscode.workspace.openTextDocument({ language: 'yaml', content }));
  const editor = await vscode.window.showTextDocument(document);
  if (document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  const name = /(?<=^product: ).*$/m.exec(document.getText());
  if (name) editor.selection = new vscode.Selection(document.positionAt(name.index), document.positionAt(name.index + name[0].length));
}

/** `undefined` without a workspace folder. */
async function freeUri(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  return folder && freeFile(folder.uri, 'product', '.kano.yaml');
}
