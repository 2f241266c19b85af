import * as vscode from 'vscode';
import { inParallel } from '../../base/inParallel.ts';
import { localDay } from '../../base/localDay.ts';
import type { Configuration, ConfigurationFile } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, isKanoPath } from '../../document/product.ts';
import { readModelInSteps } from '../../document/readModel.ts';
import { ConfigurationFiles } from './configurationFiles.ts';
import { inSlices } from './inSlices.ts';
import { kanoFilePattern, openDocument, watchFiles } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';

const requestsAtOnce = 16;

/** What was read of a file that no editor has, and when it had changed last. */
interface Stored {
  readonly stamp: Promise<string>;
  readonly model: Promise<KanoModel | undefined>;
}

/** The files of the workspace, as they are in open editors or else stored, on any file system that VS Code knows. */
export class WorkspaceSource implements DocumentSource, vscode.Disposable {
  readonly #models: ModelStore;
  readonly #configurations = new ConfigurationFiles();
  readonly #stored = new Map<string, Stored>();
  /** The URIs of files that somebody looked for, or had, and that were not there. */
  readonly #missing = new Set<string>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable[];
  #watchesFolders = false;
  readonly #watchedOutside = new Set<string>();

  /** One of our files or a `.kanorc.yaml` was changed, created or deleted: its URI. */
  readonly onDidChange = this.#changed.event;

  /** Today: in the editor the age of data counts from the day on which it is read. */
  get asOf(): string {
    return localDay(new Date());
  }

  constructor(models: ModelStore) {
    this.#models = models;
    this.#subscriptions = [
      this.#changed,
      this.#configurations,
      this.#configurations.onDidChange((uri) => this.#changed.fire(uri.toString())),
      watchFiles(kanoFilePattern, (uri) => this.#forget(uri)),
      models.onDidChange((document) => this.#changed.fire(document.uri.toString())),
      models.onDidClose((document) => this.#forget(document.uri)),
    ];
  }

  async resolve(from: string, relativePath: string): ReturnType<DocumentSource['resolve']> {
    if (!isKanoPath(relativePath) || /^[a-z][a-z0-9+.-]*:|^[\\/]/i.test(relativePath)) return { reason: 'not-kano' };
    const base = vscode.Uri.parse(from);
    if (base.scheme === 'untitled') return { reason: 'not-found' };
    const uri = beside(base, relativePath);
    if (!uri) return { reason: 'unreadable' };
    // A past version has the path of today's file.
    const folder = vscode.workspace.getWorkspaceFolder(base) ?? vscode.workspace.getWorkspaceFolder(vscode.Uri.file(base.path));
    // Outside the workspace, `uses` may not leave the file's own folder.
    const border = folder?.uri ?? vscode.Uri.joinPath(base, '..');
    if (!`${uri.path}/`.startsWith(`${border.path.replace(/\/$/, '')}/`)) return { reason: 'outside' };
    if (!folder) this.#watchOutside(vscode.Uri.joinPath(uri, '..'));
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      this.#missing.delete(uri.toString());
      return (type & vscode.FileType.File) === 0 ? { reason: 'not-found' } : { uri: uri.toString() };
    } catch {
      this.#watchFolders();
      this.#missing.add(uri.toString());
      return { reason: 'not-found' };
    }
  }

  open(uri: string): Promise<KanoModel | undefined> {
    const open = openDocument(uri);
    if (open) return Promise.resolve(this.#models.read(open));
    this.#watchFolders();
    const known = this.#stored.get(uri) ?? readWithStamp(uri);
    this.#stored.set(uri, known);
    return known.model;
  }

  /**
   * Forgets the stored files that changed without an event: VS Code may be told not to watch a folder, and cannot watch every file system. To be
   * called before files are edited that nobody has opened.
   */
  async refresh(): Promise<void> {
    await inParallel([...this.#stored], requestsAtOnce, async ([uri, { stamp }]) => {
      if ((await stampOf(uri)) !== (await stamp)) this.#forget(vscode.Uri.parse(uri));
    });
  }

  async configuration(uri: string): Promise<Configuration | undefined> {
    return (await this.configurationFile(uri))?.configuration;
  }

  /** The `.kanorc.yaml` that applies to a file. */
  configurationFile(uri: string): Promise<ConfigurationFile | undefined> {
    return this.#configurations.nearest(vscode.Uri.parse(uri));
  }

  /** Whether a `.kanorc.yaml` leaves a file out of what searches find. */
  excludes(uri: vscode.Uri): Promise<boolean> {
    return this.#configurations.excludes(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(uri: vscode.Uri): void {
    this.#stored.delete(uri.toString());
    this.#changed.fire(uri.toString());
  }

  /** Outside the workspace, VS Code watches nothing by itself: watch the folder of a used file. */
  #watchOutside(folder: vscode.Uri): void {
    const name = folder.toString();
    if (folder.query !== '' || this.#watchedOutside.has(name)) return;
    this.#watchedOutside.add(name);
    const pattern = new vscode.RelativePattern(folder, kanoFilePattern.replace('**/', ''));
    this.#subscriptions.push(watchFiles(pattern, (uri) => this.#forget(uri)));
  }

  /** Watches for folders that come and go, once there are files in them that were read or missed. */
  #watchFolders(): void {
    if (this.#watchesFolders) return;
    this.#watchesFolders = true;
    // A folder that comes or goes is one event that does not name the files in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    const forgetIn = (folder: vscode.Uri) => {
      const inFolder = `${folder}/`;
      for (const uri of new Set([...this.#stored.keys(), ...this.#missing])) {
        if (!uri.startsWith(inFolder)) continue;
        this.#missing.add(uri);
        this.#forget(vscode.Uri.parse(uri));
      }
    };
    this.#subscriptions.push(folders, folders.onDidCreate(forgetIn), folders.onDidDelete(forgetIn));
  }
}

function readWithStamp(uri: string): Stored {
  const stamp = stampOf(uri);
  // Not at the same time: a file that changes in between is read again too often rather than too seldom.
  return { stamp, model: stamp.then(() => readStored(uri)) };
}

/** Changes with the content of a file. */
async function stampOf(uri: string): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri));
    return `${mtime} ${size}`;
  } catch {
    return 'gone';
  }
}

/** Reads a file from its file system; `undefined` where it cannot be read or is not text. */
export async function readStored(uri: string): Promise<KanoModel | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    const text = await decoded(vscode.Uri.parse(uri), bytes);
    // A carriage return alone ends a line in the editor, which counts lines when it applies edits.
    return await inSlices(readModelInSteps(uri, text.replace(/\r(?!\n)/g, '\n')));
  } catch {
    return undefined;
  }
}

/**
 * The text of a file as an editor would show it: `files.encoding` and a byte-order mark count.
 *
 * @throws {TypeError} Where it is not text.
 */
async function decoded(uri: vscode.Uri, bytes: Uint8Array): Promise<string> {
  const text = await vscode.workspace.decode(bytes, { uri });
  // An editor shows this sign for bytes that are no letters. A file may also have the sign itself in it.
  return text.includes('\uFFFD') ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : text;
}

/**
 * The URI of a file named relative to another. The Git extension also keeps the path in the query, and reads it from there; `undefined` for any
 * other query, whose meaning is not known.
 */
function beside(base: vscode.Uri, relativePath: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(base, '..', relativePath);
  if (base.query === '') return uri;
  try {
    const query: unknown = JSON.parse(base.query);
    if (typeof query !== 'object' || query === null || !('path' in query) || query.path !== vscode.Uri.file(base.path).fsPath)
      return undefined;
    return uri.with({ query: JSON.stringify({ ...query, path: vscode.Uri.file(uri.path).fsPath }) });
  } catch {
    return undefined;
  }
}
