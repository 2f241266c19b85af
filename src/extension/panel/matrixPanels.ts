import * as vscode from 'vscode';
import type { Scope } from '../../page/protocol.ts';
import { chooseFile, documentFor } from '../documents/chooseFile.ts';
import type { Services } from '../documents/services.ts';
import type { GitBases } from '../git/gitBases.ts';
import { guarded, registerCommand } from '../output/failures.ts';
import { exportCommands, openPanelContext, panelType } from './matrixCommand.ts';
import { MatrixPanel } from './matrixPanel.ts';

/** The matrix panels of the window: one a file. */
export class MatrixPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #services: Services;
  readonly #bases: GitBases;
  readonly #panels = new Map<string, MatrixPanel>();
  /** The panels from the one that was in use longest ago to the one in use now, or last. */
  readonly #byUse = new Set<MatrixPanel>();
  readonly #subscriptions: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, services: Services, bases: GitBases) {
    this.#extensionUri = extensionUri;
    this.#services = services;
    this.#bases = bases;
    this.#subscriptions = vscode.Disposable.from(
      ...exportCommands.map(({ command, format, copy }) => registerCommand(command, () => this.#meant()?.export(format, copy))),
      vscode.window.registerWebviewPanelSerializer(
        panelType,
        guarded('restored panels', {
          deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
        }),
      ),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const file of files) this.#rename(file);
      }),
    );
  }

  /** Shows the matrix of a file beside its editor and selects a feature in it; asks which file where none is meant. */
  async open(uri?: unknown, featureId?: unknown): Promise<void> {
    const document = await documentFor(uri, this.#services);
    if (!document) return;
    const panel = this.#panelOf(document, vscode.ViewColumn.Beside);
    if (typeof featureId === 'string') panel.select(featureId);
  }

  /** What the panel shows that has the keyboard; `undefined` while none has, or it has no file. */
  get active(): { readonly uri: vscode.Uri; readonly scope: Scope } | undefined {
    return [...this.#byUse].find(({ isActive }) => isActive)?.shown;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  /** The panel that a command without a file means: of those in sight, else of all, the one that was in use last. */
  #meant(): MatrixPanel | undefined {
    const panels = [...this.#byUse];
    return panels.findLast(({ isVisible }) => isVisible) ?? panels.at(-1);
  }

  #use(panel: MatrixPanel): void {
    this.#byUse.delete(panel);
    this.#byUse.add(panel);
  }

  #panelOf({ uri }: vscode.TextDocument, column: vscode.ViewColumn): MatrixPanel {
    const existing = this.#panels.get(uri.toString());
    existing?.reveal();
    return existing ?? this.#adopt(vscode.window.createWebviewPanel(panelType, '', column), uri);
  }

  async #restore(webviewPanel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = (state as { readonly uri?: unknown } | undefined)?.uri;
    this.#adopt(webviewPanel, typeof uri === 'string' && uri !== '' ? vscode.Uri.parse(uri) : undefined);
  }

  #adopt(webviewPanel: vscode.WebviewPanel, uri: vscode.Uri | undefined): MatrixPanel {
    const panel = new MatrixPanel(webviewPanel, this.#extensionUri, uri, this.#services, this.#bases, async () => {
      const chosen = await chooseFile(this.#services);
      if (!chosen) return;
      this.#panelOf(chosen, webviewPanel.viewColumn ?? vscode.ViewColumn.Beside);
      // A panel without a file has nothing more to say.
      if (!uri) panel.dispose();
    });
    this.#panels.set(uri?.toString() ?? '', panel);
    this.#use(panel);
    this.#sayWhetherOpen();
    webviewPanel.onDidChangeViewState(() => webviewPanel.active && this.#use(panel));
    webviewPanel.onDidDispose(() => {
      for (const [shown, other] of this.#panels) if (other === panel) this.#panels.delete(shown);
      this.#byUse.delete(panel);
      this.#sayWhetherOpen();
      panel.dispose();
    });
    return panel;
  }

  /** So that the command palette offers what a panel can do while there is one. */
  #sayWhetherOpen(): void {
    void vscode.commands.executeCommand('setContext', openPanelContext, this.#byUse.size > 0);
  }

  /** A renamed file, or one in a renamed folder, keeps its panel. A panel that shows the new name already stays as it is. */
  #rename({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): void {
    for (const [shown, panel] of [...this.#panels]) {
      if (shown !== oldUri.toString() && !shown.startsWith(`${oldUri}/`)) continue;
      const uri = vscode.Uri.parse(`${newUri}${shown.slice(oldUri.toString().length)}`);
      if (this.#panels.has(uri.toString())) continue;
      this.#panels.delete(shown);
      this.#panels.set(uri.toString(), panel);
      panel.follow(uri);
    }
  }
}
