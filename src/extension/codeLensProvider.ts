import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import type { Product } from '../document/product.ts';
import { codeLenses, codeLensTitle, type FeatureLens } from '../language/codeLenses.ts';
import type { GitBases } from './gitBases.ts';
import { isKanoDocument } from './kanoFiles.ts';
import { linesAround, linesInView } from './linesInView.ts';
import { openMatrixCommand } from './matrixCommand.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';

class KanoCodeLens extends vscode.CodeLens {
  readonly lens: FeatureLens;
  readonly product: Product;
  readonly text: vscode.TextDocument;

  constructor(lens: FeatureLens, product: Product, text: vscode.TextDocument) {
    super(toRange(lens.range));
    this.lens = lens;
    this.product = product;
    this.text = text;
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
      products.onDidChange((text) => this.#given.get(text)?.version === text.version && this.#changed.fire()),
      bases.onDidChange(() => this.#changed.fire()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#follow(textEditor.document)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async provideCodeLenses(text: vscode.TextDocument): Promise<KanoCodeLens[]> {
    if (!isKanoDocument(text)) return [];
    const product = await this.#products.get(text);
    const lines = linesAround(text);
    this.#given.set(text, { version: text.version, lines });
    return codeLenses(product.opened, lines).map((lens) => new KanoCodeLens(lens, product, text));
  }

  resolveCodeLens(codeLens: KanoCodeLens): KanoCodeLens {
    const { lens, product, text } = codeLens;
    const id = lens.entry?.value.id;
    const base = this.#bases.get(text);
    codeLens.command = {
      command: openMatrixCommand,
      title: codeLensTitle(lens, analysisOfProduct(product), base && { base, product }),
      arguments: id === undefined ? [text.uri] : [text.uri, id],
    };
    return codeLens;
  }

  /** Places lenses where somebody scrolled to. */
  #follow(text: vscode.TextDocument): void {
    const lines = this.#given.get(text)?.lines;
    const view = linesInView(text);
    if (lines && view && (view.first < lines.first || view.last > lines.last)) this.#changed.fire();
  }
}
