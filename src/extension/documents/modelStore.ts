import * as vscode from 'vscode';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readModel, readModelInSteps } from '../../document/readModel.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { inSlices } from './inSlices.ts';
import { isKanoDocument } from './kanoFiles.ts';

/** Texts of at most this many characters are read at once: a few milliseconds of work. */
const smallText = 100_000;

/** Edits of at most this many changes are applied at once: each costs a millisecond in a large file. */
const fewChanges = 20;

/** A first reading that is still going on. */
interface Reading {
  readonly model: Promise<KanoModel>;
  /** The edits made meanwhile, in their order. `version` is that of the document after them. */
  readonly edits: (readonly vscode.TextDocumentContentChangeEvent[])[];
  version: number;
}

/** The model of each open document, shared by every feature: one parse for each version, and after an edit only of what it changed. */
export class ModelStore implements vscode.Disposable {
  readonly #read = new Map<vscode.TextDocument, { readonly version: number; readonly model: KanoModel }>();
  readonly #reading = new Map<vscode.TextDocument, Reading>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #closed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: vscode.Disposable[];

  /** One of our documents was opened or changed, or a document became one of ours. */
  readonly onDidChange = this.#changed.event;
  /** One of our documents was closed, or is no longer one of ours. */
  readonly onDidClose = this.#closed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      this.#closed,
      vscode.workspace.onDidOpenTextDocument((document) => isKanoDocument(document) && this.#changed.fire(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
  }

  /**
   * The model of a document as it is now: at once if it is known or the document is small. A large document is read in slices, and edits made
   * meanwhile are applied at the end.
   */
  read(document: vscode.TextDocument): KanoModel | Promise<KanoModel> {
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.model;
    const reading = this.#reading.get(document);
    if (reading?.version === document.version) return reading.model;
    const content = document.getText();
    if (content.length > smallText && !document.isClosed) return this.#readInSlices(document, content);
    const model = readModel(document.uri.toString(), content);
    // Nothing would remove the model of a document that is already closed.
    if (!document.isClosed) this.#read.set(document, { version: document.version, model });
    return model;
  }

  /** Whether a model is that of a document as it is now. */
  isCurrent(document: vscode.TextDocument, model: KanoModel): boolean {
    const known = this.#read.get(document);
    return known?.version === document.version && known.model === model;
  }

  /** All open documents that are ours. */
  get documents(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(isKanoDocument);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#read.clear();
    this.#reading.clear();
  }

  #change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#read.get(document);
    if (!isKanoDocument(document)) {
      if (known) this.#close(document);
      return;
    }
    // Saving and undoing to a saved state change nothing but the dirty flag.
    if (contentChanges.length === 0 && known?.version === document.version) return;
    // Without the version before (an event was missed or came late), or after a large edit, the whole document is read again.
    const large = isLarge(contentChanges);
    if (known && large) this.#read.delete(document);
    else if (known && known.version === document.version - 1) {
      this.#read.set(document, { version: document.version, model: updateModel(known.model, contentChanges) });
    }
    const reading = this.#reading.get(document);
    if (reading && large) this.#reading.delete(document);
    else if (reading && reading.version === document.version - 1) {
      reading.version = document.version;
      reading.edits.push(contentChanges);
    }
    this.#changed.fire(document);
  }

  #readInSlices(document: vscode.TextDocument, content: string): Promise<KanoModel> {
    const isLast = () => this.#reading.get(document) === reading;
    const read = async (): Promise<KanoModel> => {
      // If the document was closed meanwhile, the model is still returned.
      const first = await inSlices(readModelInSteps(document.uri.toString(), content), () => isLast() || document.isClosed);
      const keep = isLast();
      if (keep) this.#reading.delete(document);
      // After an edit that was missed or too large, the document as it is then counts.
      if (!first || reading.version !== document.version) return document.isClosed && first ? first : this.read(document);
      // The positions of each edit refer to the text after the one before it.
      const model = reading.edits.reduce((read, changes) => updateModel(read, changes), first);
      if (keep) this.#read.set(document, { version: document.version, model });
      return model;
    };
    const reading: Reading = { model: Promise.resolve().then(read), edits: [], version: document.version };
    this.#reading.set(document, reading);
    return reading.model;
  }

  #close(document: vscode.TextDocument): void {
    this.#reading.delete(document);
    if (this.#read.delete(document) || isKanoDocument(document)) this.#closed.fire(document);
  }
}

/** Whether an edit costs as much as reading the whole document, which can be done in slices. */
function isLarge(changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
  return changes.length > fewChanges || changes.reduce((sum, { text }) => sum + text.length, 0) > smallText;
}
