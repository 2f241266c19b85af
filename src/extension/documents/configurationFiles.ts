import * as vscode from 'vscode';
import {
  type Configuration,
  type ConfigurationFile,
  configurationFileName,
  isConfigurationPath,
  isExcluded,
  readConfiguration,
} from '../../document/configuration.ts';
import { openDocument, watchFiles } from './kanoFiles.ts';

/** The `.kanorc.yaml` files of the workspace, as they are in open editors or else on disk. */
export class ConfigurationFiles implements vscode.Disposable {
  readonly #read = new Map<string, Promise<ConfigurationFile | undefined>>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor() {
    const change = (uri: vscode.Uri) => {
      this.#read.clear();
      this.#changed.fire(uri);
    };
    const changeText = ({ uri }: vscode.TextDocument) => isConfigurationPath(uri.path) && change(uri);
    // A folder that comes or goes is one event that does not name the files in it.
    const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
    const changeIn = (folder: vscode.Uri) => {
      const inside = [...this.#read.keys()].find((read) => read.startsWith(`${folder}/`));
      if (inside !== undefined) change(vscode.Uri.parse(inside));
    };
    this.#subscriptions = [
      this.#changed,
      folders,
      folders.onDidCreate(changeIn),
      folders.onDidDelete(changeIn),
      watchFiles(`**/${configurationFileName}`, change),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && changeText(document)),
      vscode.workspace.onDidCloseTextDocument(changeText),
    ];
  }

  /**
   * The nearest configuration, from the folder of a file upwards to its workspace folder. Past versions of a file have today's. For a file outside
   * the workspace only its own folder counts.
   */
  nearest(uri: vscode.Uri): Promise<ConfigurationFile | undefined> {
    return nearestConfiguration(uri, (folder) => this.#inFolder(folder));
  }

  /** Whether a configuration above a file leaves it out of what searches find. */
  excludes(uri: vscode.Uri): Promise<boolean> {
    return isExcludedAbove(uri, async (folder) => (await this.#inFolder(folder))?.configuration);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #inFolder(folder: vscode.Uri): Promise<ConfigurationFile | undefined> {
    const uri = vscode.Uri.joinPath(folder, configurationFileName);
    const known = this.#read.get(uri.toString()) ?? readNow(uri);
    this.#read.set(uri.toString(), known);
    return known;
  }
}

/** Reads the configuration in a folder, if there is one. */
export type ReadConfiguration = (folder: vscode.Uri) => Promise<Configuration | undefined>;

/** What there is of a configuration in the nearest folder that has one, from the folder of a file upwards. */
export async function nearestConfiguration<Found>(
  uri: vscode.Uri,
  inFolder: (folder: vscode.Uri) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const folder of foldersUpwards(uri)) {
    const found = await inFolder(folder);
    if (found) return found;
  }
  return undefined;
}

/** Whether a configuration above a file leaves it out of what searches find. */
export async function isExcludedAbove(uri: vscode.Uri, inFolder: ReadConfiguration): Promise<boolean> {
  for (const folder of foldersUpwards(uri)) {
    const found = await inFolder(folder);
    if (found && isExcluded(uri.path, folder.path, found)) return true;
  }
  return false;
}

/** The folders that may hold the configuration of a file, nearest first; none for an untitled file. */
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

/** A past version has the path of today's file, but under another scheme that no workspace folder has. */
function workspaceFolderOf(uri: vscode.Uri): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const nearest = folders
    .filter((folder) => uri.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`))
    .sort((a, b) => b.uri.path.length - a.uri.path.length)[0];
  return (vscode.workspace.getWorkspaceFolder(uri) ?? nearest)?.uri;
}

async function readNow(uri: vscode.Uri): Promise<ConfigurationFile | undefined> {
  const text = await currentText(uri);
  return text === undefined ? undefined : readConfiguration(uri.toString(), text);
}

/** The text of a file, from an open editor if there is one; `undefined` where it cannot be read. */
export async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
