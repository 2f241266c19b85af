import * as vscode from 'vscode';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { documentSymbols } from '../../languageFeatures/documentSymbols.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { toRange } from '../documents/ranges.ts';

/** The outline: the product, its lists, their items. */
export class DocumentSymbolProvider implements vscode.DocumentSymbolProvider {
  readonly #products: ProductStore;

  constructor(products: ProductStore) {
    this.#products = products;
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    if (!isKanoDocument(document)) return [];
    const product = await this.#products.get(document);
    return documentSymbols(product.opened, analysisOfProduct(product)).map(toSymbol);
  }
}

function toSymbol({ name, detail = '', kind, range, selectionRange, children = [] }: DocumentSymbol): vscode.DocumentSymbol {
  // The kinds of VS Code count from 0, those of the protocol from 1.
  const symbol = new vscode.DocumentSymbol(name, detail, kind - 1, toRange(range), toRange(selectionRange));
  symbol.children = children.map(toSymbol);
  return symbol;
}
