import type { ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import { type Product, productList } from './product.ts';

/** The items of a list over the whole product by their ids; where an id is defined twice, the first counts. */
export function definitionsById<K extends ListKey>(product: Product, key: K): ReadonlyMap<string, Item<K>['value']> {
  const found = new Map<string, Item<K>['value']>();
  for (const { item } of productList(product, key)) {
    const { id } = item.value;
    if (id !== undefined && !found.has(id)) found.set(id, item.value);
  }
  return found;
}
