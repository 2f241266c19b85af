import * as vscode from 'vscode';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { readDocument, readDocumentInSteps } from '../document/readDocument.ts';
import { updateDocument } from '../document/updateDocument.ts';
import { inSlices } from './inSlices.ts';
import { isKanoDocument } from './kanoFiles.ts';

/** Characters that are read at once: a few milliseconds' work. */
const smallText = 100_000;

/** Changes in one edit that are taken in at once: each costs a millisecond in a large file. */
const fewChanges = 20;

/** A first reading that others wait for. */
interface Reading {
  readonly document: Promise<KanoDocument>;
  /** What was typed meanwhile, one event after the other, and the version that it led to. */
  readonly edits: (readonly vscode.TextDocumentContentChangeEvent[])[];
  version: number;
}

/** One parse for each version of each open document, shared by every feature. Edits parse what they changed. */
export class DocumentStore implements vscode.Disposable {
  readonly #read = new Map<vscode.TextDocument, { readonly version: number; readonly document: KanoDocument }>();
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
      vscode.workspace.onDidOpenTextDocument((text) => isKanoDocument(text) && this.#changed.fire(text)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#change(event)),
      vscode.workspace.onDidCloseTextDocument((text) => this.#close(text)),
    ];
  }

  /**
   * What stands in a document: at once where it is known or small. A large one is read in slices, and what is typed meanwhile is
   * taken in at the end.
   */
  read(text: vscode.TextDocument): KanoDocument | Promise<KanoDocument> {
    const known = this.#read.get(text);
    if (known?.version === text.version) return known.document;
    const reading = this.#reading.get(text);
    if (reading?.version === text.version) return reading.document;
    const content = text.getText();
    if (content.length > smallText && !text.isClosed) return this.#readInSlices(text, content);
    const document = readDocument(text.uri.toString(), content);
    // Nobody would take away what is kept of a document that is closed already.
    if (!text.isClosed) this.#read.set(text, { version: text.version, document });
    return document;
  }

  /** Whether a reading of a document is that of the text as it stands now. */
  isCurrent(text: vscode.TextDocument, document: KanoDocument): boolean {
    const known = this.#read.get(text);
    return known?.version === text.version && known.document === document;
  }

  /** The open documents that are ours. */
  get all(): readonly vscode.TextDocument[] {
    return vscode.workspace.textDocuments.filter(isKanoDocument);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#read.clear();
    this.#reading.clear();
  }

  #change({ document: text, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.#read.get(text);
    if (!isKanoDocument(text)) {
      if (known) this.#close(text);
      return;
    }
    // Saving and undoing to a saved state change nothing but the dirty flag.
    if (contentChanges.length === 0 && known?.version === text.version) return;
    // An event that was missed, or came late, leaves no version to build on: then the whole is read again, and so it is after a large edit.
    const large = isLarge(contentChanges);
    if (known && large) this.#read.delete(text);
    else if (known && known.version === text.version - 1) {
      this.#read.set(text, { version: text.version, document: updateDocument(known.document, contentChanges) });
    }
    const reading = this.#reading.get(text);
    if (reading && large) this.#reading.delete(text);
    else if (reading && reading.version === text.version - 1) {
      reading.version = text.version;
      reading.edits.push(contentChanges);
    }
    this.#changed.fire(text);
  }

  #readInSlices(text: vscode.TextDocument, content: string): Promise<KanoDocument> {
    const isLast = () => this.#reading.get(text) === reading;
    const read = async (): Promise<KanoDocument> => {
      // Whoever asked before it was closed gets an answer all the same.
      const first = await inSlices(readDocumentInSteps(text.uri.toString(), content), () => isLast() || text.isClosed);
      const keep = isLast();
      if (keep) this.#reading.delete(text);
      // Changed in a way that was not told, or by much: whoever still waits gets what there is then.
      if (!first || reading.version !== text.version) return text.isClosed && first ? first : this.read(text);
      // Each counts its places in the text that the one before it left.
      const document = reading.edits.reduce((read, changes) => updateDocument(read, changes), first);
      if (keep) this.#read.set(text, { version: text.version, document });
      return document;
    };
    const reading: Reading = { document: Promise.resolve().then(read), edits: [], version: text.version };
    this.#reading.set(text, reading);
    return reading.document;
  }

  #close(text: vscode.TextDocument): void {
    this.#reading.delete(text);
    if (this.#read.delete(text) || isKanoDocument(text)) this.#closed.fire(text);
  }
}

/** Whether an edit is as much work as to read the file anew, which can be done in slices. */
function isLarge(changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
  return changes.length > fewChanges || changes.reduce((sum, { text }) => sum + text.length, 0) > smallText;
}
