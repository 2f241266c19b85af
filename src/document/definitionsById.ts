import type { Entry } from './entry.ts';
import type { ListKey } from './model.ts';
import { type Product, productList } from './product.ts';

/** The items of a list over the whole product by their ids; where an id is defined twice, the first counts. */
export function definitionsById<K extends ListKey>(product: Product, key: K): ReadonlyMap<string, Entry<K>['value']> {
  const found = new Map<string, Entry<K>['value']>();
  for (const { entry } of productList(product, key)) {
    const { id } = entry.value;
    if (id !== undefined && !found.has(id)) found.set(id, entry.value);
  }
  return found;
}
