import * as vscode from 'vscode';
import type { AnalysedProduct } from '../../analysis/productAnalysis.ts';
import { type Configuration, configurationFileName, readConfiguration } from '../../document/configuration.ts';
import { isExcludedAbove, nearestConfiguration } from '../documents/configurationFiles.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import type { GitApi } from './gitApi.ts';
import { readCommitted } from './gitRevision.ts';

/** The files of a repository as a commit has them, with the `.kanorc.yaml` files of that commit. */
export class CommitFiles {
  readonly #git: GitApi;
  readonly #commit: string;
  readonly #source: WorkspaceSource;
  readonly #configurations = new Map<string, Promise<Configuration | undefined>>();

  constructor(git: GitApi, commit: string, source: WorkspaceSource) {
    this.#git = git;
    this.#commit = commit;
    this.#source = source;
  }

  /** The product of a file; `undefined` where the commit does not have it, `incomplete` where a file of it cannot be read. */
  read(uri: vscode.Uri): Promise<AnalysedProduct | 'incomplete' | undefined> {
    return readCommitted(this.#git, uri, this.#commit, {
      resolve: (from, path) => this.#source.resolve(from, path),
      configuration: (past) => nearestConfiguration(vscode.Uri.file(vscode.Uri.parse(past).path), this.#inFolder),
    });
  }

  /** Whether a `.kanorc.yaml` above a file left it out. */
  excludes(uri: vscode.Uri): Promise<boolean> {
    return isExcludedAbove(uri, this.#inFolder);
  }

  readonly #inFolder = (folder: vscode.Uri): Promise<Configuration | undefined> => {
    const uri = vscode.Uri.joinPath(folder, configurationFileName);
    const known = this.#configurations.get(uri.path) ?? this.#readConfiguration(uri);
    this.#configurations.set(uri.path, known);
    return known;
  };

  async #readConfiguration(uri: vscode.Uri): Promise<Configuration | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#git.toGitUri(uri, this.#commit));
      // A file that a commit does not have is empty to the Git extension.
      return bytes.length === 0 ? undefined : readConfiguration(uri.toString(), new TextDecoder().decode(bytes)).configuration;
    } catch {
      return undefined;
    }
  }
}
