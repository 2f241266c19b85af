import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import type { Product } from '../../document/product.ts';
import { codeLenses, codeLensTitle, type FeatureLens } from '../../languageFeatures/codeLenses.ts';
import { isKanoDocument } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { toRange } from '../documents/ranges.ts';
import type { GitBases } from '../git/gitBases.ts';
import { openMatrixCommand } from '../panel/matrixCommand.ts';
import { linesAround, linesInView } from './linesInView.ts';

class KanoCodeLens extends vscode.CodeLens {
  readonly lens: FeatureLens;
  readonly product: Product;
  readonly document: vscode.TextDocument;

  constructor(lens: FeatureLens, product: Product, document: vscode.TextDocument) {
    super(toRange(lens.range));
    this.lens = lens;
    this.product = product;
    this.document = document;
  }
}

/** What was last given to the editor for a document. */
interface Given {
  readonly version: number;
  /** The lines that have their lenses. */
  readonly lines: { readonly first: number; readonly last: number };
}

/**
 * Lenses above features. Titles are made for those that come into view only; of a large file, lenses are placed around what
 * is in view, because VS Code takes all of them over at every change.
 */
export class CodeLensProvider implements vscode.CodeLensProvider<KanoCodeLens>, vscode.Disposable {
  readonly #products: ProductStore;
  readonly #bases: GitBases;
  readonly #given = new WeakMap<vscode.TextDocument, Given>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(products: ProductStore, bases: GitBases) {
    this.#products = products;
    this.#bases = bases;
    this.#subscriptions = [
      this.#changed,
      // After an edit of the document itself VS Code asks again of its own accord.
      products.onDidChange((document) => this.#given.get(document)?.version === document.version && this.#changed.fire()),
      bases.onDidChange(() => this.#changed.fire()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#follow(textEditor.document)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<KanoCodeLens[]> {
    if (!isKanoDocument(document)) return [];
    const product = await this.#products.get(document);
    const lines = linesAround(document);
    this.#given.set(document, { version: document.version, lines });
    return codeLenses(product.opened, lines).map((lens) => new KanoCodeLens(lens, product, document));
  }

  resolveCodeLens(codeLens: KanoCodeLens): KanoCodeLens {
    const { lens, product, document } = codeLens;
    const id = lens.item?.value.id;
    const base = this.#bases.get(document);
    codeLens.command = {
      command: openMatrixCommand,
      title: codeLensTitle(lens, analysisOfProduct(product), base && { base, product }),
      arguments: id === undefined ? [document.uri] : [document.uri, id],
    };
    return codeLens;
  }

  /** Places lenses where somebody scrolled to. */
  #follow(document: vscode.TextDocument): void {
    const lines = this.#given.get(document)?.lines;
    const view = linesInView(document);
    if (lines && view && (view.first < lines.first || view.last > lines.last)) this.#changed.fire();
  }
}
