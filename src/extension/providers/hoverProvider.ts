import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { hover } from '../../languageFeatures/hover.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { toRange } from '../documents/ranges.ts';
import type { GitBases } from '../git/gitBases.ts';

/** Explains the numbers of a feature over its id and its tallies. */
export class HoverProvider implements vscode.HoverProvider {
  readonly #models: ModelStore;
  readonly #products: ProductStore;
  readonly #bases: GitBases;

  constructor(models: ModelStore, products: ProductStore, bases: GitBases) {
    this.#models = models;
    this.#products = products;
    this.#bases = bases;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!isKanoDocument(document)) return undefined;
    const product = await this.#products.get(document);
    // While other files were read the text may have changed: then the place is another one.
    if (!this.#models.isCurrent(document, product.opened)) return undefined;
    const found = hover(product, analysisOfProduct(product), position, this.#bases.get(document));
    if (!found) return undefined;
    // Not trusted, as it comes: no command in a file's text can run.
    return new vscode.Hover(new vscode.MarkdownString(found.contents.value), found.range && toRange(found.range));
  }
}
