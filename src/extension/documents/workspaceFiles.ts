import * as vscode from 'vscode';
import { compareText } from '../../base/compareText.ts';
import { inParallel } from '../../base/inParallel.ts';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { kanoFilePattern } from './kanoFiles.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** Files that are looked at, of all that a workspace may have. */
const filesLimit = 2000;
const readsAtOnce = 16;
/** Tools that install or build touch thousands of folders within a moment. Milliseconds. */
const settlingTime = 300;

/** What was found in the workspace. */
export interface WorkspaceContent {
  /** In the order of their URIs. A file that did not change is the same object as before. */
  readonly models: readonly KanoModel[];
  /** The URIs of files that cannot be read. */
  readonly unreadable: readonly string[];
  /** False where the workspace has more files than are looked at. */
  readonly isComplete: boolean;
}

interface Listing {
  readonly uris: readonly string[];
  readonly isComplete: boolean;
}

/**
 * All of our files in the folders of the workspace, without those in `node_modules` and those that the setting `files.exclude` hides: as they
 * stand in an open editor, else as they are stored. Nothing is read before somebody asks.
 */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #source: WorkspaceSource;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #isWatched = false;
  #listing: Promise<Listing> | undefined;
  #listed: Listing | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** A file's content changed, or files came or went: what `all` gives is another now. Fires at every keystroke in one of ours. */
  readonly onDidChange = this.#changed.event;

  constructor(source: WorkspaceSource) {
    this.#source = source;
    this.#subscriptions = [
      this.#changed,
      source.onDidChange((uri) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri)) && this.#changed.fire()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forgetListing()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('files.exclude') && this.#forgetListing()),
    ];
  }

  /**
   * Every file that can be read, see `content`.
   *
   * @throws {vscode.CancellationError} When `token` is cancelled.
   */
  async all(token?: vscode.CancellationToken): Promise<readonly KanoModel[]> {
    return (await this.content(token)).models;
  }

  /**
   * Every file, and what is missing.
   *
   * @throws {vscode.CancellationError} When `token` is cancelled.
   */
  async content(token?: vscode.CancellationToken): Promise<WorkspaceContent> {
    const { uris, isComplete } = await this.#currentListing();
    const read = await inParallel(uris, readsAtOnce, async (uri) => {
      if (token?.isCancellationRequested) throw new vscode.CancellationError();
      return { uri, model: await this.#source.open(uri) };
    });
    return {
      models: read.flatMap(({ model }) => model ?? []),
      unreadable: read.flatMap(({ uri, model }) => (model ? [] : [uri])),
      isComplete,
    };
  }

  dispose(): void {
    clearTimeout(this.#settling);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #currentListing(): Promise<Listing> {
    const listing = this.#listing ?? this.#list();
    this.#listing = listing;
    // What failed is tried again.
    listing.catch(() => {
      if (this.#listing === listing) this.#listing = undefined;
    });
    return listing;
  }

  async #list(): Promise<Listing> {
    this.#watch();
    // One more than are looked at tells whether there are more.
    const found = await vscode.workspace.findFiles(kanoFilePattern, '**/node_modules/**', filesLimit + 1);
    const uris = found.map(String).sort(compareText);
    this.#listed = { uris: uris.slice(0, filesLimit), isComplete: uris.length <= filesLimit };
    return this.#listed;
  }

  /** Follows what comes and goes from the first listing on. */
  #watch(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    // All files: a folder that comes or goes is one event, which names none of the files in it.
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

  /** Looks which files there are once it is quiet, and says nothing where they are those that were there `before`. */
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

/** Whether a path that came or went may be that of a folder with files of ours: what it is nobody says. */
function mayBeFolder({ path }: vscode.Uri): boolean {
  return !/\/(?:node_modules|\.git)(?:\/|$)/.test(path) && !/[^/]\.[a-z]\w*$/i.test(path);
}
