import { inParallel } from '../base/inParallel.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { DocumentSource } from '../document/product.ts';
import { stringsAt } from '../document/yaml/node.ts';
import { type Id, mentionsIn } from './mentions.ts';

const filesAtOnce = 16;

/** The files in which an id means the same, and the files around them. */
interface SharedId {
  /** The file that was asked from, then the others that mention the id and belong to a product with one of these. */
  readonly mentioning: readonly KanoModel[];
  /** All files of the products that these files belong to: here a broken part may mention the id, and a new id may be taken. */
  readonly concerned: readonly KanoModel[];
}

/**
 * Finds the files in which an id means what it means in `from`: files that `from` uses and files that use it, directly or not. Two files that
 * mention an id share it when some product holds both.
 *
 * @param models all files there are, including `from`
 */
export async function filesSharing(sought: Id, from: KanoModel, models: readonly KanoModel[], source: DocumentSource): Promise<SharedId> {
  const products = await productsOf(models, source);
  const mentions = new Map(models.map((model) => [model, model === from || mentionsIn(model, sought).length > 0]));
  const mentioning = new Set([from]);
  const concerned = new Set([from]);
  const open = new Set(products);
  for (let size = -1; size < mentioning.size; ) {
    size = mentioning.size;
    for (const product of open) {
      if (!product.some((model) => mentioning.has(model))) continue;
      open.delete(product);
      for (const model of product) {
        concerned.add(model);
        if (mentions.get(model)) mentioning.add(model);
      }
    }
  }
  return { mentioning: [...mentioning], concerned: [...concerned] };
}

/** The product that each file opens: itself and all that it uses. */
async function productsOf(models: readonly KanoModel[], source: DocumentSource): Promise<readonly (readonly KanoModel[])[]> {
  const byUri = new Map(models.map((model) => [model.uri, model]));
  const uses = new Map<KanoModel, readonly KanoModel[]>();
  await inParallel(models, filesAtOnce, async (model) => {
    const paths = new Set(stringsAt(model.frame.root, ['uses']).map(({ value }) => value));
    const used: KanoModel[] = [];
    for (const path of paths) {
      const resolved = await source.resolve(model.uri, path);
      const found = 'uri' in resolved && byUri.get(resolved.uri);
      if (found) used.push(found);
    }
    uses.set(model, used);
  });
  return models.map((model) => {
    const product = new Set([model]);
    // Iterating a set also visits what is added meanwhile.
    for (const member of product) for (const used of uses.get(member) ?? []) product.add(used);
    return [...product];
  });
}
