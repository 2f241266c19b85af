import { headerOf, type ReadHeader } from './format/header.ts';
import { type Header, type ListKey, listKeys } from './format/model.ts';
import type { SchemaFinding } from './format/schemaFinding.ts';
import { frameItems } from './frameItems.ts';
import type { Item } from './item.ts';
import { collectItemLists, type ItemLists, spliceItemLists } from './versions/itemLists.ts';
import { indexOfPart, rememberParts } from './versions/partIndex.ts';
import { type Sparse, spliced } from './versions/sparse.ts';
import { joinSplices, type Splice, spliceBetween } from './versions/splice.ts';
import { splicedStartLines, startLinesOf } from './versions/startLines.ts';
import { partsWithNames } from './yaml/aliasesCross.ts';
import { type LocalRange, linesInPart, localRangeOfKey, localRangeOfNode } from './yaml/localRange.ts';
import type { Path } from './yaml/node.ts';
import type { Part } from './yaml/part.ts';
import type { Range } from './yaml/position.ts';
import type { FrameSegment, Segment } from './yaml/segment.ts';
import type { SyntaxFinding } from './yaml/syntaxFinding.ts';

/** A list item that was cut out of the file and parsed alone. */
export interface ItemPart {
  readonly segment: Extract<Segment, { kind: 'item' }>;
  readonly item: Item;
}

/** A segment with what was read from it; frame segments are read together, as `KanoModel.frame`. */
export type ReadSegment = ItemPart | { readonly segment: FrameSegment; readonly item?: undefined };

/**
 * One version of one file: everything that stands in it, what could be read of it, and where. It never changes; the next
 * version shares every item that an edit did not touch (see `updateDocument`).
 */
export class KanoModel {
  /** Identifies the file: a URI in the editor, a path on the command line. */
  readonly uri: string;
  readonly segments: readonly ReadSegment[];
  /** All that stands outside the list items that were read alone. */
  readonly frame: Part;
  /** How many characters the file has. */
  readonly length: number;
  /** The parts of items that aliases elsewhere could mean, or that have aliases to elsewhere. */
  readonly named: Sparse<Part>;
  /** The segments that the frame is made of. */
  readonly frames: Sparse<FrameSegment>;
  readonly #startLines: Int32Array;
  #lists: ItemLists | undefined;
  #isIndexed = false;
  #indexedBefore: KanoModel | undefined;
  /** What leads from `#indexedBefore` to here, where every edit in between told. */
  #sinceIndexed: Splice | undefined;

  /**
   * Made by `readDocument` and `updateDocument` only.
   *
   * @param before the version that was edited
   * @param splice how its segments became these: then no others are looked at
   */
  constructor(uri: string, segments: readonly ReadSegment[], frame: Part, before?: KanoModel, splice?: Splice) {
    this.uri = uri;
    this.segments = segments;
    this.frame = frame;
    if (before) this.#follow(before, splice);
    if (before && splice) {
      const { first, removed, added } = splice;
      const [gone, come] = [before.segments.slice(first, first + removed), segments.slice(first, first + added)];
      this.length = before.length - charactersIn(gone) + charactersIn(come);
      this.named = spliced(before.named, splice, partsWithNames(come, first));
      this.#startLines = splicedStartLines(before.#startLines, segments, splice);
      this.frames = spliced(before.frames, splice, framesIn(come, first));
      const keepsFrameEntries = frame === before.frame || frameItems(frame).length + frameItems(before.frame).length === 0;
      this.#lists = before.#lists && keepsFrameEntries ? spliceItemLists(before.#lists, before.segments, segments, splice) : undefined;
      rememberParts(segments, first, first + added);
    } else {
      this.length = charactersIn(segments);
      this.named = partsWithNames(segments);
      this.#startLines = startLinesOf(segments);
      this.frames = framesIn(segments);
    }
  }

  /** The whole text of the file. */
  get text(): string {
    return this.segments.map(({ segment }) => segment.text).join('');
  }

  /** The top level without its lists; what breaks the schema is left out. */
  get header(): Header {
    return this.#header.value;
  }

  /** The items of a list, in the order of the file. */
  list<K extends ListKey>(key: K): readonly Item<K>[] {
    this.#lists ??= collectItemLists(this.frame, this.segments);
    return this.#lists[key];
  }

  /** Where the file breaks the schema outside its list items; each item knows its own findings. */
  get frameFindings(): readonly SchemaFinding[] {
    return this.#header.findings;
  }

  /** What cannot be read as YAML, each with the part it stands in. */
  get syntaxFindings(): readonly (SyntaxFinding & { readonly part: Part })[] {
    return this.parts.flatMap((part) => part.syntaxFindings.map((finding) => ({ ...finding, part })));
  }

  /** The frame, then the items that were parsed alone. */
  get parts(): readonly Part[] {
    return [this.frame, ...this.segments.flatMap(({ item }) => (item ? [item.part] : []))];
  }

  /** The latest earlier version that something was indexed for, see `indexByVersion`. */
  get indexedBefore(): KanoModel | undefined {
    return this.#indexedBefore;
  }

  /** Says that an index of this version exists, for later ones to start from. */
  markIndexed(): void {
    this.#isIndexed = true;
  }

  /** What turns the segments of an earlier version into those of this one. */
  spliceFrom(before: KanoModel): Splice {
    const told = before === this.#indexedBefore ? this.#sinceIndexed : undefined;
    return told ?? spliceBetween(before.segments, this.segments);
  }

  /** Where a value at the top level of the file, or below it, stands. */
  rangeOf(path: Path): LocalRange {
    return localRangeOfNode(this.frame, this.frame.root, path);
  }

  /** Where the last key of `path` from the top of the file stands. */
  rangeOfKey(path: Path): LocalRange {
    return localRangeOfKey(this.frame, this.frame.root, path);
  }

  /** Where a place stands in this version of the file. */
  locate(range: LocalRange): Range {
    const lines = linesInPart(range);
    const { line } = lines.start;
    return below(lines, this.#documentLine(range.part, line) - line);
  }

  /** Where an item begins in this version of the file: the same as `rangeOf(entry.placeOf([]))`, and cheaper. */
  beginningOf(item: Item): Range {
    const { line } = item.beginning.start;
    return below(item.beginning, this.#documentLine(item.part, line) - line);
  }

  /** The items of a list that begin on one of these lines, and where. Looks at no others, however many there are. */
  beginningsWithin<K extends ListKey>(list: K, first: number, last: number): readonly { readonly item: Item<K>; readonly range: Range }[] {
    const found: { item: Item<K>; range: Range }[] = [];
    const add = (item: Item, range: Range) => {
      if (item.list === list && range.start.line >= first && range.start.line <= last) found.push({ item: item as Item<K>, range });
    };
    for (const item of frameItems(this.frame)) add(item, this.beginningOf(item));
    for (let index = Math.max(0, this.segmentAt(first)); index < this.segments.length && this.startLine(index) <= last; index++) {
      const { item } = this.segments[index] ?? {};
      if (item) add(item, below(item.beginning, this.startLine(index)));
    }
    return found;
  }

  /** The first line of segment `index`. */
  startLine(index: number): number {
    return this.#startLines[index] ?? 0;
  }

  /** The index of the segment that holds a line; lines past the end belong to the last one. −1 for an empty file. */
  segmentAt(line: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startLine(middle) <= line) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  }

  /** Lets go of earlier versions: the next one starts from here. */
  #cutOff(): this {
    this.#indexedBefore = undefined;
    return this;
  }

  #follow(before: KanoModel, splice: Splice | undefined): void {
    // Only one earlier version is held on to, however many pass before somebody asks for an index.
    if (before.#isIndexed) {
      this.#indexedBefore = before.#cutOff();
      this.#sinceIndexed = splice;
    } else {
      this.#indexedBefore = before.#indexedBefore;
      this.#sinceIndexed = splice && before.#sinceIndexed && joinSplices(before.#sinceIndexed, splice);
    }
  }

  #documentLine(part: Part, line: number): number {
    if (part === this.frame) return this.#frameLine(line);
    const index = indexOfPart(this.segments, part);
    if (index === -1) throw new RangeError('The place stands in another version of the file.');
    return this.startLine(index) + line;
  }

  #frameLine(line: number): number {
    let rest = line;
    let found = rest;
    for (const index of this.frames.at) {
      found = this.startLine(index) + rest;
      const lines = this.startLine(index + 1) - this.startLine(index);
      if (rest < lines) break;
      rest -= lines;
    }
    return found;
  }

  get #header(): ReadHeader {
    const inFrame = (key: ListKey) => frameItems(this.frame).filter(({ list }) => list === key).length;
    return headerOf(
      this.frame,
      listKeys.filter((key) => this.list(key).length > inFrame(key)),
    );
  }
}

/** The segments among some that are of the frame; the first of them has index `first`. */
export function framesIn(segments: readonly ReadSegment[], first = 0): Sparse<FrameSegment> {
  const at: number[] = [];
  const values: FrameSegment[] = [];
  segments.forEach(({ segment }, index) => {
    if (segment.kind !== 'frame') return;
    at.push(first + index);
    values.push(segment);
  });
  return { at, values };
}

function charactersIn(segments: readonly ReadSegment[]): number {
  return segments.reduce((sum, { segment }) => sum + segment.text.length, 0);
}

function below({ start, end }: Range, lines: number): Range {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}
