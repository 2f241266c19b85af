import * as vscode from 'vscode';
import { askForKanoFile, documentFor } from './activeDocument.ts';
import type { DocumentStore } from './documentStore.ts';
import { MatrixPanel } from './matrixPanel.ts';
import type { ProductStore } from './productStore.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** What VS Code calls our panels, also when it brings them back after a restart. */
const panelType = 'kano.matrix';

/** The matrix panels of the window: one a file. */
export class MatrixPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #documents: DocumentStore;
  readonly #products: ProductStore;
  readonly #source: WorkspaceSource;
  readonly #panels = new Map<string, MatrixPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, documents: DocumentStore, source: WorkspaceSource, products: ProductStore) {
    this.#extensionUri = extensionUri;
    this.#documents = documents;
    this.#products = products;
    this.#source = source;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
    });
  }

  /** Shows the matrix of a file beside its editor and selects a feature in it; asks which file where none is meant. */
  async open(uri?: unknown, featureId?: unknown): Promise<void> {
    // Menus add arguments of their own behind the file.
    const text = (await documentFor(uri instanceof vscode.Uri ? uri : undefined)) ?? (await askForKanoFile());
    if (!text) return;
    const existing = this.#panels.get(text.uri.toString());
    if (existing) existing.reveal();
    const panel = existing ?? this.#adopt(vscode.window.createWebviewPanel(panelType, '', vscode.ViewColumn.Beside), text);
    if (typeof featureId === 'string') panel.select(featureId);
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
    const panel = new MatrixPanel(webviewPanel, this.#extensionUri, text, this.#documents, this.#source, this.#products);
    this.#panels.set(uri, panel);
    webviewPanel.onDidDispose(() => {
      if (this.#panels.get(uri) === panel) this.#panels.delete(uri);
      panel.dispose();
    });
    return panel;
  }
}
