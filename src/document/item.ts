import type { Feature, ListKey, Lists } from './format/model.ts';
import { type SchemaFinding, validateItem } from './format/schemaFinding.ts';
import { type TallyOverlap, tallyOverlaps } from './format/tallyOverlap.ts';
import { withoutFaults } from './format/withoutFaults.ts';
import { type LocalRange, linesInPart, localRangeOfKey, localRangeOfNode, startOf } from './yaml/localRange.ts';
import { entryOf, type MapEntry, nodeAt, type Path, plainValue, type ValueNode } from './yaml/node.ts';
import type { Part } from './yaml/part.ts';
import type { Range } from './yaml/position.ts';

interface Content<K extends ListKey> {
  readonly value: Lists[K];
  readonly schemaFindings: readonly SchemaFinding[];
  readonly talliesUnreadable: boolean;
  readonly tallyOverlaps: readonly TallyOverlap[];
}

/** One item of one of the six lists: its content, and where that stands. It never changes and is shared between versions of a document. */
export class Item<K extends ListKey = ListKey> {
  readonly list: K;
  readonly part: Part;
  /** The item itself, or `undefined` where only a dash stands or nothing could be read. */
  readonly node: ValueNode | undefined;
  /** Whether the part holds nothing but this item. */
  readonly ownsPart: boolean;
  #content: Content<K> | undefined;
  #beginning: Range | undefined;

  constructor(list: K, part: Part, node: ValueNode | undefined, ownsPart: boolean) {
    this.list = list;
    this.part = part;
    this.node = node;
    this.ownsPart = ownsPart;
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
  rangeOf(path: Path): LocalRange {
    return localRangeOfNode(this.part, this.node, path);
  }

  /** Where the key that leads to `path` below the item stands. */
  rangeOfKey(path: Path): LocalRange {
    return localRangeOfKey(this.part, this.node, path);
  }

  /** Where the item begins, as lines and characters of its part. Kept: every lens asks for it at every keystroke. */
  get beginning(): Range {
    this.#beginning ??= linesInPart(this.rangeOf([]));
    return this.#beginning;
  }

  /** The id, or where there is none the item's first key: problems about the item as a whole stand here. */
  get rangeOfId(): LocalRange {
    if (!this.node) return startOf(this.part);
    const id = nodeAt(this.node, ['id']);
    // An id that a merge key brings in stands elsewhere.
    return id && id.start >= this.node.start && id.end <= this.node.end ? this.rangeOf(['id']) : this.rangeOf([]);
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
    const { part } = this;
    const written = ['tally', 'tallies'].map((key) => entryOf(this.node, key)).filter((entry) => entry !== undefined);
    if (written.length > 1) return true;
    if (schemaFindings.some(({ path, property }) => path[0] === 'tally' || path[0] === 'tallies' || isMeantAsTally(path, property)))
      return true;
    const broken = this.#syntaxFindings();
    // A syntax error may have swallowed the tally: no telling whether there was one.
    if (written.length === 0) return broken.length > 0;
    return written.some((entry) => part.syntaxFindings.some(({ start }) => touches(part.text, entry, start)));
  }

  #syntaxFindings() {
    const { node, part } = this;
    if (this.ownsPart || !node) return part.syntaxFindings;
    return part.syntaxFindings.filter(({ start }) => reaches(part.text, node.start, node.end, start));
  }
}

/** Whether something unreadable at `offset` may be part of what `entry` says, be it written here or brought in by aliases. */
function touches(text: string, { key, value }: MapEntry, offset: number): boolean {
  return reaches(text, key.start, Math.max(key.end, value.end), offset) || holds(text, value, offset);
}

function holds(text: string, node: ValueNode, offset: number): boolean {
  if (reaches(text, node.start, node.end, offset)) return true;
  if (node.kind === 'list') return node.items.some((item) => holds(text, item, offset));
  return node.kind === 'map' && node.entries.some((entry) => touches(text, entry, offset));
}

/** The parser lets a value end where it no longer understands it: what follows next may have belonged to it. */
function reaches(text: string, start: number, end: number, offset: number): boolean {
  return offset >= start && (offset <= end || /^(?:\s|#[^\n]*(?:\n|$))*$/.test(text.slice(end, offset)));
}

/** `taly`, `tallys`: what stands under an unknown key like these are answers, not the lack of them. */
function isMeantAsTally(path: Path, property: string | undefined): boolean {
  return path.length === 0 && property !== undefined && /^t[al]{2,4}(?:y|ys|ie|ies|ey|eys)$/i.test(property);
}
