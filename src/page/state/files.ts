import type { KanoModel } from '../../document/kanoModel.ts';
import { type DocumentSource, type Product, readProduct, usedByNone } from '../../document/product.ts';
import { readModelInSteps } from '../../document/readModel.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import type { FileChange, FileLinks, FileText, HostMessage } from '../protocol.ts';

/** The files that the page was given, in their latest versions. */
export interface Files {
  /** `null` when the opened file is gone. */
  readonly links: FileLinks | null;
  readonly models: ReadonlyMap<string, { readonly version: number; readonly model: KanoModel }>;
}

/** The products that are shown, the one of the opened file first, with what they were read from. */
export interface ShownProducts {
  readonly links: FileLinks;
  readonly products: readonly Product[];
}

/**
 * The files after a message, in steps because whole texts take long to read. `undefined` where a change follows another version than the one at
 * hand: then all files are needed again.
 */
export function* filesAfter(
  before: Files | null,
  message: Extract<HostMessage, { readonly type: 'files' | 'changes' }>,
): Generator<undefined, Files | undefined> {
  const models = new Map(message.type === 'files' ? [] : before?.models);
  for (const file of message.files) {
    const model = yield* modelAfter(models.get(file.uri), file);
    if (!model) return undefined;
    models.set(file.uri, { version: file.version, model });
  }
  if (message.type === 'files') return { links: message.links, models };
  for (const uri of message.removed) models.delete(uri);
  return before ? { links: message.links === undefined ? before.links : message.links, models } : undefined;
}

function* modelAfter(
  known: { readonly version: number; readonly model: KanoModel } | undefined,
  file: FileText | FileChange,
): Generator<undefined, KanoModel | undefined> {
  if ('text' in file) return yield* readModelInSteps(file.uri, file.text);
  return known?.version === file.version - 1 ? updateModel(known.model, file.changes) : undefined;
}

/** The products to show; products whose files did not change are those of before. `null` where the opened file is missing. */
export async function productsOf(files: Files, before: ShownProducts | null): Promise<ShownProducts | null> {
  const { links, models } = files;
  const opened = links && models.get(links.opened)?.model;
  if (!links || !opened) return null;
  const source = sourceOf(models, links);
  const known = new Map(before?.links === links ? before.products.map((product) => [product.opened.uri, product]) : []);
  const isCurrent = (product: Product) => product.models.every((model) => models.get(model.uri)?.model === model);
  const others = (links.workspace ?? []).flatMap((uri) => (uri === links.opened ? [] : (models.get(uri)?.model ?? [])));
  const products: Product[] = [];
  for (const model of [opened, ...others]) {
    const product = known.get(model.uri);
    products.push(product && isCurrent(product) ? product : await readProduct(model, source));
  }
  // The opened file stays, whatever uses it, because the page is about it.
  return { links, products: usedByNone(products, products[0]) };
}

function sourceOf(models: Files['models'], { uses, configurations, asOf }: FileLinks): DocumentSource {
  const targets = new Map(uses.map(({ from, path, to }) => [JSON.stringify([from, path]), to]));
  return {
    // A use that was written a moment ago: where it leads is on its way.
    resolve: async (from, path) => targets.get(JSON.stringify([from, path])) ?? { reason: 'not-found' },
    open: async (uri) => models.get(uri)?.model,
    configuration: async (uri) => configurations[uri],
    asOf,
  };
}
