import * as vscode from 'vscode';
import { compareText } from '../../base/compareText.ts';
import { inParallel } from '../../base/inParallel.ts';
import { isConfigurationPath } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { isKanoPath } from '../../document/product.ts';
import { excludedFiles, kanoFilePattern } from './kanoFiles.ts';
import { withoutLinks } from './withoutLinks.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** The largest number of files that are read. */
const filesLimit = 2000;
const readsAtOnce = 16;
/** Milliseconds to wait for quiet: installing or building touches thousands of folders in a moment. */
const settlingTime = 300;

export interface WorkspaceContent {
  /** By URI. A file that did not change is the same object as before. */
  readonly models: readonly KanoModel[];
  /** The URIs of files that cannot be read. */
  readonly unreadable: readonly string[];
  /** False where the workspace has more files than are read. */
  readonly isComplete: boolean;
}

interface Listing {
  readonly uris: readonly string[];
  readonly isComplete: boolean;
}

/**
 * All of our files in the workspace folders, except those in `node_modules` and those that the setting `files.exclude` or a `.kanorc.yaml` excludes.
 * Nothing is read before somebody asks.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #source: WorkspaceSource;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #isWatched = false;
  #listing: Promise<Listing> | undefined;
  #listed: Listing | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** `content` changed: a file was edited, created or deleted. Fires at every keystroke in one of our files. */
  readonly onDidChange = this.#changed.event;

  constructor(source: WorkspaceSource) {
    this.#source = source;
    this.#subscriptions = [
      this.#changed,
      source.onDidChange((uri) => {
        if (isConfigurationPath(uri)) this.#forgetListing();
        else if (vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))) this.#changed.fire();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forgetListing()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('files.exclude') && this.#forgetListing()),
    ];
  }

  /**
   * All files, and what is missing.
   *
   * @throws {vscode.CancellationError} When `token` is cancelled.
   */
  async content(token?: vscode.CancellationToken): Promise<WorkspaceContent> {
    const { uris, isComplete } = await this.#currentListing();
    return { ...(await this.#read(uris, token)), isComplete };
  }

  /**
   * The files that the setting `files.exclude` hides: they may share ids with others, and a rename that leaves them out would break them.
   *
   * @throws {vscode.CancellationError} When `token` is cancelled.
   */
  async hidden(token: vscode.CancellationToken): Promise<Pick<WorkspaceContent, 'models' | 'unreadable'>> {
    const { uris } = await this.#currentListing();
    const found = await vscode.workspace.findFiles(kanoFilePattern, null, undefined, token);
    const all = (await withoutLinks(found.filter(({ path }) => !path.includes('/node_modules/')))).map(String);
    const listed = new Set(uris);
    return this.#read(all.filter((uri) => !listed.has(uri)).slice(0, filesLimit), token);
  }

  dispose(): void {
    clearTimeout(this.#settling);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #read(uris: readonly string[], token?: vscode.CancellationToken): Promise<Pick<WorkspaceContent, 'models' | 'unreadable'>> {
    const read = await inParallel(uris, readsAtOnce, async (uri) => {
      if (token?.isCancellationRequested) throw new vscode.CancellationError();
      return { uri, model: await this.#source.open(uri) };
    });
    return { models: read.flatMap(({ model }) => model ?? []), unreadable: read.flatMap(({ uri, model }) => (model ? [] : [uri])) };
  }

  #currentListing(): Promise<Listing> {
    const listing = this.#listing ?? this.#list();
    this.#listing = listing;
    // Try again after a failure.
    listing.catch(() => {
      if (this.#listing === listing) this.#listing = undefined;
    });
    return listing;
  }

  async #list(): Promise<Listing> {
    this.#watch();
    // One more than the limit tells whether there are more.
    const found = await vscode.workspace.findFiles(kanoFilePattern, excludedFiles, filesLimit + 1);
    const kept = await inParallel(await withoutLinks(found.slice(0, filesLimit)), readsAtOnce, async (uri) =>
      (await this.#source.excludes(uri)) ? [] : [String(uri)],
    );
    this.#listed = { uris: kept.flat().sort(compareText), isComplete: found.length <= filesLimit };
    return this.#listed;
  }

  /** Watches for created and deleted files, from the first listing on. */
  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    // All files: a created or deleted folder is one event that does not name the files in it.
    const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    const relist = (uri: vscode.Uri) => this.#relist(uri);
    this.#subscriptions.push(watcher, watcher.onDidCreate(relist), watcher.onDidDelete(relist));
  }

  #relist(uri: vscode.Uri): void {
    if (isKanoPath(uri.path)) this.#forgetListing();
    else if (this.#listed && mayBeFolder(uri)) this.#relistSoon(this.#listed);
  }

  #forgetListing(): void {
    this.#listing = undefined;
    this.#changed.fire();
  }

  /** Lists the files again once it is quiet, and fires only if they differ from those `before`. */
  #relistSoon(before: Listing): void {
    this.#listing = undefined;
    if (this.#settling !== undefined) return;
    this.#settling = setTimeout(() => {
      this.#settling = undefined;
      this.#listing = undefined;
      this.#currentListing().then(
        ({ uris }) => uris.join('\n') !== before.uris.join('\n') && this.#changed.fire(),
        () => this.#changed.fire(),
      );
    }, settlingTime);
  }
}

/** Whether a created or deleted path may be a folder with our files: the event does not say what it is. */
function mayBeFolder({ path }: vscode.Uri): boolean {
  return !/\/(?:node_modules|\.git)(?:\/|$)/.test(path) && !/[^/]\.[a-z]\w*$/i.test(path);
}
