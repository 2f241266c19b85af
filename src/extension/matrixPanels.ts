import * as vscode from 'vscode';
import { askForKanoFile, documentFor } from './activeDocument.ts';
import type { DocumentStore } from './documentStore.ts';
import { MatrixPanel } from './matrixPanel.ts';
import type { ProductStore } from './productStore.ts';

/** What VS Code calls our panels, also when it brings them back after a restart. */
const panelType = 'kano.matrix';

/** The matrix panels of the window: one a file. */
export class MatrixPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #documents: DocumentStore;
  readonly #products: ProductStore;
  readonly #panels = new Map<string, MatrixPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, documents: DocumentStore, products: ProductStore) {
    this.#extensionUri = extensionUri;
    this.#documents = documents;
    this.#products = products;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
    });
  }

  /** Shows the matrix of a file beside its editor and selects a feature in it; asks which file where none is meant. */
  async open(uri?: vscode.Uri, featureId?: string): Promise<void> {
    const text = (await documentFor(uri)) ?? (await askForKanoFile());
    if (!text) return;
    const existing = this.#panels.get(text.uri.toString());
    if (existing) existing.reveal();
    const panel = existing ?? this.#adopt(vscode.window.createWebviewPanel(panelType, '', vscode.ViewColumn.Beside), text);
    if (featureId !== undefined) panel.select(featureId);
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  async #restore(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = (state as { readonly uri?: unknown } | undefined)?.uri;
    try {
      if (typeof uri !== 'string') throw new Error('The panel was closed before it showed a file.');
      this.#adopt(webviewPanel, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
    } catch {
      // Without its file there is nothing to bring back.
      webviewPanel.dispose();
    }
  }

  #adopt(webviewPanel: vscode.WebviewPanel, text: vscode.TextDocument): MatrixPanel {
    const uri = text.uri.toString();
    const panel = new MatrixPanel(webviewPanel, this.#extensionUri, text, this.#documents, this.#products);
    this.#panels.set(uri, panel);
    webviewPanel.onDidDispose(() => {
      if (this.#panels.get(uri) === panel) this.#panels.delete(uri);
      panel.dispose();
    });
    return panel;
  }
}
