import type * as vscode from 'vscode';
import { type Product, usedByNone } from '../../document/product.ts';
import type { Scope } from '../../page/protocol.ts';
import type { Services } from '../documents/services.ts';
import { currentProducts } from '../documents/workspaceProducts.ts';

/** The products that a panel shows: the one of its file; for the whole workspace also those of all files that no other file uses. */
export async function productsInScope(
  document: vscode.TextDocument,
  scope: Scope,
  services: Services,
): Promise<readonly [Product, ...Product[]]> {
  const own = await services.products.get(document);
  if (scope === 'file') return [own];
  const { models } = await services.files.content();
  const others = models.filter(({ uri }) => uri !== own.opened.uri);
  const products = usedByNone([own, ...(await currentProducts(others, models, services.source))], own);
  // The panel's file stays, whatever uses it, because the panel is about it.
  return [own, ...products.filter((product) => product !== own)];
}
