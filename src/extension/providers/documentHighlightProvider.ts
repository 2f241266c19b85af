import * as vscode from 'vscode';
import { documentHighlights } from '../../languageFeatures/documentHighlights.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import { toRange } from '../documents/ranges.ts';

/** Marks an id wherever it stands in the file. */
export class DocumentHighlightProvider implements vscode.DocumentHighlightProvider {
  readonly #models: ModelStore;

  constructor(models: ModelStore) {
    this.#models = models;
  }

  async provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[]> {
    if (!isKanoDocument(document)) return [];
    // The kinds of VS Code count from 0, those of the protocol from 1.
    return documentHighlights(await this.#models.read(document), position).map(
      ({ range, kind = 1 }) => new vscode.DocumentHighlight(toRange(range), kind - 1),
    );
  }
}
