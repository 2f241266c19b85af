import { oncePerObject } from '../base/once.ts';
import type { ListKey } from './format/model.ts';
import type { Item } from './item.ts';
import { type IndexByVersion, indexByVersion } from './versions/indexByVersion.ts';
import { entryOf, nodeAt, type TextNode, textsOf, type ValueNode } from './yaml/node.ts';

/** The ids that the items of one list define, and the items that refer to them, in one version of one file. */
export interface ListIndex {
  /** The items by id; several for a duplicate id. */
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
}

/** Ids and references of one version of a file, and its items that have errors. */
export interface DefinitionIndex {
  readonly lists: Readonly<Record<ListKey, ListIndex>>;
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
  readonly lists = {
    personas: new MutableListIndex(),
    stages: new MutableListIndex(),
    touchpoints: new MutableListIndex(),
    surveys: new MutableListIndex(),
    features: new MutableListIndex(),
    metrics: new MutableListIndex(),
  };
  readonly unreadable = new Set<Item>();

  change(item: Item, by: 1 | -1): void {
    this.lists[item.list].changeDefinition(item, by);
    for (const { target, node } of referencesOf(item)) {
      this.lists[target].changeReferrer(node.value, item, by);
    }
    if (by === -1) this.unreadable.delete(item);
    else if (item.part.syntaxFindings.length > 0 || item.schemaFindings.length > 0) this.unreadable.add(item);
  }
}

class MutableListIndex implements ListIndex {
  readonly definitions = new Map<string, Set<Item>>();
  readonly repeated = new Set<string>();
  readonly faulty = new Map<string, number>();
  readonly referrers = new Map<string, Set<Item>>();
  readonly missing = new Set<string>();
  lost = 0;

  changeDefinition(item: Item, by: 1 | -1): void {
    const { id } = item.value;
    if (id === undefined) {
      this.#changeFaulty(item, by);
      return;
    }
    const count = by === 1 ? addTo(this.definitions, id, item) : removeFrom(this.definitions, id, item);
    if (count > 1) this.repeated.add(id);
    else this.repeated.delete(id);
    this.#changeMissing(id);
  }

  changeReferrer(id: string, item: Item, by: 1 | -1): void {
    if (by === 1) addTo(this.referrers, id, item);
    else removeFrom(this.referrers, id, item);
    this.#changeMissing(id);
  }

  #changeMissing(id: string): void {
    if (this.referrers.has(id) && !this.definitions.has(id) && !this.faulty.has(id)) this.missing.add(id);
    else this.missing.delete(id);
  }

  #changeFaulty(item: Item, by: 1 | -1): void {
    const id = nodeAt(item.node, ['id']);
    if (id?.kind === 'scalar' && id.source !== '') {
      const count = (this.faulty.get(id.source) ?? 0) + by;
      if (count > 0) this.faulty.set(id.source, count);
      else this.faulty.delete(id.source);
      this.#changeMissing(id.source);
    } else if (item.part.syntaxFindings.length > 0) this.lost += by;
  }
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

/** A reference to an id, and the list that has to define it. */
export interface Reference {
  readonly target: ListKey;
  readonly node: TextNode;
}

/** The ids that an item refers to, with their nodes. Kept, because every index of an item asks for them. */
export const referencesOf = oncePerObject((item: Item): readonly Reference[] => [...readReferences(item)]);

function* readReferences({ list, node }: Item): Iterable<Reference> {
  if (list === 'touchpoints') yield* referencesAt(node, 'stage', 'stages');
  else if (list === 'metrics') yield* referencesAt(node, 'touchpoint', 'touchpoints');
  else if (list === 'features') {
    yield* referencesAt(node, 'touchpoints', 'touchpoints');
    yield* referencesAt(node, 'dependsOn', 'features');
    const tallies = entryOf(node, 'tallies')?.value;
    for (const tally of tallies?.kind === 'list' ? tallies.items : []) {
      yield* referencesAt(tally, 'survey', 'surveys');
      yield* referencesAt(tally, 'persona', 'personas');
    }
  }
}

function referencesAt(node: ValueNode | undefined, key: string, target: ListKey): readonly Reference[] {
  const value = entryOf(node, key)?.value;
  return value ? textsOf(value).map((text) => ({ target, node: text })) : [];
}
