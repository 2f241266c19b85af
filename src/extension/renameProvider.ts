import * as vscode from 'vscode';
import { prepareRename, rename } from '../language/rename.ts';
import { notEditable } from '../wording/renameWording.ts';
import { isEditable, isKanoDocument } from './kanoFiles.ts';
import type { NavigationSources } from './navigation.ts';
import { filesAround } from './productFiles.ts';
import { toRange } from './ranges.ts';

/** Renames an id in all files of the workspace that share it, or says why it cannot. VS Code shows the message of what is thrown. */
export class RenameProvider implements vscode.RenameProvider {
  readonly #sources: NavigationSources;

  constructor(sources: NavigationSources) {
    this.#sources = sources;
  }

  async prepareRename(
    text: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    if (!isKanoDocument(text)) return undefined;
    if (!isEditable(text)) throw new Error(notEditable());
    const prepared = prepareRename(await this.#sources.documents.read(text), position);
    if ('reason' in prepared) throw new Error(prepared.reason);
    return { range: toRange(prepared.range), placeholder: prepared.placeholder };
  }

  async provideRenameEdits(
    text: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    if (!isKanoDocument(text)) return undefined;
    if (!isEditable(text)) throw new Error(notEditable());
    const { opened, source, unreadable, ...files } = await filesAround(text, this.#sources, token);
    // While files were read the text may have changed: then the place is another one.
    if (!this.#sources.documents.isCurrent(text, opened)) throw new vscode.CancellationError();
    const named = { ...files, unreadable: unreadable.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))) };
    const renamed = await rename(opened, position, newName.trim(), named, source);
    if ('reason' in renamed) throw new Error(renamed.reason);
    const edit = new vscode.WorkspaceEdit();
    for (const [uri, edits] of renamed) {
      edit.set(
        vscode.Uri.parse(uri),
        edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText)),
      );
    }
    return edit;
  }
}
