import type * as vscode from 'vscode';
import { oncePerObject } from '../analysis/once.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type Product, readProduct } from '../document/product.ts';
import type { Scope } from '../webview/protocol.ts';
import type { DocumentStore } from './documentStore.ts';
import type { ProductStore } from './productStore.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';
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
  const current = new Map(documents.map((document) => [document.uri, document]));
  const others = await Promise.all(
    documents.filter(({ uri }) => uri !== own.opened.uri).map((document) => currentProduct(document, current, services)),
  );
  // The panel's file stays, whoever uses it, because the panel is about it.
  const used = new Set([own, ...others].flatMap((product) => product.documents.slice(1).map(({ uri }) => uri)));
  const opened = [own, ...others.filter((product) => !used.has(product.opened.uri))];
  // Of files that use each other in a circle, none is the first; they are not to get lost.
  const held = new Set(opened.flatMap(({ documents: files }) => files.map(({ uri }) => uri)));
  return [...opened, ...others.filter((product) => !held.has(product.opened.uri))];
}

const known = oncePerObject((_services: PanelServices) => new Map<string, Product>());

/** The product of a file of the workspace, read again only when one of its files or its `.kanorc.yaml` changed. */
async function currentProduct(
  document: KanoDocument,
  current: ReadonlyMap<string, KanoDocument>,
  services: PanelServices,
): Promise<Product> {
  const before = known(services).get(document.uri);
  const isCurrent =
    before?.unresolvedUses.length === 0 &&
    before.configuration === (await services.source.configuration(document.uri)) &&
    before.documents.every((used) => used.uri !== document.uri || used === document) &&
    before.documents.every((used) => (current.get(used.uri) ?? used) === used);
  if (before && isCurrent) return before;
  const product = await readProduct(document, services.source);
  known(services).set(document.uri, product);
  return product;
}
