import * as vscode from 'vscode';
import { panelHtml } from '../../page/panelHtml.ts';
import {
  everything,
  type HostMessage,
  type Look,
  type PageMessage,
  type PanelRow,
  type PanelState,
  type Scope,
} from '../../page/protocol.ts';
import { diffPanelStates } from '../../page/state/panelPatch.ts';
import { locale } from '../../terms/language.ts';
import { editSentences, panelTitle, panelWords } from '../../wording/panelWording.ts';
import { toRange } from '../documents/conversions.ts';
import { inSlices } from '../documents/inSlices.ts';
import { isEditable } from '../documents/kanoFiles.ts';
import { editFeature } from './matrixPanelEdit.ts';
import { type PanelServices, productsInScope } from './matrixPanelProducts.ts';
import { showSource } from './matrixPanelSource.ts';
import { takeAlong } from './matrixPanelTake.ts';
import type { PanelContent } from './panelEdited.ts';
import { definitionRange, featureAt, featureRange } from './panelPlaces.ts';
import { panelContentInSteps } from './panelState.ts';
import { panelTexts } from './panelTexts.ts';

/** As many rows as VS Code passes on in a few milliseconds. */
const rowsAtOnce = 100;

/** Milliseconds that the picture may lag behind a pause in the typing. */
const longestPause = 500;

/** One file, or the workspace from its point of view, in a webview panel: follows typing with patches, leads to the source and edits it. */
export class MatrixPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: PanelServices;
  readonly #chooseFile: () => Promise<void>;
  readonly #subscriptions: vscode.Disposable[];
  /** `undefined` where the file could not be found again. */
  #text: vscode.TextDocument | undefined;
  #scope: Scope = 'file';
  #look: Look = everything;
  /** What the keys on the page mean. */
  #content: PanelContent | undefined;
  /** What the page shows; `undefined` until it is ready for messages. */
  #shown: PanelState | undefined;
  #selected: string | null = null;
  /** The update that counts: a later one takes over from those before. */
  #latest: Promise<void> | undefined;
  #sending: Promise<unknown> | undefined;
  #isReady = false;
  #isDisposed = false;
  #scheduled: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds before the next update. */
  #pause = 0;
  #isOutOfDate = false;

  /** @param chooseFile shows another file, in another panel */
  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    document: vscode.TextDocument | undefined,
    services: PanelServices,
    chooseFile: () => Promise<void>,
  ) {
    this.#panel = panel;
    this.#text = document;
    this.#services = services;
    this.#chooseFile = chooseFile;
    const { webview } = panel;
    const [dist, media] = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)) as [vscode.Uri, vscode.Uri];
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panel.title = panelTitle(this.#fileName);
    const { source, products, files } = services;
    this.#subscriptions = [
      webview.onDidReceiveMessage((message: PageMessage) => this.#receive(message)),
      products.onDidChange((changed) => changed.uri.toString() === this.#text?.uri.toString() && this.#updateSoon(changed)),
      // VS Code closes documents that no editor shows; then nobody else looks after this one, nor where its file goes away.
      source.onDidChange((uri) => {
        const document = this.#text;
        if (document && (document.isClosed || (uri === document.uri.toString() && !document.isDirty))) this.#updateSoon(document);
      }),
      files.onDidChange(() => this.#scope === 'workspace' && this.#text && this.#updateSoon(this.#text)),
      vscode.window.onDidChangeTextEditorSelection((event) => this.#followCursor(event)),
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

  get #fileName(): string {
    return this.#text?.uri.path.split('/').at(-1) ?? '';
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The page was loaded, or loaded again after it had been hidden: it knows nothing yet.
        this.#isReady = true;
        this.#shown = undefined;
        [this.#scope, this.#look] = [message.scope, message.look];
        return this.#update();
      case 'look':
        [this.#scope, this.#look] = [message.scope, message.look];
        return this.#update();
      case 'select':
        this.#selected = message.key;
        return;
      case 'reveal':
      case 'revealDefinition':
        return this.#reveal(message);
      case 'edit':
        await this.#catchUp();
        return this.#say(this.#refusal() ?? (await this.#edit(message)), 'refused');
      case 'table':
      case 'picture':
        return this.#take(message);
      case 'chooseFile':
        return this.#chooseFile();
    }
  }

  /**
   * The picture of a large product takes longer than a keystroke may: it follows when the typing leaves room for it, at most a quarter of the
   * time is spent on it, and versions in between are passed over.
   */
  #updateSoon(document: vscode.TextDocument): void {
    this.#text = document;
    this.#isOutOfDate = true;
    this.#scheduled ??= setTimeout(async () => {
      const start = performance.now();
      this.#isOutOfDate = false;
      try {
        await this.#update();
      } finally {
        this.#scheduled = undefined;
        this.#pause = Math.min(longestPause, 3 * (performance.now() - start));
      }
      if (this.#isOutOfDate && this.#text && !this.#isDisposed) this.#updateSoon(this.#text);
    }, this.#pause);
  }

  /** Before keys are looked up: takes in what was typed a moment ago. */
  async #catchUp(): Promise<void> {
    await (this.#scheduled !== undefined || !this.#content ? this.#update() : this.#latest);
  }

  /** Settles when the page shows the file as it is, also where a later update had to do it. */
  #update(): Promise<void> {
    const updating: Promise<void> = Promise.resolve().then(() => this.#make(() => this.#latest === updating && !this.#isDisposed));
    this.#latest = updating;
    return updating;
  }

  async #make(isWanted: () => boolean): Promise<void> {
    if (!this.#isReady) return;
    const document = await this.#reopened();
    const scope = this.#scope;
    const products = document ? await productsInScope(document, scope, this.#services) : [];
    // The page is shown one state after another.
    await this.#sending;
    if (!isWanted()) return this.#isDisposed ? undefined : this.#latest;
    if (!document) return this.#show(this.#shown && { ...this.#shown, stale: panelWords().gone });
    const readOnly = isEditable(document) ? null : editSentences().readOnly;
    const question = { products, scope, look: this.#look, file: this.#fileName, readOnly };
    const content = await inSlices(panelContentInSteps(question, this.#content), isWanted);
    if (!content) return this.#isDisposed ? undefined : this.#latest;
    // What was typed meanwhile has asked for an update of its own.
    if (!products[0] || !this.#services.models.isCurrent(document, products[0].opened)) return;
    this.#content = content;
    const { state } = content;
    const broken = state.rows.length === 0 && (products[0]?.opened.syntaxFindings.length ?? 0) > 0;
    // While the file is broken the last good picture is worth more than none, as long as it says what it is.
    return this.#show(broken && this.#shown && this.#shown.rows.length > 0 ? { ...this.#shown, stale: panelWords().stale } : state);
  }

  /** The document as VS Code has it now; `undefined` when its file is gone. */
  async #reopened(): Promise<vscode.TextDocument | undefined> {
    const document = this.#text;
    if (!document || (!document.isClosed && (document.isDirty || document.isUntitled || !isEditable(document)))) return document;
    try {
      // VS Code keeps a document for some minutes after its editor and its file have gone.
      await vscode.workspace.fs.stat(document.uri);
      if (document.isClosed) this.#text = await vscode.workspace.openTextDocument(document.uri);
      return this.#text;
    } catch {
      return undefined;
    }
  }

  async #show(state: PanelState | undefined): Promise<void> {
    this.#panel.title = panelTitle(state?.product || this.#fileName);
    const patch = this.#shown && state && diffPanelStates(this.#shown, state);
    const isFirst = !this.#shown || !state;
    this.#shown = state;
    if (patch) await this.#send(patch.upserted, (upserted) => ({ type: 'patch', patch: { ...patch, upserted } }));
    if (!isFirst) return;
    const page = { uri: this.#text?.uri.toString() ?? '', texts: panelTexts() };
    await this.#send(state?.rows ?? [], (rows) => ({
      type: 'state',
      ...page,
      state: state ? { ...state, rows } : null,
      // Another feature may have been selected while rows were on their way.
      ...(this.#selected === null ? {} : { selected: this.#selected }),
    }));
  }

  /** Sends many rows ahead, with room for others between: VS Code turns each message into text at once. */
  #send(rows: readonly PanelRow[], message: (rest: readonly PanelRow[]) => HostMessage): Promise<unknown> {
    const post = (sent: HostMessage) => this.#post(sent);
    this.#sending = inSlices(
      (function* () {
        let from = 0;
        for (; rows.length - from > rowsAtOnce; from += rowsAtOnce) {
          post({ type: 'rows', from, rows: rows.slice(from, from + rowsAtOnce) });
          yield;
        }
        post(message(rows.slice(from)));
      })(),
      () => !this.#isDisposed,
    );
    return this.#sending;
  }

  async #reveal(message: Extract<PageMessage, { readonly type: 'reveal' | 'revealDefinition' }>): Promise<void> {
    await this.#catchUp();
    if (!this.#content) return;
    const found = message.type === 'reveal' ? featureRange(this.#content, message) : definitionRange(this.#content, message);
    if (!found) return;
    try {
      await showSource(vscode.Uri.parse(found.uri), toRange(found.range), message.type === 'reveal' && !message.focus);
    } catch {
      this.#say(panelWords().gone);
    }
  }

  /** Selects the feature that the reader put the cursor into. */
  async #followCursor({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> {
    if (kind === undefined || kind === vscode.TextEditorSelectionChangeKind.Command || !this.#content) return;
    const { document } = textEditor;
    const uri = document.uri.toString();
    if (!this.#content.question.products.some(({ models }) => models.some((shown) => shown.uri === uri))) return;
    // After a large edit the file is read anew, in slices.
    const read = await this.#services.models.read(document);
    const key = featureAt(this.#content.items, read, textEditor.selection.active.line);
    if (key === null || key === this.#selected || this.#isDisposed) return;
    this.#selected = key;
    this.#post({ type: 'select', key });
  }

  /** Why nothing can be changed now: the file cannot be written, or is not what the page shows. */
  #refusal(): string | null {
    return this.#shown?.stale ?? this.#shown?.readOnly ?? null;
  }

  async #edit({ key, id, edit }: Extract<PageMessage, { readonly type: 'edit' }>): Promise<string | null> {
    // What cannot be opened any more cannot be changed.
    return editFeature(this.#content, key, id, edit, this.#services.models).catch(() => editSentences().failed);
  }

  async #take(message: Extract<PageMessage, { readonly type: 'table' | 'picture' }>): Promise<void> {
    if (this.#shown && this.#text) this.#say(await takeAlong(message, this.#shown, this.#text.uri));
  }

  #say(text: string | null, type: 'said' | 'refused' = 'said'): void {
    if (text !== null) this.#post({ type, text });
  }

  #post(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
