import * as vscode from 'vscode';
import { tableOfBytes, UnreadableTable } from '../../survey/answers/tableOfBytes.ts';
import { readFeedbackMap } from '../../survey/feedback/feedbackMap.ts';
import { feedbackMarkdown, unreadableMarkdown } from '../../survey/feedback/feedbackMarkdown.ts';
import { type FeedbackImport, importFeedback } from '../../survey/feedback/importFeedback.ts';
import { knownFeedbackTexts } from '../../survey/feedback/knownFeedbackTexts.ts';
import { tableEndings } from '../../survey/tables/tableEndings.ts';
import { documentFor } from '../documents/chooseFile.ts';
import { toTextEdits } from '../documents/conversions.ts';
import { excludedFiles, openText } from '../documents/kanoFiles.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { isReadOnly } from '../documents/readOnly.ts';
import type { Services } from '../documents/services.ts';
import { Refusal, registerCommand } from '../output/failures.ts';
import { askForTable, type FeedbackTableChoice, isWorkbookName, type TableChoices } from './feedbackTable.ts';
import { provideFollowingPages } from './followingPages.ts';

const scheme = 'kano-feedback';

/** What is imported, and into what: the query of a page. All are URIs but the source. */
interface FeedbackRequest {
  readonly into: string;
  readonly files: readonly string[];
  readonly source: string;
  readonly map?: string;
  /** Of text, where it is not found. */
  readonly encoding?: string;
  /** Of workbooks, where it is not found. */
  readonly sheet?: string;
}

/** Registers "Kano: Import Feedback…", the page that shows what it would do, and "Kano: Apply Import", which does it. */
export function registerFeedback(services: Services): vscode.Disposable {
  const { products } = services;
  return vscode.Disposable.from(
    registerCommand('kano.importFeedback', (uri, request) => openFeedback(services, uri, request as Partial<FeedbackRequest> | undefined)),
    registerCommand('kano.applyFeedback', (page) => applyFeedback(page, products)),
    registerCommand('kano.readFeedbackAs', (page, choice) => readAnew(page, choice as FeedbackTableChoice | undefined, products)),
    provideFollowingPages(scheme, products, (page) => feedbackText(page, products)),
  );
}

/**
 * Asks for the export, the name of its source and a feedback map, and opens the page on what the import would do.
 * @param request what a caller knows already, and is not asked for
 */
async function openFeedback(services: Services, uri: unknown, request: Partial<FeedbackRequest> = {}): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const files = request.files ?? (await askForFiles());
  const source = files && (request.source ?? (await askForSource()));
  if (!source) return;
  const map = request.files ? request.map : await askForMap();
  if (map === null) return;
  const { encoding, sheet } = request;
  const query = {
    into: document.uri.toString(),
    files,
    source,
    ...(map !== undefined && { map }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
  };
  await openPage(request.files ? query : await settled(query, services.products));
}

async function openPage(request: FeedbackRequest): Promise<void> {
  const path = `/${request.source.replaceAll('/', '-')}.md`;
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.from({ scheme, path, query: JSON.stringify(request) }));
}

/** Asks for sheet and encoding for as long as the files leave them open. Who turns back sees on the page why they cannot be read. */
async function settled(request: FeedbackRequest, products: ProductStore): Promise<FeedbackRequest> {
  const open = await openChoices(request, products);
  const chosen = open.isSettled ? undefined : await askForTable(open);
  return chosen ? settled({ ...request, ...chosen }, products) : request;
}

/** Opens the page anew, on the same files read from another sheet or in another encoding. */
async function readAnew(page: unknown, choice: FeedbackTableChoice | undefined, products: ProductStore): Promise<void> {
  const request = JSON.parse(pageOf(page).query) as FeedbackRequest;
  const chosen = choice ?? (await askForTable(await openChoices(request, products)));
  if (chosen) await openPage({ ...request, ...chosen });
}

/** The sheets and encodings that files may be read from. */
async function openChoices(request: FeedbackRequest, products: ProductStore): Promise<TableChoices> {
  const hasText = request.files.some((file) => !isWorkbookName(file));
  try {
    const { tables } = await readTables(request, products);
    return { sheets: [...new Set(tables.flatMap(({ sheets = [] }) => sheets))], hasText, isSettled: true };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const { sheets, isEncodingOpen = false } = error.settledBy;
    return { sheets: sheets ?? [], hasText, isSettled: sheets === undefined && !isEncodingOpen };
  }
}

async function askForFiles(): Promise<readonly string[] | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Import Feedback: exports of reviews or tickets'),
    filters: { [vscode.l10n.t('Tables')]: [...tableEndings], [vscode.l10n.t('All files')]: ['*'] },
  });
  return chosen?.map((file) => file.toString());
}

function askForSource(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Import Feedback: what is the source called?'),
    prompt: vscode.l10n.t('Importing again replaces the counts of the same source and month.'),
    placeHolder: vscode.l10n.t('app reviews'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('The source needs a name.') : undefined),
  });
}

/** `undefined` for none, `null` when the user turned back. */
async function askForMap(): Promise<string | undefined | null> {
  const found = await vscode.workspace.findFiles('**/*feedback*.{yaml,yml,json}', excludedFiles, 100);
  const none = { label: vscode.l10n.t('Without a feedback map') };
  const other = { label: vscode.l10n.t('Another file…') };
  const maps = found.map((file) => ({ label: vscode.workspace.asRelativePath(file), file }));
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly file?: vscode.Uri }>([none, ...maps, other], {
    title: vscode.l10n.t('Import Feedback: names, search words and what labels mean'),
    ignoreFocusOut: true,
  });
  if (picked === undefined) return null;
  if (picked === none) return undefined;
  if (picked !== other) return picked.file?.toString();
  const chosen = await vscode.window.showOpenDialog({ filters: { [vscode.l10n.t('Feedback maps')]: ['yaml', 'yml', 'json'] } });
  return chosen?.[0]?.toString() ?? null;
}

async function feedbackText(page: vscode.Uri, products: ProductStore): Promise<string> {
  const request = JSON.parse(page.query) as FeedbackRequest;
  try {
    const { done, path, document } = await understand(request, products);
    const features = (await products.get(document)).opened.list('features').map(({ value }) => value);
    return feedbackMarkdown(done, { path, source: request.source, features });
  } catch (error) {
    if (error instanceof UnreadableTable) return unreadableMarkdown(error);
    if (error instanceof Refusal) return `${error.message}\n`;
    throw error;
  }
}

/** Reads the exports and plans the import into the file as it is now. */
async function understand(
  request: FeedbackRequest,
  products: ProductStore,
): Promise<{ readonly done: FeedbackImport; readonly path: string; readonly document: vscode.TextDocument }> {
  const { tables, document, product, mapFile } = await readTables(request, products);
  const path = vscode.workspace.asRelativePath(document.uri);
  const { source } = request;
  // The page says what gives way before it is applied, and applying can be undone.
  return { done: importFeedback({ product, path, tables, mapFile, source, replace: true, words: 'editor' }), path, document };
}

async function readTables({ into, files, map, encoding, sheet }: FeedbackRequest, products: ProductStore) {
  const document = await openText(vscode.Uri.parse(into));
  const mapFile = readFeedbackMap(map ?? '', map === undefined ? '' : (await openText(vscode.Uri.parse(map))).getText());
  const product = await products.get(document);
  const isKnown = knownFeedbackTexts(
    product.opened.list('features').map(({ value }) => value),
    mapFile.map,
  );
  const tables = await Promise.all(
    files.map(async (file) => {
      const uri = vscode.Uri.parse(file);
      return tableOfBytes(vscode.workspace.asRelativePath(uri), await readBytes(uri), { encoding, sheet, isKnown, words: 'editor' });
    }),
  );
  return { tables, document, product, mapFile };
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

/** Writes what the page shows, as one edit that can be undone, and shows the file. */
async function applyFeedback(page: unknown, products: ProductStore): Promise<void> {
  const { done, path, document } = await understandOrRefuse(JSON.parse(pageOf(page).query) as FeedbackRequest, products);
  const [reason] = [...done.mapProblems.map(({ message }) => message), ...done.refusals, ...done.doubts];
  if (reason !== undefined) throw new Refusal(reason);
  if (await isReadOnly(document)) throw new Refusal(vscode.l10n.t('{0} is read-only in this window: nothing was changed.', path));
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, toTextEdits(done.edits));
  if (done.edits.length > 0 && !(await vscode.workspace.applyEdit(change)))
    throw new Refusal(vscode.l10n.t('{0} could not be changed. Perhaps it changed at the same moment.', path));
  await vscode.window.showTextDocument(document);
}

async function understandOrRefuse(request: FeedbackRequest, products: ProductStore) {
  try {
    return await understand(request, products);
  } catch (error) {
    throw error instanceof UnreadableTable ? new Refusal(error.message) : error;
  }
}

/** The page that a command is about: its own, or that in the active tab. */
function pageOf(page: unknown): vscode.Uri {
  const uri = page instanceof vscode.Uri ? page : activePage();
  if (uri?.scheme !== scheme) throw new Refusal(vscode.l10n.t('There is no import to apply. “Kano: Import Feedback…” begins one.'));
  return uri;
}

/** The page in the active tab. */
function activePage(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}
