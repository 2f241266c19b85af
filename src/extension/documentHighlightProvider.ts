import * as vscode from 'vscode';
import { documentHighlights } from '../language/documentHighlights.ts';
import type { DocumentStore } from './documentStore.ts';
import { isKanoDocument } from './kanoFiles.ts';
import { toRange } from './ranges.ts';

/** Marks an id wherever it stands in the file. */
export class DocumentHighlightProvider implements vscode.DocumentHighlightProvider {
  readonly #documents: DocumentStore;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  async provideDocumentHighlights(text: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[]> {
    if (!isKanoDocument(text)) return [];
    // The kinds of VS Code count from 0, those of the protocol from 1.
    return documentHighlights(await this.#documents.read(text), position).map(
      ({ range, kind = 1 }) => new vscode.DocumentHighlight(toRange(range), kind - 1),
    );
  }
}
