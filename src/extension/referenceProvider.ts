import * as vscode from 'vscode';
import { references } from '../language/references.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { NavigationSources } from './navigation.ts';
import { filesAround } from './productFiles.ts';
import { toRange } from './ranges.ts';

/** Finds where an id is used, in all files of the workspace that share it. */
export class ReferenceProvider implements vscode.ReferenceProvider {
  readonly #sources: NavigationSources;

  constructor(sources: NavigationSources) {
    this.#sources = sources;
  }

  async provideReferences(
    text: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    if (!isKanoDocument(text)) return [];
    const { opened, documents, source } = await filesAround(text, this.#sources, token);
    if (!this.#sources.documents.isCurrent(text, opened)) return [];
    const found = await references(opened, position, documents, source, includeDeclaration);
    return found.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range)));
  }
}
