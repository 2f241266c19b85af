import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ComparisonBase } from '../../analysis/comparison/comparisonBase.ts';
import { rareTests } from '../../analysis/statistics/contingencyTest.ts';
import { changesBetween, type PanelFiles, panelFiles, wholeFiles } from '../../page/panelFiles.ts';
import { panelHtml } from '../../page/panelHtml.ts';
import { type ExportKind, type HostMessage, isPageMessage, type PageMessage, type Scope } from '../../page/protocol.ts';
import { currentLanguage, locale, type TranslationBundle } from '../../terms/language.ts';
import { keepDropped } from '../documents/droppedFiles.ts';
import { documentOfFile, isEditable, openDocument } from '../documents/kanoFiles.ts';
import { isLocked } from '../documents/readOnly.ts';
import type { Services } from '../documents/services.ts';
import type { GitBases } from '../git/gitBases.ts';
import { attempt, reportFailure } from '../output/failures.ts';
import { productsInScope } from './matrixPanelProducts.ts';
import { pageNonce } from './pageNonce.ts';
import { editItem, featureAt, revealItem } from './panelItems.ts';
import { saveExport } from './saveExport.ts';

/** Milliseconds that the page may lag behind a pause in the typing. */
const longestPause = 500;
/** Tests that lenses and problems have drawn and the page need not: more than most products have. */
const mostRareTests = 1000;

/** One file, or the workspace from its point of view, in a webview panel: tells the page every change, reveals items in the source and edits them. */
export class MatrixPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #bases: GitBases;
  readonly #chooseFile: () => Promise<void>;
  readonly #subscriptions: vscode.Disposable[];
  /** The file, also while it is not there; `undefined` where it is not known. */
  #uri: vscode.Uri | undefined;
  #scope: Scope = 'file';
  /** What the page has; `undefined` until it has files. */
  #sent: PanelFiles | undefined;
  /** The base that the page has. */
  #sentBase: ComparisonBase | undefined;
  /** The feature to select once the page has files. */
  #toSelect: string | undefined;
  /** What to copy or save then. */
  #toExport: { readonly format: ExportKind; readonly copy: boolean } | undefined;
  /** The update that counts: a later one takes over from those before. */
  #latest: Promise<void> | undefined;
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
    uri: vscode.Uri | undefined,
    services: Services,
    bases: GitBases,
    chooseFile: () => Promise<void>,
  ) {
    this.#panel = panel;
    this.#uri = uri;
    this.#services = services;
    this.#bases = bases;
    this.#chooseFile = chooseFile;
    const { webview } = panel;
    const [dist, media] = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)) as [vscode.Uri, vscode.Uri];
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panel.title = panelTitle(this.#fileName);
    const { source, products, files } = services;
    this.#subscriptions = [
      webview.onDidReceiveMessage(
        (message: unknown) => isPageMessage(message) && attempt(`panel: ${message.type}`, () => this.#receive(message)),
      ),
      products.onDidChange((changed) => changed.uri.toString() === this.#uri?.toString() && this.#updateSoon()),
      // VS Code closes documents that no editor shows; then nothing else reports changes of this one, or that its file was deleted.
      source.onDidChange((changed) => {
        const open = this.#uri && openDocument(this.#uri.toString());
        if (!open || (changed === open.uri.toString() && !open.isDirty)) this.#updateSoon();
      }),
      bases.onDidChange(() => this.#updateSoon()),
      files.onDidChange(() => this.#scope === 'workspace' && this.#updateSoon()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('files') && this.#updateSoon()),
      vscode.window.onDidChangeTextEditorSelection((event) => attempt('panel: cursor', () => this.#followCursor(event))),
    ];
    webview.html = panelHtml({
      nonce: pageNonce(),
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
    if (this.#sent) this.#post({ type: 'select', id: featureId });
    else this.#toSelect = featureId;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  /** The file, and whether the whole workspace is shown with it. */
  get shown(): { readonly uri: vscode.Uri; readonly scope: Scope } | undefined {
    return this.#uri && { uri: this.#uri, scope: this.#scope };
  }

  /** Copies or saves the table or the picture as the page shows it. */
  export(format: ExportKind, copy: boolean): void {
    // VS Code unloads hidden pages: it will say that it is ready.
    if (!this.#panel.visible) this.#isReady = false;
    // Browsers let a page copy a picture only while it has the keyboard, which the menu took.
    this.#panel.reveal(undefined, false);
    if (this.#isReady && this.#sent) this.#post({ type: 'export', format, copy });
    else this.#toExport = { format, copy };
  }

  /** Shows the file under its new name. */
  follow(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#updateSoon();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#scheduled);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#panel.dispose();
  }

  /** Whether the page was given a file: it has no say in others. */
  #isShown(uri: string): boolean {
    return this.#sent?.models.has(uri) === true;
  }

  get #fileName(): string {
    return this.#uri?.path.split('/').at(-1) ?? '';
  }

  async #receive(message: PageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The page was loaded, or loaded again after it had been hidden: it has no files.
        this.#isReady = true;
        this.#sent = undefined;
        this.#sentBase = undefined;
        this.#scope = message.scope;
        return this.#update();
      case 'scope':
        this.#scope = message.scope;
        return this.#update();
      case 'title':
        this.#panel.title = panelTitle(message.product || this.#fileName);
        return;
      case 'reveal':
        if (!this.#isShown(message.item.uri)) return;
        if ((await revealItem(message, this.#services.models)) !== 'gone') return;
        return this.#say(l10n.t('The file is no longer there: this is the last picture of it.'));
      case 'edit':
        if (!this.#isShown(message.item.uri)) return;
        return this.#say(await editItem(message.item, message.edit, this.#services.models), 'refused');
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return this.#say(l10n.t('Copied.'));
      case 'save':
        return this.#uri && this.#say(await saveExport(message, this.#uri));
      case 'failed':
        return reportFailure(`page: ${message.part}`, message.report);
      case 'chooseFile':
        return this.#chooseFile();
      case 'drop':
        return this.#import(message);
      case 'begin':
        await vscode.commands.executeCommand(`kano.${message.step}`, this.#uri);
        return;
    }
  }

  async #import({ uris, files }: Extract<PageMessage, { readonly type: 'drop' }>): Promise<void> {
    const dropped = files.length > 0 ? files.map(keepDropped) : uris.map((uri) => asOpened(vscode.Uri.parse(uri)));
    await vscode.commands.executeCommand('kano.importAnswers', this.#uri, { files: dropped });
  }

  /** In a large workspace it takes longer than a keystroke may to find out what changed: at most a quarter of the time is spent on it. */
  #updateSoon(): void {
    if (!this.#uri) return;
    this.#isOutOfDate = true;
    this.#scheduled ??= setTimeout(async () => {
      const start = performance.now();
      this.#isOutOfDate = false;
      await attempt('panel: update', () => this.#update());
      this.#scheduled = undefined;
      this.#pause = Math.min(longestPause, 3 * (performance.now() - start));
      if (this.#isOutOfDate && !this.#isDisposed) this.#updateSoon();
    }, this.#pause);
  }

  /** Settles when the page has the files as they are, also where a later update has to do it. */
  #update(): Promise<void> {
    const updating: Promise<void> = Promise.resolve().then(() => this.#send(() => this.#latest === updating && !this.#isDisposed));
    this.#latest = updating;
    return updating;
  }

  async #send(isWanted: () => boolean): Promise<void> {
    if (!this.#isReady) return;
    const document = this.#uri && (await documentOfFile(this.#uri));
    const products = document ? await productsInScope(document, this.#scope, this.#services) : null;
    if (!isWanted()) return this.#isDisposed ? undefined : this.#latest;
    const before = this.#sent;
    if (!document || !products) return this.#sendGone();
    // A text that was typed meanwhile has asked for an update of its own.
    if (!this.#services.models.isCurrent(document, products[0].opened)) return;
    const after = panelFiles(
      products,
      { isEditable: isEditable(document) && !isLocked(document), isWorkspace: this.#scope === 'workspace' },
      before,
    );
    const changes = before && changesBetween(before, after);
    this.#sent = after;
    if (!before)
      this.#post({ type: 'files', ...language(), links: after.links, files: wholeFiles(after), rareTests: rareTests(mostRareTests) });
    else if (changes) this.#post(changes);
    this.#sendBase(this.#bases.get(document));
    if (this.#toSelect !== undefined) this.#post({ type: 'select', id: this.#toSelect });
    this.#toSelect = undefined;
    if (this.#toExport) this.#post({ type: 'export', ...this.#toExport });
    this.#toExport = undefined;
  }

  #sendBase(base: ComparisonBase | undefined): void {
    if (base === this.#sentBase) return;
    this.#sentBase = base;
    const files = base && panelFiles([base.product], { isEditable: false, isWorkspace: false });
    this.#post({ type: 'base', base: files ? { name: base.name, links: files.links, files: wholeFiles(files) } : null });
  }

  /** The file is gone: the page keeps the last picture of it. */
  #sendGone(): void {
    if (this.#sent) this.#post({ type: 'changes', links: null, files: [], removed: [] });
    else this.#post({ type: 'files', ...language(), links: null, files: [] });
    // Once the file is back, its links are sent again.
    this.#sent &&= { ...this.#sent, links: { ...this.#sent.links, opened: '' } };
  }

  /** Selects the feature that the reader put the cursor into. */
  async #followCursor({ textEditor, kind }: vscode.TextEditorSelectionChangeEvent): Promise<void> {
    if (kind === undefined || kind === vscode.TextEditorSelectionChangeKind.Command || !this.#sent) return;
    const { document, selection } = textEditor;
    if (!this.#sent.models.has(document.uri.toString())) return;
    const { line } = selection.active;
    // After a large edit the file is read anew, in slices.
    const feature = featureAt(await this.#services.models.read(document), line);
    if (feature && !this.#isDisposed) this.#post({ type: 'select', ...feature });
  }

  #say(text: string | null, type: 'said' | 'refused' = 'said'): void {
    if (text !== null) this.#post({ type, text });
  }

  #post(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** Pages know the files of a remote machine by other addresses than extensions that run there. */
function asOpened(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== 'vscode-remote') return uri;
  const folder = vscode.workspace.workspaceFolders?.find(({ uri: { path } }) => uri.path.startsWith(`${path}/`));
  return folder ? folder.uri.with({ path: uri.path }) : uri;
}

/** `Kano: Web shop` */
function panelTitle(product: string): string {
  return l10n.t('Kano: {product}', { product });
}

function language() {
  const bundle = vscode.l10n.bundle as TranslationBundle | undefined;
  return { language: currentLanguage(), ...(bundle && { bundle }) };
}
