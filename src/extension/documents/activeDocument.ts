import * as vscode from 'vscode';
import { isKanoDocument, kanoFilePattern } from './kanoFiles.ts';

/**
 * The document that a command is about: the one its caller names, else the active editor's, else the only one of ours
 * that is visible. `undefined` when none is meant; the caller has to say so.
 */
export async function documentFor(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri) return vscode.workspace.openTextDocument(uri);
  const active = vscode.window.activeTextEditor?.document;
  if (active && isKanoDocument(active)) return active;
  const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document).filter(isKanoDocument));
  return visible.size === 1 ? [...visible][0] : undefined;
}

/** Says that a command needs one of our files, with a way to one. */
export async function askForKanoFile(): Promise<vscode.TextDocument | undefined> {
  const files = await vscode.workspace.findFiles(kanoFilePattern, '**/node_modules/**', 1000);
  if (files.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no *.kano.yaml file in this workspace yet.'));
    return undefined;
  }
  const picks = files.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => a.label.localeCompare(b.label));
  const picked = await vscode.window.showQuickPick(picks, { placeHolder: vscode.l10n.t('Which product?') });
  return picked && vscode.workspace.openTextDocument(picked.uri);
}
