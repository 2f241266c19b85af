import * as vscode from 'vscode';
import { definition } from '../language/definition.ts';
import type { DocumentStore } from './documentStore.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

/** Leads from an id to where it is defined, in this file or in one that it uses. */
export class DefinitionProvider implements vscode.DefinitionProvider {
  readonly #documents: DocumentStore;
  readonly #products: ProductStore;

  constructor(documents: DocumentStore, products: ProductStore) {
    this.#documents = documents;
    this.#products = products;
  }

  async provideDefinition(text: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    if (!isKanoDocument(text)) return [];
    const product = await this.#products.get(text);
    if (!this.#documents.isCurrent(text, product.opened)) return [];
    return definition(product, position).map(({ originSelectionRange, targetUri, targetRange, targetSelectionRange }) => ({
      ...(originSelectionRange ? { originSelectionRange: toRange(originSelectionRange) } : {}),
      targetUri: vscode.Uri.parse(targetUri),
      targetRange: toRange(targetRange),
      targetSelectionRange: toRange(targetSelectionRange),
    }));
  }
}
