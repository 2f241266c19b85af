import type { DocumentSource, UnresolvedReason } from './documentSource.ts';
import type { Configuration } from './format/configuration.ts';
import type { ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import type { KanoModel } from './kanoModel.ts';
import { type LocalRange, within } from './yaml/localRange.ts';
import { stringsAt } from './yaml/node.ts';

/** A `uses` entry that leads nowhere. */
export interface UnresolvedUse {
  readonly model: KanoModel;
  /** The relative path as written. */
  readonly path: string;
  readonly range: LocalRange;
  readonly reason: UnresolvedReason | 'cycle';
}

/** An item together with the document that it stands in. */
export interface ProductItem<K extends ListKey> {
  readonly model: KanoModel;
  readonly item: Item<K>;
}

/** A file plus all that it `uses`, directly or not; each file counts once, the opened one first. */
export interface Product {
  readonly opened: KanoModel;
  readonly models: readonly KanoModel[];
  readonly unresolvedUses: readonly UnresolvedUse[];
  /** Which entry of the opened file's `uses`, from 0, each other file was first reached through, by its identity. */
  readonly usedThrough: ReadonlyMap<string, number>;
  /** What the `.kanorc.yaml` nearest to the opened file says; absent where there is none. */
  readonly configuration?: Configuration | undefined;
}

/** The items of a list over the whole product, in the order of the files and within them. */
export function productList<K extends ListKey>(product: Product, key: K): readonly ProductItem<K>[] {
  return product.models.flatMap((model) => model.list(key).map((item) => ({ model, item })));
}

/** A product of the opened file alone, for what has to be shown before other files are read. */
export function singleFileProduct(opened: KanoModel): Product {
  return { opened, models: [opened], unresolvedUses: [], usedThrough: new Map() };
}

/** Reads all that a document uses, depth first. Never fails: what cannot be read is listed. */
export async function readProduct(opened: KanoModel, source: DocumentSource): Promise<Product> {
  const models: KanoModel[] = [];
  const uses: Use[] = [];
  const usedThrough = new Map<string, number>();
  const visit = async (model: KanoModel, through?: number): Promise<void> => {
    models.push(model);
    if (through !== undefined) usedThrough.set(model.uri, through);
    for (const [index, { value, start, end }] of stringsAt(model.frame.root, ['uses']).entries()) {
      const use = { model, path: value, range: within(model.frame, { start, end }) };
      const resolved = await source.resolve(model.uri, value);
      if ('reason' in resolved) {
        uses.push({ ...use, result: resolved.reason });
        continue;
      }
      const known = models.find(({ uri }) => uri === resolved.uri);
      const used = known ?? (await source.open(resolved.uri));
      uses.push({ ...use, result: used ?? 'unreadable' });
      if (used && !known) await visit(used, through ?? index);
    }
  };
  await visit(opened);
  const unresolvedUses = uses.flatMap(({ result, ...use }): UnresolvedUse[] => {
    if (typeof result === 'string') return [{ ...use, reason: result }];
    return leadsTo(result, use.model, uses) ? [{ ...use, reason: 'cycle' }] : [];
  });
  return { opened, models, unresolvedUses, usedThrough, configuration: await source.configuration?.(opened.uri) };
}

/** A `uses` entry with the document it leads to, or why it leads nowhere. */
interface Use extends Omit<UnresolvedUse, 'reason'> {
  readonly result: KanoModel | UnresolvedReason;
}

/** Every use in a cycle counts, so that each file in it shows the problem, whichever is opened. */
function leadsTo(from: KanoModel, target: KanoModel, uses: readonly Use[], passed = new Set<KanoModel>()): boolean {
  if (from === target) return true;
  passed.add(from);
  return uses.some(
    ({ model, result }) => model === from && typeof result !== 'string' && !passed.has(result) && leadsTo(result, target, uses, passed),
  );
}
