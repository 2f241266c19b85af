import * as vscode from 'vscode';
import { definition } from '../../languageFeatures/definition.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { toRange } from '../documents/ranges.ts';

/** Leads from an id to where it is defined, in this file or in one that it uses. */
export class DefinitionProvider implements vscode.DefinitionProvider {
  readonly #models: ModelStore;
  readonly #products: ProductStore;

  constructor(models: ModelStore, products: ProductStore) {
    this.#models = models;
    this.#products = products;
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    if (!isKanoDocument(document)) return [];
    const product = await this.#products.get(document);
    if (!this.#models.isCurrent(document, product.opened)) return [];
    return definition(product, position).map(({ originSelectionRange, targetUri, targetRange, targetSelectionRange }) => ({
      ...(originSelectionRange ? { originSelectionRange: toRange(originSelectionRange) } : {}),
      targetUri: vscode.Uri.parse(targetUri),
      targetRange: toRange(targetRange),
      targetSelectionRange: toRange(targetSelectionRange),
    }));
  }
}
