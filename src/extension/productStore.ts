import * as vscode from 'vscode';
import { isConfigurationPath } from '../document/configuration.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { stringsAt } from '../document/node.ts';
import { type Product, readProduct } from '../document/product.ts';
import type { DocumentStore } from './documentStore.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** The product that each open document opens: the file and all that it uses. */
export class ProductStore implements vscode.Disposable {
  readonly #documents: DocumentStore;
  readonly #source: WorkspaceSource;
  readonly #products = new Map<vscode.TextDocument, Product>();
  readonly #reading = new Map<vscode.TextDocument, { readonly document: KanoDocument; readonly product: Promise<Product> }>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** The product of an open document changed, by an edit in it or in a file that it uses. */
  readonly onDidChange = this.#changed.event;

  constructor(documents: DocumentStore, source: WorkspaceSource) {
    this.#documents = documents;
    this.#source = source;
    this.#subscriptions = [
      this.#changed,
      source.onDidChange((uri) => this.#refresh(uri)),
      documents.onDidClose((text) => {
        this.#products.delete(text);
        this.#reading.delete(text);
      }),
    ];
  }

  /** The product as it stands now, where no other file has to be read for it; else a promise. */
  get(text: vscode.TextDocument): Product | Promise<Product> {
    const document = this.#documents.read(text);
    if (document instanceof Promise) return document.then(() => this.get(text));
    const known = this.#products.get(text);
    if (known?.opened === document) return known;
    const product = known && withOpened(known, document);
    if (!product) return this.#read(text, document);
    if (!text.isClosed) this.#products.set(text, product);
    return product;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #read(text: vscode.TextDocument, document: KanoDocument): Promise<Product> {
    const running = this.#reading.get(text);
    if (running?.document === document) return running.product;
    const product = readProduct(document, this.#source).then((read) => {
      // What an edit or a closing overtook is of no use any more.
      if (this.#reading.get(text)?.product === product) {
        this.#reading.delete(text);
        if (!text.isClosed) this.#products.set(text, read);
      }
      return read;
    });
    this.#reading.set(text, { document, product });
    return product;
  }

  #refresh(uri: string): void {
    const configured = isConfigurationPath(uri);
    for (const text of this.#documents.all) {
      const itself = text.uri.toString() === uri;
      const known = this.#products.get(text);
      // A file that was missing may be the one that has come, and one that is being read may have been read already.
      const mayUse = configured || this.#reading.has(text) || (known && isInProduct(known, uri));
      if (!itself && mayUse) {
        this.#products.delete(text);
        this.#reading.delete(text);
      }
      if (itself || mayUse) this.#changed.fire(text);
    }
  }
}

function isInProduct({ documents, unresolvedUses }: Product, uri: string): boolean {
  return unresolvedUses.length > 0 || documents.some((document) => document.uri === uri);
}

/** The product after an edit of the opened file, where that leaves what it uses as it was. */
function withOpened(known: Product, document: KanoDocument): Product | undefined {
  if (usesOf(document).join('\n') !== usesOf(known.opened).join('\n')) return undefined;
  if (known.unresolvedUses.length > 0 && usesOf(document).length > 0) return undefined;
  return { ...known, opened: document, documents: [document, ...known.documents.slice(1)], unresolvedUses: [] };
}

function usesOf(document: KanoDocument): readonly string[] {
  return stringsAt(document.frame.root, ['uses']).map(({ value }) => value);
}
