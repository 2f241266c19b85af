import * as vscode from 'vscode';
import type { Configuration } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, isKanoPath } from '../../document/product.ts';
import { readModelInSteps } from '../../document/readModel.ts';
import { ConfigurationFiles } from './configurationFiles.ts';
import { inSlices } from './inSlices.ts';
import { kanoFilePattern, openDocument, watchFiles } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';

/** The files of the workspace, as they are in open editors or else stored, on any file system that VS Code knows. */
export class WorkspaceSource implements DocumentSource, vscode.Disposable {
  readonly #models: ModelStore;
  readonly #configurations = new ConfigurationFiles();
  readonly #stored = new Map<string, Promise<KanoModel | undefined>>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable[];
  #watchesFolders = false;
  readonly #watchedOutside = new Set<string>();

  /** One of our files or a `.kanorc.yaml` was changed, created or deleted: its URI. */
  readonly onDidChange = this.#changed.event;

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
      return (type & vscode.FileType.File) === 0 ? { reason: 'not-found' } : { uri: uri.toString() };
    } catch {
      return { reason: 'not-found' };
    }
  }

  open(uri: string): Promise<KanoModel | undefined> {
    const open = openDocument(uri);
    if (open) return Promise.resolve(this.#models.read(open));
    this.#watchFolders();
    const known = this.#stored.get(uri) ?? readStored(uri);
    this.#stored.set(uri, known);
    return known;
  }

  configuration(uri: string): Promise<Configuration | undefined> {
    return this.#configurations.nearest(vscode.Uri.parse(uri));
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

  /** Watches for deleted folders, once there are files to forget. */
  #watchFolders(): void {
    if (this.#watchesFolders) return;
    this.#watchesFolders = true;
    // A deleted folder is one event that does not name the files in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    const forgetIn = (folder: vscode.Uri) => {
      const inFolder = `${folder}/`;
      for (const uri of [...this.#stored.keys()]) if (uri.startsWith(inFolder)) this.#forget(vscode.Uri.parse(uri));
    };
    this.#subscriptions.push(folders, folders.onDidDelete(forgetIn));
  }
}

/** Reads a file from its file system; `undefined` where it cannot be read or is not text. */
export async function readStored(uri: string): Promise<KanoModel | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return await inSlices(readModelInSteps(uri, text));
  } catch {
    return undefined;
  }
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
