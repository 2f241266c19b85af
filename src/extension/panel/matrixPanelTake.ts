import * as vscode from 'vscode';
import type { PageMessage, PanelState } from '../../page/protocol.ts';
import { takenSentences } from '../../wording/panelWording.ts';
import { panelTable } from './panelTable.ts';

type Taken = Extract<PageMessage, { readonly type: 'table' | 'picture' }>;

/** Puts a table or a picture of the panel into the clipboard, or into a file that the user names. Gives what to say about it, if anything. */
export async function takeAlong(taken: Taken, state: PanelState, shown: vscode.Uri): Promise<string | null> {
  const content = taken.type === 'table' ? panelTable(state, taken.keys, taken.format) : taken.content;
  if (taken.copy) {
    await vscode.env.clipboard.writeText(content);
    return takenSentences().copied;
  }
  const extension = { markdown: 'md', csv: 'csv', svg: 'svg', png: 'png' }[taken.format];
  const name = (shown.path.split('/').at(-1) ?? '').replace(/\.kano\.ya?ml$/i, '') || 'kano';
  const folder = shown.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(shown, '..');
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) }),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return null;
  // A byte-order mark, without which spreadsheets take UTF-8 for something else.
  const bytes =
    taken.format === 'png' ? fromBase64(content) : new TextEncoder().encode(taken.format === 'csv' ? `\ufeff${content}` : content);
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch (error) {
    return takenSentences().notSaved(error instanceof Error ? error.message : String(error));
  }
  return takenSentences().saved(vscode.workspace.asRelativePath(target));
}

function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
