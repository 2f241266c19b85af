import * as vscode from 'vscode';
import { isKanoPath } from '../../document/format/kanoPath.ts';

/** What the pattern of a `*.kano.yaml` file is everywhere in the product. */
export const kanoFilePattern = '**/*.kano.{yaml,yml}';

/** The documents that providers are asked for: ours by their path whatever their language, and untitled ones that may turn out ours. */
export const kanoSelector: vscode.DocumentSelector = [{ pattern: kanoFilePattern }, { scheme: 'untitled' }];

/** Whether a document is one of ours: by its path, whatever its language id; an untitled one when it begins with `kano:`. */
export function isKanoDocument(document: vscode.TextDocument): boolean {
  if (document.uri.scheme !== 'untitled') return isKanoPath(document.uri.path);
  return isKanoPath(document.uri.path) || firstContentLine(document)?.startsWith('kano:') === true;
}

/** Whether problems are shown: not for the left side of a diff and other past versions, which nobody can mend. */
export function isEditable({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

function firstContentLine(document: vscode.TextDocument): string | undefined {
  for (let line = 0; line < Math.min(document.lineCount, 20); line++) {
    const text = document.lineAt(line).text;
    if (text.trim() !== '' && !text.startsWith('#') && !/^---\s*$/.test(text)) return text;
  }
  return undefined;
}
