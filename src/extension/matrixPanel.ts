import * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import { panelHtml } from '../webview/panelHtml.ts';
import { diffPanelStates } from '../webview/panelPatch.ts';
import type { HostMessage, PageMessage, PanelState } from '../webview/protocol.ts';
import { locale } from '../wording/language.ts';
import { panelTitle, panelWords } from '../wording/panelWording.ts';
import type { DocumentStore } from './documentStore.ts';
import { featuresByKey, panelState } from './panelState.ts';
import { panelTexts } from './panelTexts.ts';
import type { ProductStore } from './productStore.ts';
import { toRange } from './ranges.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** Milliseconds that the picture may lag behind a pause in the typing. */
const longestPause = 500;

/** The matrix of one file in a webview panel: follows typing with patches, and leads from a point to its source. */
export class MatrixPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #documents: DocumentStore;
  readonly #products: ProductStore;
  readonly #subscriptions: vscode.Disposable[];
  #text: vscode.TextDocument;
  /** What the page shows; `undefined` until it is ready for messages. */
  #shown: PanelState | undefined;
  #selected: string | null = null;
  #isDisposed = false;
  #scheduled: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds before the next update. */
  #pause = 0;
  #isOutOfDate = false;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    text: vscode.TextDocument,
    documents: DocumentStore,
    source: WorkspaceSource,
    products: ProductStore,
  ) {
    this.#panel = panel;
    this.#text = text;
    this.#documents = documents;
    this.#products = products;
    const { webview } = panel;
    const [dist, media] = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)) as [vscode.Uri, vscode.Uri];
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panel.title = panelTitle(fileName(text.uri));
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: PageMessage) => this.#receive(message)),
      products.onDidChange((changed) => changed.uri.toString() === this.#text.uri.toString() && this.#updateSoon(changed)),
      // VS Code closes documents that no editor shows; then nobody else looks after this one.
      source.onDidChange(() => this.#text.isClosed && this.#update(this.#text)),
    ];
    webview.html = panelHtml({
      nonce: nonce(),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'webview.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, 'panel.css')).toString(),
      cspSource: webview.cspSource,
      language: locale(),
      title: panel.title,
    });
  }

  /** Brings the panel to the front where it is. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Selects a feature by its id. */
  select(featureId: string): void {
    this.#selected = featureId;
    if (this.#shown) this.#post({ type: 'select', key: featureId });
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#scheduled);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The page was loaded, or loaded again after it had been hidden: it knows nothing yet.
        this.#shown = undefined;
        return this.#update(this.#text);
      case 'select':
        this.#selected = message.key;
        return;
      case 'reveal':
        return this.#revealFeature(message.key, message.focus);
      case 'chooseFile':
        await vscode.commands.executeCommand('workbench.action.quickOpen', '.kano.');
    }
  }

  /**
   * The picture of a large product takes longer than a keystroke may: it follows when the typing leaves room for it, at most a quarter of the
   * time is spent on it, and versions in between are passed over.
   */
  #updateSoon(text: vscode.TextDocument): void {
    this.#text = text;
    this.#isOutOfDate = true;
    this.#scheduled ??= setTimeout(async () => {
      const start = performance.now();
      this.#isOutOfDate = false;
      await this.#update(this.#text);
      this.#scheduled = undefined;
      this.#pause = Math.min(longestPause, 3 * (performance.now() - start));
      if (this.#isOutOfDate && !this.#isDisposed) this.#updateSoon(this.#text);
    }, this.#pause);
  }

  /** The document as VS Code has it now; as it was when its file is gone. */
  async #reopened(text: vscode.TextDocument): Promise<vscode.TextDocument> {
    return vscode.workspace.openTextDocument(text.uri).then(
      (opened) => opened,
      () => text,
    );
  }

  async #update(text: vscode.TextDocument): Promise<void> {
    this.#text = text.isClosed ? await this.#reopened(text) : text;
    const product = await this.#products.get(this.#text);
    if (this.#isDisposed || product.opened !== this.#documents.get(this.#text)) return;
    const name = product.opened.header.product;
    const current = panelState(product, analysisOfProduct(product));
    const broken = current.rows.length === 0 && product.opened.syntaxFindings.length > 0;
    // While the file is broken the last good picture is worth more than none, as long as it says what it is.
    const state = broken && this.#shown && this.#shown.rows.length > 0 ? { ...this.#shown, stale: panelWords().stale } : current;
    this.#panel.title = panelTitle(name ?? fileName(this.#text.uri));
    if (this.#shown) {
      const patch = diffPanelStates(this.#shown, state);
      if (patch) this.#post({ type: 'patch', patch });
    } else {
      const selected = this.#selected === null ? {} : { selected: this.#selected };
      this.#post({ type: 'state', uri: this.#text.uri.toString(), state, texts: panelTexts(), ...selected });
    }
    this.#shown = state;
  }

  async #revealFeature(key: string, focus: boolean): Promise<void> {
    if (this.#text.isClosed) await this.#update(this.#text);
    const product = await this.#products.get(this.#text);
    const found = featuresByKey(product).get(key);
    if (!found) return;
    const { document, entry } = found;
    const range = toRange(document.rangeOf(entry.placeOfId));
    await showSource(vscode.Uri.parse(document.uri), range, !focus);
  }

  #post(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** In the editor group that shows the file already; else beside the panel, in the group that was left for it. */
async function showSource(uri: vscode.Uri, selection: vscode.Range, preserveFocus: boolean): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  const viewColumn = visible?.viewColumn ?? group?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    viewColumn,
    preserveFocus,
    selection,
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function fileName(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
