import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import type { ProductAnalysis } from '../analysis/productAnalysis.ts';
import { codeLenses, codeLensTitle, type FeatureLens } from '../language/codeLenses.ts';
import { isKanoDocument } from './kanoFiles.ts';
import { openMatrixCommand } from './matrixCommand.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

class KanoCodeLens extends vscode.CodeLens {
  readonly lens: FeatureLens;
  readonly analysis: ProductAnalysis;
  readonly uri: vscode.Uri;

  constructor(lens: FeatureLens, analysis: ProductAnalysis, uri: vscode.Uri) {
    super(toRange(lens.range));
    this.lens = lens;
    this.analysis = analysis;
    this.uri = uri;
  }
}

/** Lenses above features. Titles are made for those that come into view only. */
export class CodeLensProvider implements vscode.CodeLensProvider<KanoCodeLens>, vscode.Disposable {
  readonly #products: ProductStore;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(products: ProductStore) {
    this.#products = products;
    this.#subscription = products.onDidChange(() => this.#changed.fire());
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async provideCodeLenses(text: vscode.TextDocument): Promise<KanoCodeLens[]> {
    if (!isKanoDocument(text)) return [];
    const product = await this.#products.get(text);
    const analysis = analysisOfProduct(product);
    return codeLenses(product.opened).map((lens) => new KanoCodeLens(lens, analysis, text.uri));
  }

  resolveCodeLens(codeLens: KanoCodeLens): KanoCodeLens {
    const { lens, analysis, uri } = codeLens;
    const id = lens.entry?.value.id;
    codeLens.command = {
      command: openMatrixCommand,
      title: codeLensTitle(lens, analysis),
      arguments: id === undefined ? [uri] : [uri, id],
    };
    return codeLens;
  }
}
