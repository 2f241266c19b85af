import * as vscode from 'vscode';
import { relativePath } from '../../languageFeatures/completion/relativePath.ts';
import { kanoFilePattern } from './kanoFiles.ts';

/** The files that `uses` may name: those of the same folder of the workspace. */
export async function filesBeside(uri: vscode.Uri): Promise<readonly string[]> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return [];
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, kanoFilePattern), '**/node_modules/**', 200);
  const others = files.filter((file) => file.toString() !== uri.toString());
  return others.map((file) => relativePath(uri.path, file.path)).sort();
}
