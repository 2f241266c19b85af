import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { hover } from '../language/hover.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

/** Explains the numbers of a feature over its id and its tallies. */
export class HoverProvider implements vscode.HoverProvider {
  readonly #products: ProductStore;

  constructor(products: ProductStore) {
    this.#products = products;
  }

  async provideHover(text: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    if (!isKanoDocument(text)) return undefined;
    const product = await this.#products.get(text);
    const found = hover(product, analysisOfProduct(product), position);
    if (!found) return undefined;
    // Not trusted, as it comes: no command in a file's text can run.
    return new vscode.Hover(new vscode.MarkdownString(found.contents.value), found.range && toRange(found.range));
  }
}
