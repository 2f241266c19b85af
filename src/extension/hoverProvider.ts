import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { hover } from '../language/hover.ts';
import type { DocumentStore } from './documentStore.ts';
import type { GitBases } from './gitBases.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

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

  async provideHover(text: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!isKanoDocument(text)) return undefined;
    const product = await this.#products.get(text);
    // While other files were read the text may have changed: then the place is another one.
    if (!this.#documents.isCurrent(text, product.opened)) return undefined;
    const found = hover(product, analysisOfProduct(product), position, this.#bases.get(text));
    if (!found) return undefined;
    // Not trusted, as it comes: no command in a file's text can run.
    return new vscode.Hover(new vscode.MarkdownString(found.contents.value), found.range && toRange(found.range));
  }
}
