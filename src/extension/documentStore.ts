import * as vscode from 'vscode';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { readDocument } from '../document/readDocument.ts';
import { updateDocument } from '../document/updateDocument.ts';
import { isKanoDocument } from './kanoFiles.ts';

/** One parse for each version of each open document, shared by every feature. Edits parse what they changed. */
export class DocumentStore implements vscode.Disposable {
  readonly #read = new Map<vscode.TextDocument, { readonly version: number; readonly document: KanoDocument }>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** One of ours was opened or changed, or became one of ours. */
  readonly onDidChange = this.#changed.event;
  /** One of ours was closed, or is no longer one of ours. */
  readonly onDidClose = this.#closed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      this.#closed,
      vscode.workspace.onDidOpenTextDocument((text) => isKanoDocument(text) && this.#changed.fire(text)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((text) => this.#close(text)),
    ];
  }

  /** What stands in a document now. */
  get(text: vscode.TextDocument): KanoDocument {
    const known = this.#read.get(text);
    if (known?.version === text.version) return known.document;
    const document = readDocument(text.uri.toString(), text.getText());
    // Nobody would take away what is kept of a document that is closed already.
    if (!text.isClosed) this.#read.set(text, { version: text.version, document });
    return document;
  }

  /** The open documents that are ours. */
  get all(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(isKanoDocument);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#read.clear();
  }

  #change({ document: text, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#read.get(text);
    if (!isKanoDocument(text)) {
      if (known) this.#close(text);
      return;
    }
    // Saving and undoing to a saved state change nothing but the dirty flag.
    if (contentChanges.length === 0 && known?.version === text.version) return;
    // An event that was missed, or came late, leaves no version to build on: then the whole text is read again.
    if (known && known.version === text.version - 1) {
      this.#read.set(text, { version: text.version, document: updateDocument(known.document, contentChanges) });
    }
    this.#changed.fire(text);
  }

  #close(text: vscode.TextDocument): void {
    if (this.#read.delete(text) || isKanoDocument(text)) this.#closed.fire(text);
  }
}
