import * as vscode from 'vscode';
import { references } from '../../languageFeatures/references.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import { filesAround } from '../documents/productFiles.ts';
import { toRange } from '../documents/ranges.ts';
import type { NavigationSources } from './navigation.ts';

/** Finds where an id is used, in all files of the workspace that share it. */
export class ReferenceProvider implements vscode.ReferenceProvider {
  readonly #sources: NavigationSources;

  constructor(sources: NavigationSources) {
    this.#sources = sources;
  }

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[]> {
    if (!isKanoDocument(document)) return [];
    const { opened, models, source } = await filesAround(document, this.#sources, token);
    if (!this.#sources.models.isCurrent(document, opened)) return [];
    const found = await references(opened, position, models, source, includeDeclaration);
    return found.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range)));
  }
}
