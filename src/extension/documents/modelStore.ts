import * as vscode from 'vscode';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readModel, readModelInSteps } from '../../document/readModel.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { inSlices } from './inSlices.ts';
import { isKanoDocument } from './kanoFiles.ts';

/** Characters that are read at once: a few milliseconds' work. */
const smallText = 100_000;

/** Changes in one edit that are taken in at once: each costs a millisecond in a large file. */
const fewChanges = 20;

/** A first reading that others wait for. */
interface Reading {
  readonly document: Promise<KanoModel>;
  /** What was typed meanwhile, one event after the other, and the version that it led to. */
  readonly edits: (readonly vscode.TextDocumentContentChangeEvent[])[];
  version: number;
}

/** One parse for each version of each open document, shared by every feature. Edits parse what they changed. */
export class ModelStore implements vscode.Disposable {
  readonly #read = new Map<vscode.TextDocument, { readonly version: number; readonly model: KanoModel }>();
  readonly #reading = new Map<vscode.TextDocument, Reading>();
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
      vscode.workspace.onDidOpenTextDocument((document) => isKanoDocument(document) && this.#changed.fire(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
    ];
  }

  /**
   * What stands in a document: at once where it is known or small. A large one is read in slices, and what is typed meanwhile is
   * taken in at the end.
   */
  read(document: vscode.TextDocument): KanoModel | Promise<KanoModel> {
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.model;
    const reading = this.#reading.get(document);
    if (reading?.version === document.version) return reading.document;
    const content = document.getText();
    if (content.length > smallText && !document.isClosed) return this.#readInSlices(document, content);
    const model = readModel(document.uri.toString(), content);
    // Nobody would take away what is kept of a document that is closed already.
    if (!document.isClosed) this.#read.set(document, { version: document.version, model });
    return model;
  }

  /** Whether a reading of a document is that of the text as it stands now. */
  isCurrent(document: vscode.TextDocument, model: KanoModel): boolean {
    const known = this.#read.get(document);
    return known?.version === document.version && known.model === model;
  }

  /** The open documents that are ours. */
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
    // An event that was missed, or came late, leaves no version to build on: then the whole is read again, and so it is after a large edit.
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
      // Whoever asked before it was closed gets an answer all the same.
      const first = await inSlices(readModelInSteps(document.uri.toString(), content), () => isLast() || document.isClosed);
      const keep = isLast();
      if (keep) this.#reading.delete(document);
      // Changed in a way that was not told, or by much: whoever still waits gets what there is then.
      if (!first || reading.version !== document.version) return document.isClosed && first ? first : this.read(document);
      // Each counts its places in the text that the one before it left.
      const model = reading.edits.reduce((read, changes) => updateModel(read, changes), first);
      if (keep) this.#read.set(document, { version: document.version, model });
      return model;
    };
    const reading: Reading = { document: Promise.resolve().then(read), edits: [], version: document.version };
    this.#reading.set(document, reading);
    return reading.document;
  }

  #close(document: vscode.TextDocument): void {
    this.#reading.delete(document);
    if (this.#read.delete(document) || isKanoDocument(document)) this.#closed.fire(document);
  }
}

/** Whether an edit is as much work as to read the file anew, which can be done in slices. */
function isLarge(changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
  return changes.length > fewChanges || changes.reduce((sum, { text }) => sum + text.length, 0) > smallText;
}
