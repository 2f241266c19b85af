import type { Entry } from './entry.ts';
import { type IndexByVersion, indexByVersion } from './indexByVersion.ts';
import type { ListKey } from './model.ts';
import { nodeAt } from './node.ts';
import { referencesOf } from './references.ts';

/** What the items of one list define, and who refers to it, in one version of one file. */
export interface ListIndex {
  /** The items by id; more than one where an id is repeated. */
  readonly definitions: ReadonlyMap<string, ReadonlySet<Entry>>;
  /** The ids that stand more than once. */
  readonly repeated: ReadonlySet<string>;
  /** Ids as written that break the schema (`id: 2026`), with how often: what is wrong with them is said where they stand. */
  readonly faulty: ReadonlyMap<string, number>;
  /** How many items have lost their id to something unreadable. */
  readonly lost: number;
  /** The items that refer to an id of this list. */
  readonly referrers: ReadonlyMap<string, ReadonlySet<Entry>>;
  /** The ids that items refer to and that nothing in the file defines, not even in a way that breaks the schema. */
  readonly missing: ReadonlySet<string>;
}

/** Ids and references of one version of a file, and its items that have errors. */
export interface DefinitionIndex {
  readonly lists: Readonly<Record<ListKey, ListIndex>>;
  /** Items that cannot be read completely: what they define or refer to may be more than is known. */
  readonly unreadable: ReadonlySet<Entry>;
}

/** The ids, references and unreadable items of a version of a file. Costs what changed since the version before. */
export const definitionIndex: IndexByVersion<DefinitionIndex> = indexByVersion(
  () => new MutableIndex(),
  (index, entry, by) => index.change(entry, by),
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
  readonly unreadable = new Set<Entry>();

  change(entry: Entry, by: 1 | -1): void {
    this.lists[entry.list].changeDefinition(entry, by);
    for (const { target, node } of referencesOf(entry)) {
      this.lists[target].changeReferrer(node.value, entry, by);
    }
    if (by === -1) this.unreadable.delete(entry);
    else if (entry.part.syntaxFindings.length > 0 || entry.schemaFindings.length > 0) this.unreadable.add(entry);
  }
}

class MutableListIndex implements ListIndex {
  readonly definitions = new Map<string, Set<Entry>>();
  readonly repeated = new Set<string>();
  readonly faulty = new Map<string, number>();
  readonly referrers = new Map<string, Set<Entry>>();
  readonly missing = new Set<string>();
  lost = 0;

  changeDefinition(entry: Entry, by: 1 | -1): void {
    const { id } = entry.value;
    if (id === undefined) {
      this.#changeFaulty(entry, by);
      return;
    }
    const count = by === 1 ? addTo(this.definitions, id, entry) : removeFrom(this.definitions, id, entry);
    if (count > 1) this.repeated.add(id);
    else this.repeated.delete(id);
    this.#changeMissing(id);
  }

  changeReferrer(id: string, entry: Entry, by: 1 | -1): void {
    if (by === 1) addTo(this.referrers, id, entry);
    else removeFrom(this.referrers, id, entry);
    this.#changeMissing(id);
  }

  #changeMissing(id: string): void {
    if (this.referrers.has(id) && !this.definitions.has(id) && !this.faulty.has(id)) this.missing.add(id);
    else this.missing.delete(id);
  }

  #changeFaulty(entry: Entry, by: 1 | -1): void {
    const id = nodeAt(entry.node, ['id']);
    if (id?.kind === 'scalar' && id.source !== '') {
      const count = (this.faulty.get(id.source) ?? 0) + by;
      if (count > 0) this.faulty.set(id.source, count);
      else this.faulty.delete(id.source);
      this.#changeMissing(id.source);
    } else if (entry.part.syntaxFindings.length > 0) this.lost += by;
  }
}

/** Gives how many there are then. */
function addTo(map: Map<string, Set<Entry>>, id: string, entry: Entry): number {
  const entries = map.get(id);
  if (!entries) {
    map.set(id, new Set([entry]));
    return 1;
  }
  return entries.add(entry).size;
}

function removeFrom(map: Map<string, Set<Entry>>, id: string, entry: Entry): number {
  const entries = map.get(id);
  entries?.delete(entry);
  if (entries?.size === 0) map.delete(id);
  return entries?.size ?? 0;
}
