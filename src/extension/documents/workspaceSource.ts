import * as vscode from 'vscode';
import type { DocumentSource } from '../../document/documentSource.ts';
import type { Configuration } from '../../document/format/configuration.ts';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { readModelInSteps } from '../../document/readModel.ts';
import { ConfigurationFiles } from './configurationFiles.ts';
import { inSlices } from './inSlices.ts';
import { kanoFilePattern } from './kanoFiles.ts';
import type { ModelStore } from './modelStore.ts';

/** Files of the workspace: as they stand in an open editor, else as they are stored, on any file system VS Code knows. */
export class WorkspaceSource implements DocumentSource, vscode.Disposable {
  readonly #models: ModelStore;
  readonly #configurations = new ConfigurationFiles();
  readonly #stored = new Map<string, Promise<KanoModel | undefined>>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable[];
  #watchesFolders = false;
  readonly #watchedOutside = new Set<string>();

  /** The content of a file, ours or a `.kanorc.yaml`, changed, appeared or went away: its URI. */
  readonly onDidChange = this.#changed.event;

  constructor(models: ModelStore) {
    this.#models = models;
    const watcher = vscode.workspace.createFileSystemWatcher(kanoFilePattern);
    this.#subscriptions = [
      this.#changed,
      this.#configurations,
      this.#configurations.onDidChange((uri) => this.#changed.fire(uri.toString())),
      ...this.#following(watcher),
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
    // Past versions lie in the folder of the file that they are versions of.
    const folder = vscode.workspace.getWorkspaceFolder(base) ?? vscode.workspace.getWorkspaceFolder(vscode.Uri.file(base.path));
    // Without a folder there is no border to stay within but the file's own folder.
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
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open) return Promise.resolve(this.#models.read(open));
    this.#watchFolders();
    const known = this.#stored.get(uri) ?? this.#readStored(uri);
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

  #following(watcher: vscode.FileSystemWatcher): readonly vscode.Disposable[] {
    const forget = (uri: vscode.Uri) => this.#forget(uri);
    return [watcher, watcher.onDidChange(forget), watcher.onDidCreate(forget), watcher.onDidDelete(forget)];
  }

  /** Outside the folders of the workspace nothing is watched unasked: the folder of a used file, once somebody uses one in it. */
  #watchOutside(folder: vscode.Uri): void {
    const name = folder.toString();
    if (folder.query !== '' || this.#watchedOutside.has(name)) return;
    this.#watchedOutside.add(name);
    const pattern = new vscode.RelativePattern(folder, kanoFilePattern.replace('**/', ''));
    this.#subscriptions.push(...this.#following(vscode.workspace.createFileSystemWatcher(pattern)));
  }

  /** Follows folders that go, once there are files to forget. */
  #watchFolders(): void {
    if (this.#watchesFolders) return;
    this.#watchesFolders = true;
    // A folder that goes is one event, which names none of the files in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    const forgetIn = (folder: vscode.Uri) => {
      const inFolder = `${folder}/`;
      for (const uri of [...this.#stored.keys()]) if (uri.startsWith(inFolder)) this.#forget(vscode.Uri.parse(uri));
    };
    this.#subscriptions.push(folders, folders.onDidDelete(forgetIn));
  }

  async #readStored(uri: string): Promise<KanoModel | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri));
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return await inSlices(readModelInSteps(uri, text));
    } catch {
      return undefined;
    }
  }
}

/**
 * The URI of a file named relative to another. The Git extension keeps the path in the query too, and reads it from there; what other
 * queries mean we cannot know.
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
