import { type AnalysedProduct, analysedProduct } from '../../analysis/productAnalysis.ts';
import { oncePerObject } from '../../base/once.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, readProduct, usedByNone } from '../../document/product.ts';
import type { Services } from './services.ts';
import type { WorkspaceContent } from './workspaceFiles.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** The products of all files in the workspace that no other file uses, and what is missing. */
export interface WorkspaceProducts extends Omit<WorkspaceContent, 'models'> {
  readonly products: readonly AnalysedProduct[];
}

export async function workspaceProducts({ files, source }: Services): Promise<WorkspaceProducts> {
  const { models, ...missing } = await files.content();
  const products = usedByNone(await currentProducts(models, models, source));
  return { products: products.map(analysedProduct), ...missing };
}

/** The products of `opened` in a workspace that holds `all`. Each is read again only when one of its files or its `.kanorc.yaml` changed. */
export function currentProducts(
  opened: readonly KanoModel[],
  all: readonly KanoModel[],
  source: WorkspaceSource,
): Promise<readonly Product[]> {
  const current = new Map(all.map((model) => [model.uri, model]));
  return Promise.all(opened.map((model) => currentProduct(model, current, source)));
}

const known = oncePerObject((_source: WorkspaceSource) => new Map<string, Product>());

async function currentProduct(model: KanoModel, current: ReadonlyMap<string, KanoModel>, source: WorkspaceSource): Promise<Product> {
  const before = known(source).get(model.uri);
  const isCurrent =
    before?.unresolvedUses.length === 0 &&
    before.configuration === (await source.configuration(model.uri)) &&
    before.models.every((used) => used.uri !== model.uri || used === model) &&
    before.models.every((used) => (current.get(used.uri) ?? used) === used);
  if (before && isCurrent) return before;
  const product = await readProduct(model, source);
  known(source).set(model.uri, product);
  return product;
}
