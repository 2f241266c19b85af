import * as vscode from 'vscode';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../language/selectionRange.ts';
import type { DocumentStore } from './documentStore.ts';
import { isKanoDocument } from './kanoFiles.ts';
import { toRange } from './ranges.ts';

/** Lets the selection grow by what the file means: value, key with value, item, list. */
export class SelectionRangeProvider implements vscode.SelectionRangeProvider {
  readonly #documents: DocumentStore;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  async provideSelectionRanges(text: vscode.TextDocument, positions: readonly vscode.Position[]): Promise<vscode.SelectionRange[]> {
    if (!isKanoDocument(text)) return [];
    const document = await this.#documents.read(text);
    return positions.map((position) => toSelectionRange(selectionRange(document, position)));
  }
}

function toSelectionRange({ range, parent }: SelectionRange): vscode.SelectionRange {
  return new vscode.SelectionRange(toRange(range), parent && toSelectionRange(parent));
}
