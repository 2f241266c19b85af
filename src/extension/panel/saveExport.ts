import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { PageMessage } from '../../page/protocol.ts';

type Saved = Extract<PageMessage, { readonly type: 'save' }>;

/**
 * Writes what the page exports into a file that the user chooses. Gives what to say about it, or `null` where the user chose none.
 *
 * @param shown the file that the page shows: the new one gets its name and folder
 */
export async function saveExport({ format, content }: Saved, shown: vscode.Uri): Promise<string | null> {
  const extension = format === 'markdown' ? 'md' : format;
  const name = (shown.path.split('/').at(-1) ?? '').replace(/\.kano\.ya?ml$/i, '') || 'kano';
  const folder = shown.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(shown, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return null;
  try {
    await vscode.workspace.fs.writeFile(target, bytesOf(format, content));
  } catch (error) {
    return l10n.t('The file could not be written: {reason}', { reason: error instanceof Error ? error.message : String(error) });
  }
  return l10n.t('Saved as {path}.', { path: vscode.workspace.asRelativePath(target) });
}

function bytesOf(format: Saved['format'], content: string): Uint8Array {
  if (format === 'png') return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  // A byte-order mark, without which spreadsheets take UTF-8 for something else.
  return new TextEncoder().encode(format === 'csv' ? `\ufeff${content}` : content);
}
