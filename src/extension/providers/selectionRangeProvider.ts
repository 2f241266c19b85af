import * as vscode from 'vscode';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../../languageFeatures/selectionRange.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import { toRange } from '../documents/ranges.ts';

/** Lets the selection grow by what the file means: value, key with value, item, list. */
export class SelectionRangeProvider implements vscode.SelectionRangeProvider {
  readonly #models: ModelStore;

  constructor(models: ModelStore) {
    this.#models = models;
  }

  async provideSelectionRanges(document: vscode.TextDocument, positions: readonly vscode.Position[]): Promise<vscode.SelectionRange[]> {
    if (!isKanoDocument(document)) return [];
    const model = await this.#models.read(document);
    return positions.map((position) => toSelectionRange(selectionRange(model, position)));
  }
}

function toSelectionRange({ range, parent }: SelectionRange): vscode.SelectionRange {
  return new vscode.SelectionRange(toRange(range), parent && toSelectionRange(parent));
}
