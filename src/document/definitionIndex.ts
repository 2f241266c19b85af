import { oncePerObject } from '../base/once.ts';
import { schemaAt } from './format/formatSchema.ts';
import { type IdKind, idKinds, type ListKey, listKeys } from './format/model.ts';
import type { Item } from './item.ts';
import { type IndexByVersion, indexByVersion } from './versions/indexByVersion.ts';
import { entryOf, isText, nodeAt, type Path, type ScalarNode, type TextNode, type ValueNode } from './yaml/node.ts';

/** The ids of one kind that items define, and the items that refer to them, in one version of one file. */
export interface ListIndex {
  /** The items by id; several for a duplicate id. For a need, pain or bottleneck it is the item around it. */
  readonly definitions: ReadonlyMap<string, ReadonlySet<Item>>;
  /** Duplicate ids. */
  readonly repeated: ReadonlySet<string>;
  /** Ids that break the schema (`id: 2026`) as written, with their number. They have problems of their own. */
  readonly faulty: ReadonlyMap<string, number>;
  /** The number of items whose id may be in something unreadable. */
  readonly lost: number;
  /** The items that refer to an id of this list. */
  readonly referrers: ReadonlyMap<string, ReadonlySet<Item>>;
  /** The ids that items refer to and that are undefined in the file: not even an id that breaks the schema is written so. */
  readonly missing: ReadonlySet<string>;
  /** The ids that are defined and that no item of the file refers to; always empty for features, to which few others refer. */
  readonly unreferred: ReadonlySet<string>;
}

/** Ids and references of one version of a file, and its items that have errors. */
export interface DefinitionIndex {
  readonly lists: Readonly<Record<IdKind, ListIndex>>;
  /** Items that cannot be read completely: they may define or refer to more than is known. */
  readonly unreadable: ReadonlySet<Item>;
}

/**
 * The ids, references and unreadable items of a version of a file. Takes only as long as what changed since the version before requires.
 */
export const definitionIndex: IndexByVersion<DefinitionIndex> = indexByVersion(
  () => new MutableIndex(),
  (index, item, by) => index.change(item, by),
);

class MutableIndex implements DefinitionIndex {
  readonly lists = Object.fromEntries(idKinds.map((kind) => [kind, new MutableListIndex(kind !== 'features')])) as Record<
    IdKind,
    MutableListIndex
  >;
  readonly unreadable = new Set<Item>();

  change(item: Item, by: 1 | -1): void {
    if (item.list !== 'valueChain') this.lists[item.list].changeDefinition(item, by);
    this.#changeParts(item, by);
    for (const { target, node } of referencesOf(item)) {
      this.lists[target].changeReferrer(node.value, item, by);
    }
    if (by === -1) this.unreadable.delete(item);
    else if (item.part.syntaxFindings.length > 0 || item.schemaFindings.length > 0) this.unreadable.add(item);
  }

  #changeParts(item: Item, by: 1 | -1): void {
    const holder = partHolders[item.list];
    if (!holder) return;
    const list = this.lists[holder.kind];
    if (item.part.syntaxFindings.length > 0) list.lost += by;
    const seen = new Set<string>();
    for (const { node } of partDefinitionsOf(item)) {
      if (typeof node.value !== 'string' || !idPattern.test(node.value)) list.changeFaulty(node, by);
      else if (!seen.has(node.value)) {
        seen.add(node.value);
        list.changeId(node.value, item, by);
      }
    }
  }
}

class MutableListIndex implements ListIndex {
  readonly definitions = new Map<string, Set<Item>>();
  readonly repeated = new Set<string>();
  readonly faulty = new Map<string, number>();
  readonly referrers = new Map<string, Set<Item>>();
  readonly missing = new Set<string>();
  readonly unreferred = new Set<string>();
  lost = 0;
  readonly #keepsUnreferred: boolean;

  constructor(keepsUnreferred: boolean) {
    this.#keepsUnreferred = keepsUnreferred;
  }

  changeDefinition(item: Item, by: 1 | -1): void {
    const { id } = item.value;
    if (id !== undefined) {
      this.changeId(id, item, by);
      return;
    }
    const written = nodeAt(item.node, ['id']);
    if (written?.kind === 'scalar' && written.source !== '') this.changeFaulty(written, by);
    else if (item.part.syntaxFindings.length > 0) this.lost += by;
  }

  changeId(id: string, item: Item, by: 1 | -1): void {
    const count = by === 1 ? addTo(this.definitions, id, item) : removeFrom(this.definitions, id, item);
    if (count > 1 || isRepeatedWithin(this.definitions.get(id), id)) this.repeated.add(id);
    else this.repeated.delete(id);
    this.#compare(id);
  }

  changeFaulty({ source }: ScalarNode, by: 1 | -1): void {
    const count = (this.faulty.get(source) ?? 0) + by;
    if (count > 0) this.faulty.set(source, count);
    else this.faulty.delete(source);
    this.#compare(source);
  }

  changeReferrer(id: string, item: Item, by: 1 | -1): void {
    if (by === 1) addTo(this.referrers, id, item);
    else removeFrom(this.referrers, id, item);
    this.#compare(id);
  }

  /** Keeps what follows from definitions and references of an id together. */
  #compare(id: string): void {
    const [isDefined, isReferredTo] = [this.definitions.has(id), this.referrers.has(id)];
    if (isReferredTo && !isDefined && !this.faulty.has(id)) this.missing.add(id);
    else this.missing.delete(id);
    if (!this.#keepsUnreferred) return;
    if (isDefined && !isReferredTo) this.unreferred.add(id);
    else this.unreferred.delete(id);
  }
}

/** What an id may look like. */
export const idPattern = new RegExp(schemaAt('features', ['id'])?.pattern ?? '');

/** Whether an item defines an id twice by itself: two needs of one persona. */
function isRepeatedWithin(items: ReadonlySet<Item> | undefined, id: string): boolean {
  for (const item of items ?? []) if (partDefinitionsOf(item).filter(({ node }) => node.value === id).length > 1) return true;
  return false;
}

/** Returns the number of items with the id afterwards. */
function addTo(map: Map<string, Set<Item>>, id: string, item: Item): number {
  const entries = map.get(id);
  if (!entries) {
    map.set(id, new Set([item]));
    return 1;
  }
  return entries.add(item).size;
}

function removeFrom(map: Map<string, Set<Item>>, id: string, item: Item): number {
  const entries = map.get(id);
  entries?.delete(item);
  if (entries?.size === 0) map.delete(id);
  return entries?.size ?? 0;
}

/** What the id at a path below an item of a list is of; `undefined` where there is none. */
export function idKindAt(list: ListKey, path: Path): IdKind | undefined {
  if (path.at(-1) !== 'id') return undefined;
  const holder = partHolders[list];
  if (holder && path.length === 3 && holder.key === path[0]) return holder.kind;
  return path.length === 1 && list !== 'valueChain' ? list : undefined;
}

/** Where a list has things with ids of their own, and which key holds their words. */
const partHolders: Readonly<Partial<Record<ListKey, { readonly key: string; readonly words: string; readonly kind: IdKind }>>> = {
  personas: { key: 'needs', words: 'need', kind: 'needs' },
  touchpoints: { key: 'pains', words: 'pain', kind: 'pains' },
  valueChain: { key: 'bottlenecks', words: 'bottleneck', kind: 'pains' },
};

/** The id of a need, pain or bottleneck, and where it is. */
export interface PartDefinition {
  readonly kind: IdKind;
  /** As written; no text where it breaks the format. */
  readonly node: ScalarNode;
  /** The mapping that it identifies. */
  readonly map: ValueNode;
}

/** The needs, pains or bottlenecks with an id that an item holds. */
export const partDefinitionsOf = oncePerObject((item: Item): readonly PartDefinition[] => {
  const holder = partHolders[item.list];
  const list = holder && entryOf(item.node, holder.key)?.value;
  if (!holder || list?.kind !== 'list') return [];
  return list.items.flatMap((map) => {
    const node = nodeAt(map, ['id']);
    return map.kind === 'map' && node?.kind === 'scalar' && node.source !== '' ? [{ kind: holder.kind, node, map }] : [];
  });
});

/** The lists whose items define ids of a kind, themselves or in a part. */
export function listsDefining(kind: IdKind): readonly ListKey[] {
  return listKeys.filter((list) => list === kind || partHolders[list]?.kind === kind);
}

/** The words of the need, pain or bottleneck with an id that an item holds. */
export function partWords(item: Item, id: string): string | undefined {
  const found = partDefinitionsOf(item).find(({ node }) => node.value === id);
  const words = found && nodeAt(found.map, [partHolders[item.list]?.words ?? '']);
  return words?.kind === 'scalar' ? String(words.value ?? '') : undefined;
}

/** A reference to an id, and the kind of what has to be defined. */
export interface Reference {
  readonly target: IdKind;
  readonly node: TextNode;
}

/** The ids that an item refers to, with their nodes. Kept, because every index of an item asks for them. */
export const referencesOf = oncePerObject(readReferences);

/** What the keys of an item refer to; a path leads through lists. */
const referenceKeys: Readonly<Record<ListKey, readonly (readonly [path: readonly string[], target: IdKind])[]>> = {
  personas: [],
  stages: [],
  touchpoints: [
    [['stage'], 'stages'],
    [['personas'], 'personas'],
    [['emotions', 'persona'], 'personas'],
    [['pains', 'persona'], 'personas'],
  ],
  valueChain: [],
  surveys: [],
  features: [
    [['touchpoints'], 'touchpoints'],
    [['dependsOn'], 'features'],
    [['serves'], 'needs'],
    [['relieves'], 'pains'],
    [['moves'], 'metrics'],
    [['evidence', 'persona'], 'personas'],
    [['evidence', 'touchpoint'], 'touchpoints'],
    [['tallies', 'survey'], 'surveys'],
    [['tallies', 'persona'], 'personas'],
  ],
  metrics: [
    [['touchpoint'], 'touchpoints'],
    [['persona'], 'personas'],
  ],
};

function readReferences({ list, node }: Item): readonly Reference[] {
  const found: Reference[] = [];
  for (const [[key = '', inner], target] of referenceKeys[list]) {
    const value = entryOf(node, key)?.value;
    if (value === undefined) continue;
    if (inner === undefined) addReferences(found, value, target);
    else if (value.kind === 'list') for (const item of value.items) addReferences(found, entryOf(item, inner)?.value, target);
  }
  return found.length === 0 ? noReferences : found;
}

const noReferences: readonly Reference[] = [];

function addReferences(found: Reference[], value: ValueNode | undefined, target: IdKind): void {
  if (value === undefined) return;
  for (const node of value.kind === 'list' ? value.items : [value]) if (isText(node)) found.push({ target, node });
}
