import { Entry } from './entry.ts';
import { type Header, type ListKey, listKeys } from './model.ts';
import { type MapEntry, nodeAt, type Path, plainValue } from './node.ts';
import type { Part } from './part.ts';
import { type Place, placeOfKey, placeOfNode, rangeInPart } from './place.ts';
import type { Range } from './position.ts';
import { type SchemaFinding, validateFrame } from './schemaFinding.ts';
import type { FrameSegment, Segment } from './segment.ts';
import type { SyntaxFinding } from './syntaxFinding.ts';
import { withoutFaults } from './withoutFaults.ts';

/** A list item that was cut out of the file and parsed alone. */
export interface ItemPart {
  readonly segment: Extract<Segment, { kind: 'item' }>;
  readonly entry: Entry;
}

/** A segment with what was read from it; frame segments are read together, as `KanoDocument.frame`. */
export type ReadSegment = ItemPart | { readonly segment: FrameSegment; readonly entry?: undefined };

/**
 * One version of one file: everything that stands in it, what could be read of it, and where. It never changes; the next
 * version shares every item that an edit did not touch (see `updateDocument`).
 */
export class KanoDocument {
  /** Identifies the file: a URI in the editor, a path on the command line. */
  readonly uri: string;
  readonly segments: readonly ReadSegment[];
  /** All that stands outside the list items that were read alone. */
  readonly frame: Part;
  readonly #startLines: readonly number[];
  /** First lines of the frame's segments: in the frame, and in the file. */
  readonly #frameLines: readonly { readonly inFrame: number; readonly inFile: number }[];
  #entries: { readonly [K in ListKey]: readonly Entry<K>[] } | undefined;
  #header: { readonly value: Header; readonly findings: readonly SchemaFinding[] } | undefined;
  #partLines: Map<Part, number> | undefined;
  #isIndexed = false;
  #indexedBefore: KanoDocument | undefined;

  /** Made by `readDocument` and `updateDocument` only; `before` is the version that was edited. */
  constructor(uri: string, segments: readonly ReadSegment[], frame: Part, before?: KanoDocument) {
    this.uri = uri;
    // Only one earlier version is held on to, however many pass before somebody asks for an index.
    if (before) this.#indexedBefore = before.#isIndexed ? before.#cutOff() : before.#indexedBefore;
    this.segments = segments;
    this.frame = frame;
    let inFile = 0;
    let inFrame = 0;
    const frameLines: { readonly inFrame: number; readonly inFile: number }[] = [];
    this.#startLines = segments.map(({ segment }) => {
      const start = inFile;
      inFile += segment.lineBreaks;
      if (segment.kind === 'frame') {
        frameLines.push({ inFrame, inFile: start });
        inFrame += segment.lineBreaks;
      }
      return start;
    });
    this.#frameLines = frameLines;
  }

  /** The whole text of the file. */
  get text(): string {
    return this.segments.map(({ segment }) => segment.text).join('');
  }

  /** The top level without its lists; what breaks the schema is left out. */
  get header(): Header {
    return this.#readHeader().value;
  }

  /** The items of a list, in the order of the file. */
  list<K extends ListKey>(key: K): readonly Entry<K>[] {
    this.#entries ??= this.#collectEntries();
    return this.#entries[key];
  }

  /** Where the file breaks the schema outside its list items; each item knows its own findings. */
  get frameFindings(): readonly SchemaFinding[] {
    return this.#readHeader().findings;
  }

  /** What cannot be read as YAML, each with the part it stands in. */
  get syntaxFindings(): readonly (SyntaxFinding & { readonly part: Part })[] {
    return this.parts.flatMap((part) => part.syntaxFindings.map((finding) => ({ ...finding, part })));
  }

  /** The frame, then the items that were parsed alone. */
  get parts(): readonly Part[] {
    return [this.frame, ...this.segments.flatMap(({ entry }) => (entry ? [entry.part] : []))];
  }

  /** The latest earlier version that something was indexed for, see `indexByVersion`. */
  get indexedBefore(): KanoDocument | undefined {
    return this.#indexedBefore;
  }

  /** Says that an index of this version exists, for later ones to start from. */
  markIndexed(): void {
    this.#isIndexed = true;
  }

  /** Where a value at the top level of the file, or below it, stands. */
  placeOf(path: Path): Place {
    return placeOfNode(this.frame, this.frame.root, path);
  }

  /** Where the last key of `path` from the top of the file stands. */
  placeOfKey(path: Path): Place {
    return placeOfKey(this.frame, this.frame.root, path);
  }

  /** Where a place stands in this version of the file. */
  rangeOf(place: Place): Range {
    const range = rangeInPart(place);
    const { line } = range.start;
    return below(range, this.#documentLine(place.part, line) - line);
  }

  /** Where an item begins in this version of the file: the same as `rangeOf(entry.placeOf([]))`, and cheaper. */
  beginningOf(entry: Entry): Range {
    const { line } = entry.beginning.start;
    return below(entry.beginning, this.#documentLine(entry.part, line) - line);
  }

  /** The items of a list that begin on one of these lines, and where. Looks at no others, however many there are. */
  beginningsWithin<K extends ListKey>(
    list: K,
    first: number,
    last: number,
  ): readonly { readonly entry: Entry<K>; readonly range: Range }[] {
    const found: { entry: Entry<K>; range: Range }[] = [];
    const add = (entry: Entry, range: Range) => {
      if (entry.list === list && range.start.line >= first && range.start.line <= last) found.push({ entry: entry as Entry<K>, range });
    };
    for (const entry of frameEntries(this.frame)) add(entry, this.beginningOf(entry));
    for (let index = Math.max(0, this.segmentAt(first)); index < this.segments.length && this.startLine(index) <= last; index++) {
      const { entry } = this.segments[index] ?? {};
      if (entry) add(entry, below(entry.beginning, this.startLine(index)));
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

  #documentLine(part: Part, line: number): number {
    if (part === this.frame) return this.#frameLine(line);
    this.#partLines ??= this.#collectPartLines();
    const start = this.#partLines.get(part);
    if (start === undefined) throw new RangeError('The place stands in another version of the file.');
    return start + line;
  }

  #collectPartLines(): Map<Part, number> {
    const lines = new Map<Part, number>();
    this.segments.forEach(({ entry }, index) => {
      if (entry) lines.set(entry.part, this.startLine(index));
    });
    return lines;
  }

  #frameLine(line: number): number {
    const start = this.#frameLines.findLast(({ inFrame }) => inFrame <= line);
    return start ? start.inFile + line - start.inFrame : line;
  }

  #collectEntries() {
    const lists: { [K in ListKey]: Entry<K>[] } = { personas: [], stages: [], touchpoints: [], surveys: [], features: [], metrics: [] };
    for (const entry of frameEntries(this.frame)) (lists[entry.list] as Entry[]).push(entry);
    for (const { entry } of this.segments) if (entry) (lists[entry.list] as Entry[]).push(entry);
    return lists;
  }

  #readHeader() {
    this.#header ??= readHeader(this.frame, new Set(this.segments.flatMap(({ entry }) => (entry ? [entry.list] : []))));
    return this.#header;
  }
}

function below({ start, end }: Range, lines: number): Range {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}

const entriesByFrame = new WeakMap<Part, readonly Entry[]>();

/** The items of lists that were not cut out: flow lists, and whatever stands in a file that cannot be cut. */
function frameEntries(part: Part): readonly Entry[] {
  const known = entriesByFrame.get(part);
  if (known) return known;
  const entries = listKeys.flatMap((key) => {
    const value = nodeAt(part.root, [key]);
    return value?.kind === 'list' ? value.items.map((node) => new Entry(key, part, node, false)) : [];
  });
  entriesByFrame.set(part, entries);
  return entries;
}

function readHeader(frame: Part, cutLists: ReadonlySet<ListKey>) {
  const { root } = frame;
  if (root === undefined && frame.syntaxFindings.length > 0) return { value: {}, findings: [] };
  // A list whose items were cut out has no value left in the frame.
  const whole = root?.kind === 'map' ? mapOf(root.entries, cutLists) : root ? plainValue(root) : {};
  const findings = validateFrame(whole);
  const value = withoutFaults(whole, findings) as Record<string, unknown>;
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !isListKey(key))) as Header, findings };
}

function mapOf(entries: readonly MapEntry[], cutLists: ReadonlySet<ListKey>): Record<string, unknown> {
  const value = plainValue({
    kind: 'map',
    entries: entries.filter(({ key }) => !isListKey(String(key.value))),
    flow: false,
    start: 0,
    end: 0,
  });
  const lists = listKeys
    .map((key) => [key, entries.findLast((entry) => entry.key.value === key)?.value] as const)
    .filter(([, node]) => node !== undefined)
    .map(([key, node]) => [key, cutLists.has(key) || node?.kind === 'list' ? [] : node && plainValue(node)]);
  return { ...(value as Record<string, unknown>), ...Object.fromEntries(lists) };
}

function isListKey(key: string): key is ListKey {
  return (listKeys as readonly string[]).includes(key);
}
