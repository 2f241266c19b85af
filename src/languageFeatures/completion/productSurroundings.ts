import { definitionIndex } from '../../document/definitionIndex.ts';
import { schemaAt } from '../../document/format/formatSchema.ts';
import type { ListKey } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { Product } from '../../document/product.ts';
import type { KnownId, Surroundings } from './surroundings.ts';

/** More ids than this help nobody: those that fit the word come first, and more follow when it is longer. */
const idsLimit = 500;

/** What a product defines, from its indexes: a file of ten thousand features is not walked through. */
export function productSurroundings(product: Product, ownId: string | undefined, files: readonly string[]): Surroundings {
  const definitionsOf = (list: ListKey) => product.models.map((model) => definitionIndex(model).lists[list].definitions);
  return {
    schemaAt: (path) => schemaAt(undefined, path),
    idsOf: (list, word) => readIds(definitionsOf(list), word.toLowerCase()),
    isDefined: (list, id) => definitionsOf(list).some((definitions) => definitions.has(id)),
    files,
    ownId,
  };
}

function readIds(
  definitions: readonly ReadonlyMap<string, ReadonlySet<Item>>[],
  word: string,
): { readonly ids: readonly KnownId[]; readonly isComplete: boolean } {
  const all = definitions.reduce((sum, { size }) => sum + size, 0);
  const known = new Map<string, KnownId>();
  for (const [id, entries] of definitions.flatMap((map) => (all > idsLimit ? [...map].filter(([id]) => id.includes(word)) : [...map]))) {
    if (known.size === idsLimit) break;
    const [item] = entries;
    if (!known.has(id)) known.set(id, { id, name: item && nameOf(item) });
  }
  return { ids: [...known.values()], isComplete: all <= idsLimit };
}

function nameOf({ value }: Item): string | undefined {
  if ('title' in value) return value.title;
  return 'name' in value ? value.name : 'date' in value ? value.date : undefined;
}
