import * as vscode from 'vscode';
import { isConfigurationPath } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, readProduct } from '../../document/product.ts';
import { stringsAt } from '../../document/yaml/node.ts';
import { isKanoDocument } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** The product of each open document: the file and everything it uses. */
export class ProductStore implements vscode.Disposable {
  readonly #models: ModelStore;
  readonly #source: WorkspaceSource;
  readonly #products = new Map<vscode.TextDocument, Product>();
  readonly #reading = new Map<vscode.TextDocument, { readonly model: KanoModel; readonly product: Promise<Product> }>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];
  /** The day at which ages were counted last. */
  #day: string;

  /** The product of an open document changed, by an edit in it or in a file that it uses, or because another day has come. */
  readonly onDidChange = this.#changed.event;

  constructor(models: ModelStore, source: WorkspaceSource) {
    this.#models = models;
    this.#source = source;
    this.#day = source.asOf;
    this.#subscriptions = [
      this.#changed,
      source.onDidChange((uri) => this.#refresh(uri)),
      // A window may stay open over night.
      vscode.window.onDidChangeWindowState(() => this.#followDay()),
      models.onDidClose((document) => {
        this.#products.delete(document);
        this.#reading.delete(document);
      }),
    ];
  }

  /** The product as it is now; a promise where other files have to be read first. */
  get(document: vscode.TextDocument): Product | Promise<Product> {
    const model = this.#models.read(document);
    if (model instanceof Promise) return model.then(() => this.get(document));
    const known = this.#products.get(document);
    const { asOf } = this.#source;
    if (known?.opened === model && known.asOf === asOf) return known;
    const product = known && withOpened(known, model, asOf);
    if (!product) return this.#read(document, model);
    if (!document.isClosed) this.#products.set(document, product);
    return product;
  }

  /**
   * The product of one of our documents as it is now; `undefined` for any other document, and where an edit came in while other files were read:
   * then a position in the document no longer means the same.
   */
  async current(document: vscode.TextDocument): Promise<Product | undefined> {
    if (!isKanoDocument(document)) return undefined;
    const product = await this.get(document);
    return this.#models.isCurrent(document, product.opened) ? product : undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #read(document: vscode.TextDocument, model: KanoModel): Promise<Product> {
    const running = this.#reading.get(document);
    if (running?.model === model) return running.product;
    const product = readProduct(model, this.#source).then((read) => {
      // Not after an edit, or when the document was closed meanwhile.
      if (this.#reading.get(document)?.product === product) {
        this.#reading.delete(document);
        if (!document.isClosed) this.#products.set(document, read);
      }
      return read;
    });
    this.#reading.set(document, { model, product });
    return product;
  }

  /** Another day changes how old everything is, in all documents. */
  #followDay(): void {
    if (this.#source.asOf === this.#day) return;
    this.#day = this.#source.asOf;
    for (const document of this.#models.documents) this.#changed.fire(document);
  }

  #refresh(uri: string): void {
    this.#followDay();
    const configured = isConfigurationPath(uri);
    for (const document of this.#models.documents) {
      const itself = document.uri.toString() === uri;
      const known = this.#products.get(document);
      // A missing file may have appeared, and a reading in progress may have read the file before it changed.
      const mayUse = configured || this.#reading.has(document) || (known && isInProduct(known, uri));
      if (!itself && mayUse) {
        this.#products.delete(document);
        this.#reading.delete(document);
      }
      if (itself || mayUse) this.#changed.fire(document);
    }
  }
}

function isInProduct({ models, unresolvedUses }: Product, uri: string): boolean {
  return unresolvedUses.length > 0 || models.some((model) => model.uri === uri);
}

/** The product after an edit of the opened file, on a day; `undefined` where the edit changed what the file uses. */
function withOpened(known: Product, model: KanoModel, asOf: string): Product | undefined {
  if (usesOf(model).join('\n') !== usesOf(known.opened).join('\n')) return undefined;
  if (known.unresolvedUses.length > 0 && usesOf(model).length > 0) return undefined;
  return { ...known, opened: model, models: [model, ...known.models.slice(1)], unresolvedUses: [], asOf };
}

function usesOf(model: KanoModel): readonly string[] {
  return stringsAt(model.frame.root, ['uses']).map(({ value }) => value);
}
