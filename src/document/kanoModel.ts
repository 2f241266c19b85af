import { firstIndexWhere } from '../base/binarySearch.ts';
import { once } from '../base/once.ts';
import { headerOf, type ReadHeader } from './format/header.ts';
import { type Header, type ListKey, listKeys } from './format/model.ts';
import type { SchemaFinding } from './format/schemaFinding.ts';
import { frameItems, type Item } from './item.ts';
import { type Layout, layoutAfter, layoutOf } from './layout.ts';
import type { ReadSegment } from './readSegment.ts';
import { type Edited, type Splice, spliceBetween } from './versions/splice.ts';
import { type LocalRange, linesInPart, localRangeOfKey, localRangeOfNode } from './yaml/localRange.ts';
import type { Path } from './yaml/node.ts';
import type { Part } from './yaml/part.ts';
import type { Range } from './yaml/position.ts';
import type { SyntaxFinding } from './yaml/syntaxFinding.ts';

/** Where each part was found last, in any version. */
const lastIndexes = new WeakMap<Part, number>();

/** So many are searched more quickly than all are indexed. */
const fewSegments = 10;

/**
 * One version of one file: its content as far as it can be read, and where everything is. It never changes. The next version shares every
 * item that an edit did not touch (see `updateModel`).
 */
export class KanoModel {
  /** Identifies the file: a URI in the editor, a path on the command line. */
  readonly uri: string;
  readonly segments: readonly ReadSegment[];
  /** Everything outside the list items that were parsed alone. */
  readonly frame: Part;
  /** The segments that have anchors, or aliases to anchors elsewhere, in no order. */
  readonly named: readonly ReadSegment[];
  /** The length of the file in characters. */
  readonly length: number;
  #indexedBefore: KanoModel | undefined;
  /** The splice from `#indexedBefore`, which every index asks for. */
  #sinceIndexed: Splice | undefined;
  #isIndexed = false;
  readonly #lists: Partial<Record<ListKey, readonly Item[]>> = {};
  readonly #layout: () => Layout;
  readonly #indexes = once(() => new Map(this.segments.map(({ item }, index) => [item?.part, index])));

  /** Called by `readModel` and `updateModel` only. */
  constructor(
    uri: string,
    { segments, frame, named, length }: Pick<KanoModel, 'segments' | 'frame' | 'named' | 'length'>,
    edited?: Edited<KanoModel>,
  ) {
    this.uri = uri;
    this.segments = segments;
    this.frame = frame;
    this.named = named;
    this.length = length;
    // Made at once: what waits for its version before would keep all of them.
    const layout = edited && layoutAfter(edited.before.#layout(), edited, segments);
    this.#layout = layout ? () => layout : once(() => layoutOf(segments));
    if (!edited) return;
    const { before, splice } = edited;
    // Of all earlier versions only the last one with an index is kept, no matter how many edits follow before an index is asked for again.
    this.#indexedBefore = before.#isIndexed ? before : before.#indexedBefore;
    if (!before.#isIndexed) return;
    this.#sinceIndexed = splice;
    before.#indexedBefore = undefined;
  }

  /** The whole text of the file. */
  get text(): string {
    return this.segments.map(({ segment }) => segment.text).join('');
  }

  /** The top level without its lists; values that break the schema are left out. */
  get header(): Header {
    return this.#header.value;
  }

  /** The items of a list: first those in the frame, then those that were parsed alone, each in the order of the file. */
  list<K extends ListKey>(key: K): readonly Item<K>[] {
    this.#lists[key] ??= this.#readList(key);
    return this.#lists[key] as readonly Item<K>[];
  }

  /** Whether a list has items. Unlike the length of `list`, this is known without a walk along the file. */
  hasItems(key: ListKey): boolean {
    return this.#isCut(key) || frameItems(this.frame).some(({ list }) => list === key);
  }

  /** Where the file breaks the schema outside its list items; each item has its own findings. */
  get frameFindings(): readonly SchemaFinding[] {
    return this.#header.findings;
  }

  /** What cannot be read as YAML, with the part that it is in. */
  get syntaxFindings(): readonly (SyntaxFinding & { readonly part: Part })[] {
    return this.parts.flatMap((part) => part.syntaxFindings.map((finding) => ({ ...finding, part })));
  }

  /** The frame, then the items that were parsed alone. */
  get parts(): readonly Part[] {
    return [this.frame, ...this.segments.flatMap(({ item }) => item?.part ?? [])];
  }

  /** The latest earlier version for which an index was made, see `indexByVersion`. */
  get indexedBefore(): KanoModel | undefined {
    return this.#indexedBefore;
  }

  /** Tells the model that an index of it exists, which later versions can start from. */
  markIndexed(): void {
    this.#isIndexed = true;
  }

  /** The splice that turns the segments of an earlier version into those of this one. */
  spliceFrom(before: KanoModel): Splice {
    if (before !== this.#indexedBefore) return spliceBetween(before.segments, this.segments);
    this.#sinceIndexed ??= spliceBetween(before.segments, this.segments);
    return this.#sinceIndexed;
  }

  /** The range of the value at `path` from the top of the file. */
  rangeOf(path: Path): LocalRange {
    return localRangeOfNode(this.frame, this.frame.root, path);
  }

  /** The range of the last key of `path` from the top of the file. */
  rangeOfKey(path: Path): LocalRange {
    return localRangeOfKey(this.frame, this.frame.root, path);
  }

  /** The lines and characters of a range in this version of the file. */
  locate(range: LocalRange): Range {
    const lines = linesInPart(range);
    const { line } = lines.start;
    return below(lines, this.#lineInFile(range.part, line) - line);
  }

  /** Where an item begins in this version of the file: the same as `locate(item.rangeOf([]))`, but faster. */
  beginningOf(item: Item): Range {
    const { line } = item.beginning.start;
    return below(item.beginning, this.#lineInFile(item.part, line) - line);
  }

  /** The items of a list that begin on the lines from `first` to `last`, and where. Looks at no other items. */
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
    return this.#layout().startLines[index] ?? 0;
  }

  /** The index of the segment with a line; lines past the end belong to the last segment. −1 for an empty file. */
  segmentAt(line: number): number {
    return firstIndexWhere(this.segments.length, (index) => this.startLine(index) > line) - 1;
  }

  #lineInFile(part: Part, line: number): number {
    if (part === this.frame) return this.#frameLine(line);
    const index = this.#indexOf(part);
    if (index === undefined) throw new RangeError('The range belongs to another version of the file.');
    return this.startLine(index) + line;
  }

  /** The segment of a part. In most versions it is where it was in the one before, or moved by what came above it, or it is new, which spares an index of all of them. */
  #indexOf(part: Part): number | undefined {
    const last = lastIndexes.get(part);
    if (last !== undefined && this.segments[last]?.item?.part === part) return last;
    const index = this.#indexMoved(part, last) ?? this.#indexAmongAdded(part) ?? this.#indexes().get(part);
    if (index !== undefined) lastIndexes.set(part, index);
    return index;
  }

  /** The same, where segments came or went above it since it was found. */
  #indexMoved(part: Part, last: number | undefined): number | undefined {
    if (!this.#indexedBefore || last === undefined) return undefined;
    const { removed, added } = this.spliceFrom(this.#indexedBefore);
    const index = last + added - removed;
    return this.segments[index]?.item?.part === part ? index : undefined;
  }

  /** The same, where the part came with an edit of a few segments. */
  #indexAmongAdded(part: Part): number | undefined {
    if (!this.#indexedBefore) return undefined;
    const { first, added } = this.spliceFrom(this.#indexedBefore);
    for (let index = first; index < first + Math.min(added, fewSegments); index++) {
      if (this.segments[index]?.item?.part === part) return index;
    }
    return undefined;
  }

  /** The line in the file of a line in the frame, whose segments are separated by items. */
  #frameLine(line: number): number {
    let rest = line;
    let found = rest;
    for (const index of this.#layout().frames) {
      found = this.startLine(index) + rest;
      const lines = this.startLine(index + 1) - this.startLine(index);
      if (rest < lines) break;
      rest -= lines;
    }
    return found;
  }

  #readList(key: ListKey): readonly Item[] {
    const items = frameItems(this.frame).filter(({ list }) => list === key);
    for (const { list, first, end } of this.#layout().runs) {
      if (list === key) for (let index = first; index < end; index++) items.push(this.segments[index]?.item as Item);
    }
    return items;
  }

  get #header(): ReadHeader {
    return headerOf(
      this.frame,
      listKeys.filter((key) => this.#isCut(key)),
    );
  }

  /** Whether items of a list were cut out of the file and parsed alone. */
  #isCut(key: ListKey): boolean {
    return this.#layout().runs.some(({ list }) => list === key);
  }
}

/** A range that many lines further down. */
export function below({ start, end }: Range, lines: number): Range {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}
