import { oncePerObject } from '../base/once.ts';
import { type Feature, type ListKey, type Lists, listKeys, type Tally } from './format/model.ts';
import { type SchemaFinding, validate, withoutFaults } from './format/schemaFinding.ts';
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

/** One item of a list: its content, and where it is. It never changes and is shared between versions of a file. */
export class Item<K extends ListKey = ListKey> {
  readonly list: K;
  readonly part: Part;
  /** Whether the part contains only this item. */
  readonly ownsPart: boolean;
  readonly #shared: ValueNode | undefined;
  #content: Content<K> | undefined;
  #beginning: Range | undefined;

  /** @param shared the item itself, where it shares a part with others; without it the part has this item alone */
  constructor(list: K, part: Part, shared?: ValueNode) {
    this.list = list;
    this.part = part;
    this.#shared = shared;
    this.ownsPart = shared === undefined;
  }

  /** The item itself; `undefined` when there is only a dash or nothing could be read. Another object where the part was read again meanwhile. */
  get node(): ValueNode | undefined {
    if (this.#shared) return this.#shared;
    const { root } = this.part;
    return root?.kind === 'list' ? root.items[0] : undefined;
  }

  /** The content that could be read; properties that break the schema are left out. */
  get value(): Lists[K] {
    return this.#read().value;
  }

  /** Where the item breaks the schema. */
  get schemaFindings(): readonly SchemaFinding[] {
    return this.#read().schemaFindings;
  }

  /**
   * Whether a feature's tallies were left out of `value` because some of them cannot be read or count respondents twice: a category from
   * half of the answers, or from some of them twice, would be wrong.
   */
  get talliesUnreadable(): boolean {
    return this.#read().talliesUnreadable;
  }

  /** Tallies of a feature that count the same respondents. */
  get tallyOverlaps(): readonly TallyOverlap[] {
    return this.#read().tallyOverlaps;
  }

  /** The range of the value at `path` below the item; if there is none, that of the nearest value around it. */
  rangeOf(path: Path): LocalRange {
    return localRangeOfNode(this.part, this.node, path);
  }

  /** The range of the key that leads to `path` below the item. */
  rangeOfKey(path: Path): LocalRange {
    return localRangeOfKey(this.part, this.node, path);
  }

  /** Where the item begins, as lines and characters of its part. Kept, because every lens asks for it at every keystroke. */
  get beginning(): Range {
    this.#beginning ??= linesInPart(this.rangeOf([]));
    return this.#beginning;
  }

  /** The range of the id or, without an id, of the first key: problems about the item as a whole are reported here. */
  get rangeOfId(): LocalRange {
    if (!this.node) return startOf(this.part);
    const id = nodeAt(this.node, ['id']);
    // An id that a merge key brings in is elsewhere in the text.
    return id && id.start >= this.node.start && id.end <= this.node.end ? this.rangeOf(['id']) : this.rangeOf([]);
  }

  #read(): Content<K> {
    this.#content ??= this.#readContent();
    return this.#content;
  }

  #readContent(): Content<K> {
    const whole = this.node ? plainValue(this.node) : null;
    // An item that cannot be read at all has a syntax problem already. That it is not a mapping would be no news.
    const unreadable = this.node === undefined && this.part.syntaxFindings.length > 0;
    const schemaFindings = unreadable ? [] : validate(this.list, whole);
    const value = withoutFaults(whole, schemaFindings);
    const faulty = this.list === 'features' && this.#hasFaultyTallies(schemaFindings);
    const overlaps = this.list === 'features' && !faulty ? tallyOverlaps((value as Feature).tallies ?? []) : [];
    const talliesUnreadable = faulty || overlaps.length > 0;
    return {
      value: (talliesUnreadable ? withoutTallies(value) : value) as Lists[K],
      schemaFindings,
      talliesUnreadable,
      tallyOverlaps: overlaps,
    };
  }

  #hasFaultyTallies(schemaFindings: readonly SchemaFinding[]): boolean {
    const { part } = this;
    const written = ['tally', 'tallies'].map((key) => entryOf(this.node, key)).filter((entry) => entry !== undefined);
    if (written.length > 1) return true;
    if (schemaFindings.some(({ path, property }) => path[0] === 'tally' || path[0] === 'tallies' || isMeantAsTally(path, property)))
      return true;
    const broken = this.#syntaxFindings();
    // A syntax error may have swallowed a tally.
    if (written.length === 0) return broken.length > 0;
    return written.some((entry) => part.syntaxFindings.some(({ start }) => touches(part.text, entry, start)));
  }

  #syntaxFindings() {
    const { node, part } = this;
    if (this.ownsPart || !node) return part.syntaxFindings;
    return part.syntaxFindings.filter(({ start }) => reaches(part.text, node.start, node.end, start));
  }
}

function withoutTallies({ tally, tallies, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Whether an item is one of the features. */
export function isFeature(item: Item): item is Item<'features'> {
  return item.list === 'features';
}

/** Whether something unreadable at `offset` may be part of an entry, directly or through an alias. */
function touches(text: string, { key, value }: MapEntry, offset: number): boolean {
  return reaches(text, key.start, Math.max(key.end, value.end), offset) || holds(text, value, offset);
}

function holds(text: string, node: ValueNode, offset: number): boolean {
  if (reaches(text, node.start, node.end, offset)) return true;
  if (node.kind === 'list') return node.items.some((item) => holds(text, item, offset));
  return node.kind === 'map' && node.entries.some((entry) => touches(text, entry, offset));
}

/** The parser ends a value where it no longer understands it: what follows directly may have belonged to it. */
function reaches(text: string, start: number, end: number, offset: number): boolean {
  return offset >= start && (offset <= end || /^(?:\s|#[^\n]*(?:\n|$))*$/.test(text.slice(end, offset)));
}

/** `taly`, `tallys`: the values of unknown keys like these are answers. */
function isMeantAsTally(path: Path, property: string | undefined): boolean {
  return path.length === 0 && property !== undefined && /^t[al]{2,4}(?:y|ys|ie|ies|ey|eys)$/i.test(property);
}

/** The items in the frame, list by list: those of flow lists, and all items of a file that cannot be cut. */
export const frameItems = oncePerObject((frame: Part): readonly Item[] =>
  listKeys.flatMap((key) => {
    const value = nodeAt(frame.root, [key]);
    return value?.kind === 'list' ? value.items.map((node) => new Item(key, frame, node)) : [];
  }),
);

/** A tally that counts respondents again whom an earlier tally of the same feature counts. */
export interface TallyOverlap {
  /** The index of the later tally. */
  readonly index: number;
  /** Duplicate survey and persona, or a survey both as a whole and by persona. */
  readonly kind: 'twice' | 'whole-and-parts';
  readonly tally: Tally;
}

/** The overlaps among a feature's tallies: within one survey there is either one tally without persona or one per persona. */
function tallyOverlaps(tallies: readonly Tally[]): readonly TallyOverlap[] {
  return tallies.flatMap((tally, index): TallyOverlap[] => {
    const sameSurvey = tallies.slice(0, index).filter((earlier) => earlier.survey === tally.survey);
    if (sameSurvey.some((earlier) => earlier.persona === tally.persona)) return [{ index, kind: 'twice', tally }];
    const mixed = sameSurvey.some((earlier) => (earlier.persona === undefined) !== (tally.persona === undefined));
    return mixed ? [{ index, kind: 'whole-and-parts', tally }] : [];
  });
}
