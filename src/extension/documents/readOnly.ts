import * as vscode from 'vscode';
import { isEditable } from './kanoFiles.ts';

/** Whether a document cannot be changed, or only in VS Code's memory: an edit of a locked file looks done, is never saved, and is lost in the end. */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  if (document.isUntitled) return false;
  if (!isEditable(document) || isLocked(document)) return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(document.uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}

/** Whether the setting `files.readonlyInclude` locks a document. */
export function isLocked(document: vscode.TextDocument): boolean {
  return isListed('readonlyInclude', document) && !isListed('readonlyExclude', document);
}

function isListed(setting: string, document: vscode.TextDocument): boolean {
  const patterns = vscode.workspace.getConfiguration('files', document).get<Readonly<Record<string, unknown>>>(setting, {});
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return Object.entries(patterns).some(([glob, isOn]) => {
    if (isOn !== true) return false;
    // Whole paths, and paths from the folder of the workspace.
    const all = folder ? [{ pattern: glob }, { pattern: new vscode.RelativePattern(folder, glob) }] : [{ pattern: glob }];
    return vscode.languages.match(all, document) > 0;
  });
}
