import type { Feature, Lists } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import { type Product, productList } from '../../document/product.ts';
import { keysBeside } from './shownFeatures.ts';

/** The lists that features and metrics refer to, and the metrics. */
export type DefinitionList = 'touchpoints' | 'stages' | 'personas' | 'surveys' | 'metrics';

/** An item that the page shows as a definition. */
export interface Definition<K extends DefinitionList> {
  readonly key: string;
  readonly value: Lists[K];
  readonly item: Item<K>;
  /** The file it is in. */
  readonly uri: string;
  /** The first of the products that it belongs to. */
  readonly of: Product;
}

/** All definitions of the products by their keys, and the way from an id in one product to its key. */
export class Definitions {
  readonly touchpoints: ReadonlyMap<string, Definition<'touchpoints'>>;
  readonly stages: ReadonlyMap<string, Definition<'stages'>>;
  readonly metrics: ReadonlyMap<string, Definition<'metrics'>>;
  readonly personas: ReadonlyMap<string, Definition<'personas'>>;
  readonly surveys: ReadonlyMap<string, Definition<'surveys'>>;
  readonly #keys = new Map<Product, Record<DefinitionList, Map<string, string>>>();

  constructor(products: readonly Product[]) {
    this.touchpoints = this.#collect(products, 'touchpoints');
    this.stages = this.#collect(products, 'stages');
    this.metrics = this.#collect(products, 'metrics');
    this.personas = this.#collect(products, 'personas');
    this.surveys = this.#collect(products, 'surveys');
  }

  /** The key of what an id means in a product; `null` where it is undefined. */
  keyOf(list: DefinitionList, product: Product, id: string): string | null {
    return this.#keys.get(product)?.[list].get(id) ?? null;
  }

  /** The keys of a feature's touchpoints that are defined; the same list for as long as nothing in it changes. */
  touchpointsOf({ touchpoints = none }: Feature, product: Product): readonly string[] {
    if (touchpoints.length === 0) return none;
    const ofProduct = this.#keysIn(product).touchpoints;
    const keys = touchpoints.flatMap((id) => ofProduct.get(id) ?? []);
    const known = keysOfTouchpoints.get(touchpoints);
    if (known?.length === keys.length && keys.every((key, index) => key === known[index])) return known;
    keysOfTouchpoints.set(touchpoints, keys);
    return keys;
  }

  #keysIn(product: Product): Record<DefinitionList, Map<string, string>> {
    const known = this.#keys.get(product) ?? {
      ...{ touchpoints: new Map(), stages: new Map(), metrics: new Map() },
      ...{ personas: new Map(), surveys: new Map() },
    };
    this.#keys.set(product, known);
    return known;
  }

  #collect<K extends DefinitionList>(products: readonly Product[], list: K): ReadonlyMap<string, Definition<K>> {
    const found = new Map<string, Definition<K>>();
    const known = new Map<Item, string>();
    const freeKey = keysBeside(found);
    for (const product of products) {
      const keys = this.#keysIn(product)[list];
      for (const { model, item } of productList(product, list)) {
        const { id } = item.value;
        // Of duplicate ids in a product, the first counts.
        if (id === undefined || keys.has(id)) continue;
        const key = known.get(item) ?? freeKey(id);
        keys.set(id, key);
        known.set(item, key);
        if (!found.has(key)) found.set(key, { key, value: item.value, item, uri: model.uri, of: product });
      }
    }
    return found;
  }
}

const none: readonly string[] = [];
const keysOfTouchpoints = new WeakMap<readonly string[], readonly string[]>();
