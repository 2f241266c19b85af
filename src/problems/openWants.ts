import { definitionIndex, idPattern, type PartDefinition, partDefinitionsOf, partWords } from '../document/definitionIndex.ts';
import type { ListKey } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { addDefinition } from '../document/writing/addDefinition.ts';
import type { FixMaker } from './fix.ts';
import type { ProblemContext } from './problemDefinition.ts';
import { referencesMeant } from './referencesMeant.ts';
import { hidesDefinitions } from './unknownReference.ts';

/** A need, pain or bottleneck with an id that no feature, other than a rejected one, is there for. */
export interface OpenWant {
  readonly item: Item;
  readonly part: PartDefinition;
  readonly id: string;
  /** Empty where the words are missing. */
  readonly phrase: string;
  /** Whether a rejected feature is there for it. */
  readonly wasRejected: boolean;
}

/**
 * Those that the checked file defines. None in a file without features, which is there to be used by others, and where something is hidden
 * that may refer to them.
 */
export function openWants({ product, model }: ProblemContext, kind: 'needs' | 'pains', lists: readonly ListKey[]): readonly OpenWant[] {
  if (definitionIndex(model).lists[kind].definitions.size === 0 || !model.hasItems('features') || hidesDefinitions(product)) return [];
  const indexes = product.models.map(definitionIndex);
  const found = lists.flatMap((list) =>
    (model.list(list) as readonly Item[]).flatMap((item) =>
      partDefinitionsOf(item).flatMap((part): readonly OpenWant[] => {
        const id = part.node.value;
        if (typeof id !== 'string') return [];
        let wasRejected = false;
        // Hundreds of features may be there for it; mostly the first is not rejected.
        for (const index of indexes)
          for (const user of index.lists[kind].referrers.get(id) ?? []) {
            if (!isFeature(user)) continue;
            if (user.value.status !== 'rejected') return [];
            wasRejected = true;
          }
        return [{ item, part, id, phrase: partWords(item, id) ?? '', wasRejected }];
      }),
    ),
  );
  const isMeant = referencesMeant(indexes, ['features'], found.length);
  return isMeant ? found.filter(({ id }) => !isMeant(id)) : [];
}

/**
 * The fix that adds a feature for a need or a pain. It only writes down that something is missing: what it will be, people decide.
 * @param key by which the feature refers to it
 */
export function addFeatureFor({ id, phrase }: OpenWant, key: 'serves' | 'relieves', title: string): FixMaker {
  return (product) => {
    if (!idPattern.test(id)) return [];
    const edits = addDefinition(product.opened, 'features', { id: freeFeatureId(product, id), title: phrase || id, [key]: [id] });
    return edits ? [{ title, edits }] : [];
  };
}

/** The id itself, or with the first number that makes it new among features. */
function freeFeatureId({ models }: Product, id: string): string {
  const isTaken = (candidate: string) => models.some((model) => definitionIndex(model).lists.features.definitions.has(candidate));
  if (!isTaken(id)) return id;
  for (let next = 2; ; next++) if (!isTaken(`${id}-${next}`)) return `${id}-${next}`;
}
