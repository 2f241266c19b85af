import { finish } from '../../base/steps.ts';
import { type SchemaNode, schemaAt } from '../format/formatSchema.ts';
import { type ListKey, listKeys } from '../format/model.ts';

/**
 * A file is cut into segments of whole lines: items of its lists, which are parsed alone, and the frame around them. The joined texts
 * of the segments are the file.
 */
export type Segment = FrameSegment | ItemSegment;

export interface FrameSegment {
  readonly kind: 'frame';
  readonly text: string;
  readonly lineBreaks: number;
}

export interface ItemSegment extends ListScope {
  readonly kind: 'item';
  /** Whether the dash is left of its column: invalid YAML, but the meaning is clear. */
  readonly misaligned: boolean;
  readonly text: string;
  readonly lineBreaks: number;
}

/** The list that lines belong to, and the column of its dashes, where the next item begins too. */
interface ListScope {
  readonly list: ListKey;
  readonly indentation: number;
}

/**
 * Cuts a file into segments by the beginnings of its lines, which is a hundred times faster than parsing.
 * Files of another shape (a flow mapping as a whole, several documents, explicit keys) become one frame.
 */
export function segmentFile(text: string): readonly Segment[] {
  return finish(segmentFileInSteps(text));
}

/** The same in steps of some lines each. */
export function* segmentFileInSteps(text: string): Generator<undefined, readonly Segment[]> {
  return (yield* new Segmentation(text).run()) ?? [frame(text)];
}

/**
 * Cuts lines of a file as `segmentFile` would: after an item of the list `scope` or, without it, at the beginning of the file. `undefined`
 * if a line shows that the file cannot be cut.
 */
export function segmentLines(text: string, scope?: ListScope): readonly Segment[] | undefined {
  return finish(new Segmentation(text, scope).run());
}

/** A text as one segment, for content that cannot be cut. */
export function frame(text: string): FrameSegment {
  return { kind: 'frame', text, lineBreaks: countLineBreaks(text) };
}

const listHeader = new RegExp(`^(["']?)(${listKeys.join('|')})\\1[ \\t]*:[ \\t]*(?:#.*)?$`);
const quotedKey = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?:\s|$)/;
/** `-id:` is not a key: it is an item whose space has not been typed yet. */
const plainKeyStart = /^(?:[^\s#"'{}[\],|>%@`?:-]|[?:](?=\S))/;
const simpleKey = /^([a-zA-Z]+)[ \t]*:(?:\s|$)/;
const otherKey = /^\?(?:\s|$)|^[{[].*[}\]][ \t]*:(?:\s|$)/;
const documentMarker = /^(?:---|\.\.\.)(?:\s|$)/;

/** Lines that are read between two steps: a millisecond's work. */
const linesPerStep = 5_000;

type Line = 'blank' | 'item' | 'misaligned' | 'inner' | 'top';

class Segmentation {
  readonly #text: string;
  readonly #segments: Segment[] = [];
  /** The list whose header was read; its first item fixes the indentation. */
  #list: ListKey | undefined;
  #indentation: number | undefined;
  #segmentStart = 0;
  #lineBreaks = 0;
  #inItem = false;
  #misaligned = false;
  #anyContent = false;

  constructor(text: string, scope?: ListScope) {
    this.#text = text;
    this.#list = scope?.list;
    this.#indentation = scope?.indentation;
    this.#anyContent = scope !== undefined;
  }

  *run(): Generator<undefined, readonly Segment[] | undefined> {
    let lines = 0;
    for (let start = 0; start < this.#text.length; ) {
      if (++lines % linesPerStep === 0) yield;
      const lineBreak = this.#text.indexOf('\n', start);
      const end = lineBreak === -1 ? this.#text.length : lineBreak;
      if (!this.#readLine(start, end)) return undefined;
      if (lineBreak !== -1) this.#lineBreaks++;
      start = end + 1;
    }
    this.#close(this.#text.length);
    return this.#segments;
  }

  /** False when the file cannot be cut. */
  #readLine(start: number, end: number): boolean {
    const content = firstContent(this.#text, start, end);
    switch (this.#kindOf(content, start, end)) {
      case 'blank':
      case 'inner':
        return true;
      case 'item':
        this.#close(start);
        this.#inItem = true;
        this.#misaligned = false;
        this.#indentation = content - start;
        return true;
      case 'misaligned':
        this.#close(start);
        this.#misaligned = true;
        return true;
      case 'top':
        return this.#readTopLine(start, end);
    }
  }

  #kindOf(content: number, start: number, end: number): Line {
    const character = this.#text[content];
    if (content >= end || character === '\r' || character === '#') return 'blank';
    if (character === '\t' && this.#text.slice(content, end).trim() === '') return 'blank';
    const column = content - start;
    const dash = character === '-' && isBlank(this.#text[content + 1]);
    if (dash && this.#list !== undefined && column === (this.#indentation ?? column)) return 'item';
    // The content of an item is right of its dash.
    if (dash && this.#inItem && column < (this.#indentation ?? 0)) return 'misaligned';
    if (this.#list !== undefined && this.#indentation === undefined && column > 0) {
      // The value of the list is not a block sequence: it stays in the frame.
      this.#list = undefined;
    }
    return column === 0 && this.#endsList(start, end) ? 'top' : 'inner';
  }

  /**
   * Inside a list, a line in column 0 without a key, or with a key that only items have, is not meant to end the list: it is still being
   * typed, or has lost its indentation. It stays with its item, so that only that item is broken.
   */
  #endsList(start: number, end: number): boolean {
    if (!this.#inItem) return true;
    const line = this.#text.slice(start, end);
    const key = simpleKey.exec(line)?.[1];
    if (key !== undefined && this.#list !== undefined && belongsToItems(key, this.#list)) return false;
    return documentMarker.test(line) || isKeyLine(line);
  }

  #readTopLine(start: number, end: number): boolean {
    const line = this.#text.slice(start, this.#text[end - 1] === '\r' ? end - 1 : end);
    if (documentMarker.test(line)) {
      if (this.#anyContent || !/^---\s*(?:#.*)?$/.test(line)) return false;
      this.#anyContent = true;
      return true;
    }
    // Flow mappings, explicit keys, tags, anchors and directives at the top: the file is parsed as a whole.
    if (/^[{[?!&*%|>@`]/.test(line)) return false;
    this.#anyContent = true;
    if (this.#inItem) this.#close(start);
    this.#inItem = false;
    this.#list = listHeader.exec(line)?.[2] as ListKey | undefined;
    this.#indentation = undefined;
    return true;
  }

  #close(end: number): void {
    const text = this.#text.slice(this.#segmentStart, end);
    if (text !== '') {
      const list = this.#list;
      this.#segments.push(
        this.#inItem && list !== undefined
          ? { kind: 'item', list, indentation: this.#indentation ?? 0, misaligned: this.#misaligned, text, lineBreaks: this.#lineBreaks }
          : { kind: 'frame', text, lineBreaks: this.#lineBreaks },
      );
    }
    this.#segmentStart = end;
    this.#lineBreaks = 0;
  }
}

/** Whether the format knows a key only in items of a list, not at the top of a file. */
function belongsToItems(key: string, list: ListKey): boolean {
  const knows = (properties: SchemaNode['properties']) => properties !== undefined && Object.hasOwn(properties, key);
  return knows(schemaAt(list, [])?.properties) && !knows(schemaAt(undefined, [])?.properties);
}

function isKeyLine(line: string): boolean {
  if (quotedKey.test(line) || otherKey.test(line)) return true;
  if (!plainKeyStart.test(line)) return false;
  const comment = line.search(/\s#/);
  return /:(?:\s|$)/.test(comment === -1 ? line : line.slice(0, comment));
}

/** The offset of the first character of a line that is not a space. */
function firstContent(text: string, start: number, end: number): number {
  let offset = start;
  while (offset < end && text[offset] === ' ') offset++;
  return offset;
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let offset = text.indexOf('\n'); offset !== -1; offset = text.indexOf('\n', offset + 1)) count++;
  return count;
}
