import * as vscode from 'vscode';
import { workspaceSymbols } from '../../languageFeatures/workspaceSymbols.ts';
import { toRange } from '../documents/ranges.ts';
import type { WorkspaceFiles } from '../documents/workspaceFiles.ts';

/** More than anybody scrolls through; with every further letter typed VS Code asks anew. */
const symbolsLimit = 500;

/** Finds features, touchpoints and all else that has an id, in all files of the workspace. */
export class WorkspaceSymbolProvider implements vscode.WorkspaceSymbolProvider {
  readonly #files: WorkspaceFiles;

  constructor(files: WorkspaceFiles) {
    this.#files = files;
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const found = workspaceSymbols(await this.#files.all(token), query, symbolsLimit);
    // The kinds of VS Code count from 0, those of the protocol from 1.
    return found.map(
      ({ name, kind, containerName = '', location: { uri, range } }) =>
        new vscode.SymbolInformation(name, kind - 1, containerName, new vscode.Location(vscode.Uri.parse(uri), toRange(range))),
    );
  }
}
