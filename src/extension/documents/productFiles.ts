import * as vscode from 'vscode';
import type { DocumentSource } from '../../document/documentSource.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { NavigationSources } from '../providers/navigation.ts';
import { isEditable } from './kanoFiles.ts';
import type { WorkspaceContent } from './workspaceFiles.ts';

/** A document with all files in which its ids may stand. */
export interface FilesAround extends WorkspaceContent {
  readonly opened: KanoModel;
  /** Gives up when the one who asked does. */
  readonly source: DocumentSource;
}

/**
 * The files of the workspace together with those of the document's product, which may lie elsewhere. Of a past version its product alone: what
 * the files are today is another time.
 *
 * @throws {vscode.CancellationError} When `token` is cancelled.
 */
export async function filesAround(
  document: vscode.TextDocument,
  { products, source, files }: NavigationSources,
  token: vscode.CancellationToken,
): Promise<FilesAround> {
  const nothing: WorkspaceContent = { models: [], unreadable: [], isComplete: true };
  const content = isEditable(document) ? await files.content(token) : nothing;
  const product = await products.get(document);
  const documents = new Map([...content.models, ...product.models].map((model) => [model.uri, model]));
  return { ...content, models: [...documents.values()], opened: product.opened, source: cancellable(source, token) };
}

function cancellable(source: DocumentSource, token: vscode.CancellationToken): DocumentSource {
  return {
    resolve(from, path) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      return source.resolve(from, path);
    },
    open: (uri) => source.open(uri),
  };
}
