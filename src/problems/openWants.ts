import {
  definitionIndex,
  idPattern,
  type PartDefinition,
  partDefinitionsOf,
  partWords,
  referencesOf,
} from '../document/definitionIndex.ts';
import type { IdKind } from '../document/format/model.ts';
import { type Item, isFeature } from '../document/item.ts';
import type { Product } from '../document/product.ts';
import { type IndexByVersion, indexByVersion } from '../document/versions/indexByVersion.ts';
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
export function openWants({ product, model }: ProblemContext, kind: WantKind): readonly OpenWant[] {
  const { open } = wantIndex(model)[kind];
  if (open.size === 0 || !model.hasItems('features') || hidesDefinitions(product)) return [];
  const pursued = product.models.map((each) => wantIndex(each)[kind].pursued);
  const indexes = product.models.map(definitionIndex);
  const found = [...open].flatMap((id) => {
    if (pursued.some((ids) => ids.has(id))) return [];
    const wasRejected = indexes.some(({ lists }) => lists[kind].referrers.has(id));
    return [...(wantIndex(model)[kind].definitions.get(id) ?? [])].flatMap((item) =>
      partDefinitionsOf(item)
        .filter(({ node }) => node.value === id)
        .map((part): OpenWant => ({ item, part, id, phrase: partWords(item, id) ?? '', wasRejected })),
    );
  });
  const isMeant = referencesMeant(indexes, ['features'], found.length);
  return isMeant ? found.filter(({ id }) => !isMeant(id)) : [];
}

type WantKind = 'needs' | 'pains';

/** The needs, or pains and bottlenecks, of a version of a file, and what is done for them. Costs what changed since the version before. */
const wantIndex: IndexByVersion<Readonly<Record<WantKind, WantsOfKind>>> = indexByVersion(
  () => ({ needs: new WantsOfKind(), pains: new WantsOfKind() }),
  (wants, item, by) => {
    for (const { kind, node } of partDefinitionsOf(item))
      if (isWantKind(kind) && typeof node.value === 'string') wants[kind].changeDefinition(node.value, item, by);
    if (!isFeature(item) || item.value.status === 'rejected') return;
    for (const { target, node } of referencesOf(item)) if (isWantKind(target)) wants[target].changePursued(node.value, by);
  },
);

function isWantKind(kind: IdKind): kind is WantKind {
  return kind === 'needs' || kind === 'pains';
}

class WantsOfKind {
  /** The items that hold them, by id. */
  readonly definitions = new Map<string, Set<Item>>();
  /** How often features, other than rejected ones, refer to an id. */
  readonly pursued = new Map<string, number>();
  /** The ids that are defined and not pursued. */
  readonly open = new Set<string>();

  changeDefinition(id: string, item: Item, by: 1 | -1): void {
    const items = this.definitions.get(id) ?? new Set();
    if (by === 1) this.definitions.set(id, items.add(item));
    else if (items.delete(item) && items.size === 0) this.definitions.delete(id);
    this.#changeOpen(id);
  }

  changePursued(id: string, by: 1 | -1): void {
    const times = (this.pursued.get(id) ?? 0) + by;
    if (times === 0) this.pursued.delete(id);
    else this.pursued.set(id, times);
    this.#changeOpen(id);
  }

  #changeOpen(id: string): void {
    if (this.definitions.has(id) && !this.pursued.has(id)) this.open.add(id);
    else this.open.delete(id);
  }
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
