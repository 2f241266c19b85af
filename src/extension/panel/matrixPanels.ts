import * as vscode from 'vscode';
import { askForKanoFile, documentFor } from '../documents/kanoFiles.ts';
import type { Services } from '../documents/services.ts';
import { MatrixPanel } from './matrixPanel.ts';

/** The type of our panels in VS Code, also when it restores them after a restart. */
const panelType = 'kano.matrix';

/** The matrix panels of the window: one a file. */
export class MatrixPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #services: Services;
  readonly #panels = new Map<string, MatrixPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, services: Services) {
    this.#extensionUri = extensionUri;
    this.#services = services;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
    });
  }

  /** Shows the matrix of a file beside its editor and selects a feature in it; asks which file where none is meant. */
  async open(uri?: unknown, featureId?: unknown): Promise<void> {
    const document = await documentFor(uri);
    if (!document) return;
    const panel = this.#panelOf(document, vscode.ViewColumn.Beside);
    if (typeof featureId === 'string') panel.select(featureId);
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #panelOf(document: vscode.TextDocument, column: vscode.ViewColumn): MatrixPanel {
    const existing = this.#panels.get(document.uri.toString());
    existing?.reveal();
    return existing ?? this.#adopt(vscode.window.createWebviewPanel(panelType, '', column), document.uri.toString(), document);
  }

  async #restore(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = (state as { readonly uri?: unknown } | undefined)?.uri;
    const known = typeof uri === 'string' && uri !== '' ? uri : '';
    const document = known === '' ? undefined : await openIfThere(vscode.Uri.parse(known));
    this.#adopt(webviewPanel, known, document);
  }

  #adopt(webviewPanel: vscode.WebviewPanel, uri: string, document: vscode.TextDocument | undefined): MatrixPanel {
    const panel = new MatrixPanel(webviewPanel, this.#extensionUri, document, this.#services, async () => {
      const chosen = await askForKanoFile();
      if (!chosen) return;
      this.#panelOf(chosen, webviewPanel.viewColumn ?? vscode.ViewColumn.Beside);
      // A panel without a file has nothing more to say.
      if (!document) panel.dispose();
    });
    this.#panels.set(uri, panel);
    webviewPanel.onDidDispose(() => {
      if (this.#panels.get(uri) === panel) this.#panels.delete(uri);
      panel.dispose();
    });
    return panel;
  }
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
