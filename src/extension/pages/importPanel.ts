import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { productList } from '../../document/product.ts';
import { knownTexts } from '../../survey/answers/knownTexts.ts';
import { readSurveyMap, type SurveyMapFile } from '../../survey/answers/surveyMap.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import { suggestedSurvey } from '../../survey/importView/chosenSurvey.ts';
import { choicesForAnother, type ImportChoices, noChoices } from '../../survey/importView/importChoices.ts';
import { type ImportHostMessage, type ImportPageMessage, readPageMessage } from '../../survey/importView/importMessages.ts';
import { type ImportView, importView } from '../../survey/importView/importView.ts';
import { type UnderstoodImport, understandImport } from '../../survey/importView/understandImport.ts';
import { chooseFile } from '../documents/chooseFile.ts';
import { forgetDropped, isDropped, shownPath } from '../documents/droppedFiles.ts';
import { inSlices } from '../documents/inSlices.ts';
import { exists, openText } from '../documents/kanoFiles.ts';
import type { Services } from '../documents/services.ts';
import { attempt, Refusal, reportFailure } from '../output/failures.ts';
import { applyAnswers } from './applyAnswers.ts';
import { exportState } from './exportFiles.ts';
import { showImportPage } from './importPageHtml.ts';
import { ImportTables } from './importTables.ts';
import { mapBeside } from './mapBeside.ts';
import { language } from './pageLanguage.ts';

/** The type of these pages in VS Code. */
export const importPanelType = 'kano.importAnswers';

/** What is imported, and into what. */
export interface ImportRequest {
  readonly files: readonly vscode.Uri[];
  readonly into: vscode.Uri;
  readonly choices?: ImportChoices | undefined;
}

/** Milliseconds after which the page says that something takes long. */
const longWork = 300;

/** A page on what an import of answers would do, in a webview: it reads the files anew with every choice, and applies what it shows. */
export class ImportPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #files: readonly vscode.Uri[];
  readonly #subscriptions: vscode.Disposable;
  #into: vscode.Uri;
  #choices: ImportChoices;
  /** The number that the page gave them. */
  #choiceTurn = 0;
  /** Counts the readings: only the last one is shown. */
  #turn = 0;
  readonly #tables = new ImportTables();
  #shown: Shown | undefined;
  /** Whether the reader chose something, and has not seen what it gives. */
  #isUnseen = false;
  #isDisposed = false;

  /** @param restored the panel of a window that was loaded again */
  constructor(
    extensionUri: vscode.Uri,
    services: Services,
    { files, into, choices = noChoices }: ImportRequest,
    restored?: vscode.WebviewPanel,
  ) {
    this.#services = services;
    this.#files = files;
    this.#into = into;
    this.#choices = choices;
    const title = l10n.t('Import: {file}', { file: files[0]?.path.split('/').at(-1) ?? '' });
    this.#panel = restored ?? vscode.window.createWebviewPanel(importPanelType, title, vscode.ViewColumn.Active);
    const { webview } = this.#panel;
    this.#subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((posted: unknown) => {
        const message = readPageMessage(posted);
        if (message) void attempt(`import page: ${message.type}`, () => this.#receive(message)).catch((error) => this.#refuse(error));
      }),
      // The file may change while the page is open.
      services.products.onDidChange((changed) => {
        if (changed.uri.toString() === this.#into.toString())
          void attempt('import page: file', () => this.#read()).catch((error) => this.#refuse(error));
      }),
    );
    showImportPage(this.#panel, extensionUri, title);
  }

  /** Calls listeners when the reader uses the page, and when it is closed. */
  on({ use, close }: { readonly use: () => void; readonly close: () => void }): void {
    this.#panel.onDidChangeViewState(() => this.#panel.active && use());
    this.#panel.onDidDispose(close);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#turn++;
    this.#subscriptions.dispose();
    this.#panel.dispose();
    forgetDropped(this.#files);
  }

  /** Writes what the page shows, and shows the file. */
  async apply(): Promise<void> {
    if (this.#isUnseen) throw new Refusal(unseen());
    // Another edit may have come in between. Readings for the page do not take over from this one.
    this.#turn++;
    const shown = await this.#understand(() => !this.#isDisposed);
    if (!shown) return;
    const { view, found } = shown;
    if (this.#shown && this.#shown.state !== shown.state) {
      this.#show(shown);
      throw new Refusal(l10n.t('The export was changed on disk. This is what it says now: look at it, then apply it.'));
    }
    if (!found || !view.canApply) throw new Refusal(reasonAgainst(view));
    await applyAnswers({ into: this.#into, path: view.path, found, map: view.choices.saveMap ? this.#map : undefined });
    this.dispose();
  }

  /** What was read with other choices is no longer shown. */
  #forget(): void {
    this.#shown = undefined;
    this.#isUnseen = true;
  }

  get #first(): vscode.Uri {
    return this.#files[0] ?? this.#into;
  }

  /** The map beside the export; beside the product where the export was dropped, and is in no folder. */
  get #map(): vscode.Uri {
    return isDropped(this.#first) ? mapBeside(vscode.Uri.joinPath(this.#into, '..', shownPath(this.#first))) : mapBeside(this.#first);
  }

  async #receive(message: ImportPageMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#shown ? this.#show(this.#shown) : this.#read();
      case 'choose':
        this.#choices = message.choices;
        this.#choiceTurn = message.turn;
        this.#forget();
        return this.#read();
      case 'stop':
        this.#turn++;
        this.#forget();
        return this.#post({ type: 'stopped' });
      case 'apply':
        // Only what the reader saw is written.
        if (this.#shown?.turn !== message.turn) throw new Refusal(unseen());
        return this.apply();
      case 'target': {
        const document = await chooseFile(this.#services);
        if (!document) return;
        this.#into = document.uri;
        this.#forget();
        this.#choices = choicesForAnother(this.#choices);
        return this.#read();
      }
      case 'again':
        if (await vscode.commands.executeCommand('kano.importAnswers', this.#into)) this.dispose();
        return;
      case 'failed':
        return reportFailure(`import page: ${message.part}`, message.report);
    }
  }

  #refuse(error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    this.#post({ type: 'refused', text: error.message });
  }

  async #read(): Promise<void> {
    const shown = await this.#understood();
    if (shown) this.#show(shown);
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#isUnseen = false;
    const memory = { files: this.#files.map(String), into: this.#into.toString() };
    this.#post({ type: 'view', ...language(), view: shown.view, turn: shown.turn, memory });
  }

  /** What the files say with the choices; `undefined` where a later reading has taken over, or the reader stopped it. */
  async #understood(): Promise<Shown | undefined> {
    const turn = ++this.#turn;
    const isWanted = () => turn === this.#turn;
    const text = l10n.t('Reading {file}…', { file: shownPath(this.#first) });
    const timer = setTimeout(() => isWanted() && this.#post({ type: 'working', ...language(), text }), longWork);
    try {
      return await this.#understand(isWanted);
    } finally {
      clearTimeout(timer);
    }
  }

  async #understand(isWanted: () => boolean): Promise<Shown | undefined> {
    const choices = this.#choices;
    const turn = this.#choiceTurn;
    const document = await openText(this.#into);
    const product = await this.#services.products.get(document);
    const path = vscode.workspace.asRelativePath(document.uri);
    const mapUri = this.#map;
    const hasMap = await exists(mapUri);
    const mapFile = await this.#readMap(mapUri, hasMap && !choices.withoutMap);
    const { day: modified, key: state } = await exportState(this.#files);
    const { models, unreadable: broken } = await this.#services.files.content();
    const input = {
      ...{ product, path, choices, canChangeTarget: models.length + broken.length > 1 },
      ...{ mapPath: hasMap ? vscode.workspace.asRelativePath(mapUri) : undefined, mapToSave: vscode.workspace.asRelativePath(mapUri) },
    };
    const features = product.opened.list('features').map(({ value }) => value);
    const personas = productList(product, 'personas').map(({ item }) => item.value);
    let tables: readonly SurveyTable[] | undefined;
    try {
      const isKnown = knownTexts(features, personas, mapFile.map);
      const files = { files: this.#files, into: this.#into };
      tables = await this.#tables.read({ ...files, state, choices, map: mapFile.map, isKnown, isWanted });
    } catch (error) {
      if (!(error instanceof UnreadableTable)) throw error;
      const { sheets = [], isEncodingOpen = false } = error.settledBy;
      const suggestion = suggestedSurvey(undefined, product, modified);
      const unreadable = { text: error.message, sheets, isEncodingOpen };
      return isWanted() ? { view: importView({ ...input, tables: [], map: mapFile.map, suggestion, unreadable }), turn, state } : undefined;
    }
    const found = tables && (await inSlices(understandImport({ product, path, tables, mapFile, choices, modified }), isWanted));
    if (!tables || !found || !isWanted()) return undefined;
    const { done, suggestion, mapFile: read } = found;
    return { view: importView({ ...input, choices: found.choices, tables, done, map: read.map, suggestion }), found, turn, state };
  }

  async #readMap(uri: vscode.Uri, isUsed: boolean): Promise<SurveyMapFile> {
    const path = vscode.workspace.asRelativePath(uri);
    return readSurveyMap(path, isUsed ? (await openText(uri)).getText() : '');
  }

  #post(message: ImportHostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** What the page shows, and what would be applied. */
interface Shown {
  readonly view: ImportView;
  /** The number of the choices that it was read with. */
  readonly turn: number;
  /** The state of the files that it was read of. */
  readonly state: string;
  readonly found?: UnderstoodImport;
}

function unseen(): string {
  return l10n.t('What you chose last is still being read. Look at what it gives, then apply it.');
}

function reasonAgainst({ isSame, path, unreadable, refusals, surveyProblem, losses, decisions }: ImportView): string {
  if (isSame) return l10n.t('{path} has these answers already. There is nothing to apply.', { path });
  const [reason] = [...(unreadable ? [unreadable.text] : []), ...refusals, ...(surveyProblem === undefined ? [] : [surveyProblem])];
  if (reason !== undefined) return reason;
  if (decisions.length === 0 && losses.length > 0) return l10n.t('Answers of the file would give way. Decide below whether they may.');
  return l10n.t('Nothing can be written yet.');
}
