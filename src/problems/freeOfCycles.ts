import { definitionIndex } from '../document/definitionIndex.ts';
import type { Item } from '../document/item.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { referencesOf } from '../document/references.ts';
import { changedItems } from '../document/versions/indexByVersion.ts';

/** Versions of files whose features are known to be in no cycle of dependencies, with the files that they used then. */
const free = new WeakMap<KanoModel, readonly KanoModel[]>();

/** Remembers that no feature of the opened file depends on itself, directly or not. */
export function rememberFree({ opened, models }: Product): void {
  free.set(opened, models.slice(1));
}

/**
 * Whether what is known of the version before says that no feature of the opened file can depend on itself in this one. A new cycle runs through
 * an id that the edit took away, brought or gave other dependencies.
 */
export function staysFree(product: Product): boolean {
  const { opened, models } = product;
  const before = opened.indexedBefore;
  const others = before && free.get(before);
  if (!before || others?.length !== models.length - 1 || others.some((other, index) => other !== models[index + 1])) return false;
  const { removed, added } = changedItems(before, opened);
  if (removed.length === added.length && removed.every((item, index) => dependenciesOf(item) === dependenciesOf(added[index]))) return true;
  const ids = new Set([...removed, ...added].flatMap(({ list, value }) => (list === 'features' && value.id !== undefined ? value.id : [])));
  return !mayLeadBack(product, ids);
}

/** To look at everything anew costs about as much as this many steps from feature to feature. */
const mostSteps = 20_000;

/** Whether one of the ids depends on itself, where a repeated id means all features that have it. Also true where that takes long to tell. */
function mayLeadBack({ models }: Product, ids: Iterable<string>): boolean {
  const definitions = models.map((model) => definitionIndex(model).lists.features.definitions);
  const needsOf = (id: string) => definitions.flatMap((byId) => [...(byId.get(id) ?? [])].flatMap(neededIds));
  let steps = 0;
  for (const id of ids) {
    const reached = new Set(needsOf(id));
    for (const needed of reached) {
      if (needed === id || ++steps > mostSteps) return true;
      for (const next of needsOf(needed)) reached.add(next);
    }
  }
  return false;
}

function neededIds(item: Item): readonly string[] {
  return referencesOf(item).flatMap(({ target, node }) => (target === 'features' ? node.value : []));
}

/** An id and what it depends on, to be compared; items of other lists are all alike. */
function dependenciesOf(item: Item | undefined): string {
  if (item?.list !== 'features') return '';
  // What breaks the schema leads nowhere, and does as soon as it is mended.
  const { id, dependsOn } = (item as Item<'features'>).value;
  return JSON.stringify([id ?? null, dependsOn ?? []]);
}
