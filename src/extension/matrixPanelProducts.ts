import type * as vscode from 'vscode';
import type { Product } from '../document/product.ts';
import type { Scope } from '../webview/protocol.ts';
import type { DocumentStore } from './documentStore.ts';
import type { ProductStore } from './productStore.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';
import { currentProducts, usedByNone } from './workspaceProducts.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** Where panels find what they show. */
export interface PanelServices {
  readonly documents: DocumentStore;
  readonly source: WorkspaceSource;
  readonly products: ProductStore;
  readonly files: WorkspaceFiles;
}

/** The products that a panel shows: the one of its file; for the whole workspace also those of all files that no other file uses. */
export async function productsInScope(text: vscode.TextDocument, scope: Scope, services: PanelServices): Promise<readonly Product[]> {
  const own = await services.products.get(text);
  if (scope === 'file') return [own];
  const documents = await services.files.all();
  const others = documents.filter(({ uri }) => uri !== own.opened.uri);
  // The panel's file stays, whoever uses it, because the panel is about it.
  return usedByNone([own, ...(await currentProducts(others, documents, services.source))], own);
}
