import * as vscode from 'vscode';
import { isKanoPath, relativePath } from '../../document/product.ts';
import { Refusal } from '../output/failures.ts';

/** The pattern of `*.kano.yaml` files, everywhere in the product. */
export const kanoFilePattern = '**/*.kano.{yaml,yml}';

/** What is never searched for our files. */
export const excludedFiles = '**/node_modules/**';

/** The documents that providers are asked about: ours by their path, whatever their language, and untitled ones that may turn out to be ours. */
export const kanoSelector: readonly vscode.DocumentFilter[] = [{ pattern: kanoFilePattern }, { scheme: 'untitled' }];

/** Whether a document is one of ours: by its path, whatever its language; an untitled one also when it begins with `kano:`. */
export function isKanoDocument(document: vscode.TextDocument): boolean {
  if (document.uri.scheme !== 'untitled') return isKanoPath(document.uri.path);
  return isKanoPath(document.uri.path) || firstContentLine(document)?.startsWith('kano:') === true;
}

function firstContentLine(document: vscode.TextDocument): string | undefined {
  for (let line = 0; line < Math.min(document.lineCount, 20); line++) {
    const text = document.lineAt(line).text;
    if (text.trim() !== '' && !text.startsWith('#') && !/^---\s*$/.test(text)) return text;
  }
  return undefined;
}

/** Whether a document can be changed: the left side of a diff and other past versions cannot. */
export function isEditable({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** The files that `uses` may name: those of the same workspace folder, as paths relative to a file. */
export async function filesBeside(uri: vscode.Uri): Promise<readonly string[]> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return [];
  const files = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, kanoFilePattern), excludedFiles, 200);
  const others = files.filter((file) => file.toString() !== uri.toString());
  return others.map((file) => relativePath(uri.path, file.path)).sort();
}

/** The open document of a URI, whatever its language. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** Opens the document of a file, or throws VS Code's reason why it cannot. */
export async function openText(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

/** The document of a file; `undefined` where the file is gone, also while VS Code still keeps the text that it had. */
export async function documentOfFile(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = openDocument(uri.toString());
  if (open && (open.isDirty || open.isUntitled || !isEditable(open))) return open;
  try {
    await vscode.workspace.fs.stat(uri);
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Whether a file or folder exists. */
export function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

/** Calls `onChange` with each file of a pattern that is changed, created or deleted. */
export function watchFiles(pattern: vscode.GlobPattern, onChange: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(watcher, watcher.onDidChange(onChange), watcher.onDidCreate(onChange), watcher.onDidDelete(onChange));
}
