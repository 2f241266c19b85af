import * as vscode from 'vscode';
import { type Configuration, configurationFileName, isConfigurationPath } from '../../document/format/configuration.ts';
import { readConfiguration } from '../../document/format/readConfiguration.ts';

/** The `.kanorc.yaml` files of the workspace: as they stand in an open editor, else as they are stored. */
export class ConfigurationFiles implements vscode.Disposable {
  readonly #read = new Map<string, Promise<Configuration | undefined>>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];

  /** One was changed, came or went. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationFileName}`);
    const change = (uri: vscode.Uri) => {
      this.#read.clear();
      this.#changed.fire(uri);
    };
    const changeText = ({ uri }: vscode.TextDocument) => isConfigurationPath(uri.path) && change(uri);
    this.#subscriptions = [
      this.#changed,
      watcher,
      watcher.onDidChange(change),
      watcher.onDidCreate(change),
      watcher.onDidDelete(change),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && changeText(document)),
      vscode.workspace.onDidCloseTextDocument(changeText),
    ];
  }

  /**
   * What the nearest one says, from the folder of a file upwards to its workspace folder; past versions of a file are under the one that
   * counts today. A file outside the workspace has that of its own folder.
   */
  async nearest(uri: vscode.Uri): Promise<Configuration | undefined> {
    for (const folder of foldersUpwards(uri)) {
      const found = await this.#inFolder(folder);
      if (found) return found;
    }
    return undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #inFolder(folder: vscode.Uri): Promise<Configuration | undefined> {
    const uri = vscode.Uri.joinPath(folder, configurationFileName);
    const known = this.#read.get(uri.toString()) ?? readNow(uri);
    this.#read.set(uri.toString(), known);
    return known;
  }
}

/** Where the configuration of a file is looked for, nearest first; none for one that has no place yet. */
export function foldersUpwards(uri: vscode.Uri): readonly vscode.Uri[] {
  if (uri.scheme === 'untitled') return [];
  const border = workspaceFolderOf(uri);
  const own = vscode.Uri.joinPath((border ?? uri).with({ path: uri.path }), '..');
  if (!border) return [own];
  const folders = [own];
  for (let folder = own; folder.path.length > border.path.length; ) {
    folder = vscode.Uri.joinPath(folder, '..');
    folders.push(folder);
  }
  return folders;
}

/** Past versions lie in the folder of the file that they are versions of. */
function workspaceFolderOf(uri: vscode.Uri): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const nearest = folders
    .filter((folder) => uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`))
    .sort((a, b) => b.uri.path.length - a.uri.path.length)[0];
  return (vscode.workspace.getWorkspaceFolder(uri) ?? nearest)?.uri;
}

async function readNow(uri: vscode.Uri): Promise<Configuration | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return readConfiguration(uri.toString(), open.getText()).configuration;
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return readConfiguration(uri.toString(), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).configuration;
  } catch {
    return undefined;
  }
}
