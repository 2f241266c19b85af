import type * as vscode from 'vscode';
import { analysisOfProduct } from '../analysis/analysisOfProduct.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { type Product, readProduct } from '../document/product.ts';
import type { AnalysedProduct } from '../language/featureTree.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** What the workspace holds: the products of all files that no other file uses, and what is missing. */
export interface WorkspaceProducts {
  readonly products: readonly AnalysedProduct[];
  readonly unreadable: readonly string[];
  readonly isComplete: boolean;
}

/** @throws {vscode.CancellationError} When `token` is cancelled. */
export async function workspaceProducts(
  files: WorkspaceFiles,
  source: WorkspaceSource,
  token?: vscode.CancellationToken,
): Promise<WorkspaceProducts> {
  const { documents, unreadable, isComplete } = await files.content(token);
  const all = await Promise.all(documents.map((document) => readProduct(document, source)));
  const used = new Set(all.flatMap(({ documents: [, ...others] }) => others.map(({ uri }) => uri)));
  const opened = all.filter((product) => !used.has(product.opened.uri));
  // Files that use each other in a circle are all used, and still there.
  const products = [...opened, ...all.filter((product) => isLeftOut(product, opened))];
  return { products: products.map((product) => ({ product, analysis: analysisOfProduct(product) })), unreadable, isComplete };
}

function isLeftOut({ opened: document }: Product, products: readonly Product[]): boolean {
  return !products.some(({ documents }) => documents.some(({ uri }: KanoDocument) => uri === document.uri));
}
