import type { Feature, ListKey, Lists } from './model.ts';
import { entryOf, type Path, plainValue, type ValueNode } from './node.ts';
import type { Part } from './part.ts';
import { type Place, placeOfKey, placeOfNode, startOf } from './place.ts';
import { type SchemaFinding, validateItem } from './schemaFinding.ts';
import { type TallyOverlap, tallyOverlaps } from './tallyOverlap.ts';
import { withoutFaults } from './withoutFaults.ts';

interface Content<K extends ListKey> {
  readonly value: Lists[K];
  readonly schemaFindings: readonly SchemaFinding[];
  readonly talliesUnreadable: boolean;
  readonly tallyOverlaps: readonly TallyOverlap[];
}

/** One item of one of the six lists: its content, and where that stands. It never changes and is shared between versions of a document. */
export class Entry<K extends ListKey = ListKey> {
  readonly list: K;
  readonly part: Part;
  /** The item itself, or `undefined` where only a dash stands or nothing could be read. */
  readonly node: ValueNode | undefined;
  readonly #wholePart: boolean;
  #content: Content<K> | undefined;

  /** `wholePart` says that the part holds nothing but this item. */
  constructor(list: K, part: Part, node: ValueNode | undefined, wholePart: boolean) {
    this.list = list;
    this.part = part;
    this.node = node;
    this.#wholePart = wholePart;
  }

  /** What could be read; properties that break the schema are left out. */
  get value(): Lists[K] {
    return this.#read().value;
  }

  /** Where the item breaks the schema. */
  get schemaFindings(): readonly SchemaFinding[] {
    return this.#read().schemaFindings;
  }

  /**
   * Whether a feature's tallies were left out of `value` because part of them cannot be read or counts respondents
   * twice: a category from half of the answers, or from some of them twice, would be a wrong one.
   */
  get talliesUnreadable(): boolean {
    return this.#read().talliesUnreadable;
  }

  /** Tallies of a feature that count the same respondents. */
  get tallyOverlaps(): readonly TallyOverlap[] {
    return this.#read().tallyOverlaps;
  }

  /** Where the value at `path` below the item stands; where there is none, the nearest one around it. */
  placeOf(path: Path): Place {
    return placeOfNode(this.part, this.node, path);
  }

  /** Where the key that leads to `path` below the item stands. */
  placeOfKey(path: Path): Place {
    return placeOfKey(this.part, this.node, path);
  }

  /** The id, or where there is none the item's first key: problems about the item as a whole stand here. */
  get placeOfId(): Place {
    if (!this.node) return startOf(this.part);
    return entryOf(this.node, 'id') ? this.placeOf(['id']) : this.placeOf([]);
  }

  #read(): Content<K> {
    this.#content ??= this.#readContent();
    return this.#content;
  }

  #readContent(): Content<K> {
    const whole = this.node ? plainValue(this.node) : null;
    // An item that cannot be read at all has its syntax problem; that it is no mapping either adds nothing.
    const unreadable = this.node === undefined && this.part.syntaxFindings.length > 0;
    const schemaFindings = unreadable ? [] : validateItem(this.list, whole);
    const value = withoutFaults(whole, schemaFindings);
    if (this.list !== 'features') return { value: value as Lists[K], schemaFindings, talliesUnreadable: false, tallyOverlaps: [] };
    const faulty = this.#hasFaultyTallies(schemaFindings);
    const overlaps = faulty ? [] : tallyOverlaps((value as Feature).tallies ?? []);
    if (!faulty && overlaps.length === 0) return { value: value as Lists[K], schemaFindings, talliesUnreadable: false, tallyOverlaps: [] };
    const { tally, tallies, ...rest } = value;
    return { value: rest as Lists[K], schemaFindings, talliesUnreadable: true, tallyOverlaps: overlaps };
  }

  #hasFaultyTallies(schemaFindings: readonly SchemaFinding[]): boolean {
    const written = ['tally', 'tallies'].map((key) => entryOf(this.node, key)).filter((entry) => entry !== undefined);
    if (written.length > 1) return true;
    if (schemaFindings.some(({ path }) => path[0] === 'tally' || path[0] === 'tallies')) return true;
    const broken = this.#syntaxFindings();
    // A syntax error may have swallowed the tally: no telling whether there was one.
    if (written.length === 0) return broken.length > 0;
    return written.some(({ key, value }) => broken.some(({ start }) => start >= key.start && start <= value.end));
  }

  #syntaxFindings() {
    const { node, part } = this;
    if (this.#wholePart || !node) return part.syntaxFindings;
    return part.syntaxFindings.filter(({ start }) => start >= node.start && start <= node.end);
  }
}
