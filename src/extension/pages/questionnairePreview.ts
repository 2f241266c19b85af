import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { attempt } from '../output/failures.ts';
import { saveAs } from './saveAs.ts';

/** The type of these pages in VS Code: package.json names it. */
const previewType = 'kano.questionnaire';

/** Milliseconds without a change, after which the page is made anew. */
const pause = 400;

/** What a preview shows. */
interface Previewed {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly folder: vscode.Uri | undefined;
  readonly html: string;
  /** The page of the product as it is now. */
  readonly read: () => Promise<string>;
  /** Calls a listener when the product changes. */
  readonly onChange: (listener: () => void) => vscode.Disposable;
}

/** The page of a questionnaire as respondents see it, which follows its product until it is saved as a file. Its own policy lets it load nothing. */
export class QuestionnairePreview implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #previewed: Previewed;
  readonly #subscription: vscode.Disposable;
  #html: string;
  #scheduled: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: vscode.Uri, previewed: Previewed) {
    this.#previewed = previewed;
    this.#html = previewed.html;
    const title = l10n.t('Preview: {file}', { file: `${previewed.name}.html` });
    this.#panel = vscode.window.createWebviewPanel(previewType, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [],
    });
    this.#panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    this.#panel.webview.html = this.#html;
    this.#subscription = previewed.onChange(() => this.#updateSoon());
    this.#panel.onDidDispose(() => this.dispose());
    void this.#offerToSave();
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  onClose(listener: () => void): void {
    this.#panel.onDidDispose(listener);
  }

  dispose(): void {
    clearTimeout(this.#scheduled);
    this.#subscription.dispose();
    this.#panel.dispose();
  }

  /** Saves the page as it is shown. */
  async save(): Promise<void> {
    const { name, folder } = this.#previewed;
    await saveAs({ folder, name: `${name}.html`, bytes: new TextEncoder().encode(this.#html) });
  }

  async #offerToSave(): Promise<void> {
    const save = l10n.t('Save As…');
    const text = l10n.t('This is the page as respondents see it. It is not saved yet.');
    if ((await vscode.window.showInformationMessage(text, save)) === save) await attempt('questionnaire: save', () => this.save());
  }

  #updateSoon(): void {
    clearTimeout(this.#scheduled);
    this.#scheduled = setTimeout(() => void attempt('questionnaire: update', () => this.#update()), pause);
  }

  async #update(): Promise<void> {
    const html = await this.#previewed.read();
    if (html === this.#html) return;
    this.#html = html;
    this.#panel.webview.html = html;
  }
}
