import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { hover } from '../../languageFeatures/hover.ts';
import type { DocumentStore } from '../documents/documentStore.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { toRange } from '../documents/ranges.ts';
import type { GitBases } from '../git/gitBases.ts';

/** Explains the numbers of a feature over its id and its tallies. */
export class HoverProvider implements vscode.HoverProvider {
  readonly #documents: DocumentStore;
  readonly #products: ProductStore;
  readonly #bases: GitBases;

  constructor(documents: DocumentStore, products: ProductStore, bases: GitBases) {
    this.#documents = documents;
    this.#products = products;
    this.#bases = bases;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!isKanoDocument(document)) return undefined;
    const product = await this.#products.get(document);
    // While other files were read the text may have changed: then the place is another one.
    if (!this.#documents.isCurrent(document, product.opened)) return undefined;
    const found = hover(product, analysisOfProduct(product), position, this.#bases.get(document));
    if (!found) return undefined;
    // Not trusted, as it comes: no command in a file's text can run.
    return new vscode.Hover(new vscode.MarkdownString(found.contents.value), found.range && toRange(found.range));
  }
}
