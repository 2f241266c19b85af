import * as vscode from 'vscode';
import { prepareRename, rename } from '../../languageFeatures/rename.ts';
import { notEditable } from '../../wording/renameWording.ts';
import { isEditable, isKanoDocument } from '../documents/kanoFiles.ts';
import { filesAround } from '../documents/productFiles.ts';
import { toRange } from '../documents/ranges.ts';
import type { NavigationSources } from './navigation.ts';

/** Renames an id in all files of the workspace that share it, or says why it cannot. VS Code shows the message of what is thrown. */
export class RenameProvider implements vscode.RenameProvider {
  readonly #sources: NavigationSources;

  constructor(sources: NavigationSources) {
    this.#sources = sources;
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    if (!isKanoDocument(document)) return undefined;
    if (!isEditable(document)) throw new Error(notEditable());
    const prepared = prepareRename(await this.#sources.models.read(document), position);
    if ('reason' in prepared) throw new Error(prepared.reason);
    return { range: toRange(prepared.range), placeholder: prepared.placeholder };
  }

  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    if (!isKanoDocument(document)) return undefined;
    if (!isEditable(document)) throw new Error(notEditable());
    const { opened, source, unreadable, ...files } = await filesAround(document, this.#sources, token);
    // While files were read the text may have changed: then the place is another one.
    if (!this.#sources.models.isCurrent(document, opened)) throw new vscode.CancellationError();
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
