import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from './node.ts';
import { characterCodes, readPlainScalar, readQuotedScalar } from './plainScalar.ts';

/**
 * Reads one list item in the plain subset of YAML that nearly all items are written in, many times faster than the `yaml` library:
 * block mappings and lists, flow collections, scalars on one line, comments. Gives the very nodes that `parsePart` makes of the same text,
 * or `undefined` for everything else and whatever may be wrong: anchors, tags, block scalars, escapes, tabs, duplicate keys, ….
 */
export function readPlainItem(text: string): ListNode | undefined {
  return foreign.test(text) ? undefined : new PlainItem(text).read();
}

/** Control characters, and a carriage return that ends no line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this expression finds them.
const foreign = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;

/** Recursion goes no deeper than this, and `yaml` accepts implicit keys up to this length. */
const [columnLimit, flowDepthLimit, keyLimit] = [64, 16, 1024];

const { lineFeed, carriageReturn, space, hash, comma, dash, colon } = characterCodes;
const { doubleQuote, singleQuote, openBracket, closeBracket, openBrace, closeBrace } = characterCodes;

class PlainItem {
  readonly #text: string;
  /** Where to read on. */
  #offset = 0;
  /** The column of the next content that is first on its line; −1 at the end of the text. */
  #column = -1;
  /** The rightmost column of the comments on lines of their own before that content; −1 without any. */
  #commentColumn = -1;
  /** The end of the last value for the collection around it: the end of its line. */
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): ListNode | undefined {
    this.#toContent();
    const start = this.#offset;
    const column = this.#column;
    const item = this.#isAtDash() ? this.#item(column) : undefined;
    if (!item || this.#column !== -1 || this.#commentColumn > column) return undefined;
    return { kind: 'list', items: [item], flow: false, start, end: this.#end };
  }

  #map(column: number): MapNode | undefined {
    const start = this.#offset;
    const entries: MapEntry[] = [];
    do {
      const key = this.#key(entries, false);
      const value = key && this.#blockValue(column);
      if (!value) return undefined;
      entries.push({ key, value });
    } while (this.#column === column);
    return this.#closes(column) ? { kind: 'map', entries, flow: false, start, end: this.#end } : undefined;
  }

  #list(column: number): ListNode | undefined {
    const start = this.#offset;
    const items: ValueNode[] = [];
    do {
      const item = this.#item(column);
      if (!item) return undefined;
      items.push(item);
    } while (this.#column === column && this.#isAtDash());
    return this.#closes(column) ? { kind: 'list', items, flow: false, start, end: this.#end } : undefined;
  }

  /** A comment that is indented like the collection before it, or deeper, may belong to it by special rules. */
  #closes(column: number): boolean {
    return this.#column <= column && this.#commentColumn < column && column <= columnLimit;
  }

  /** What follows the dash at `column`. */
  #item(column: number): ValueNode | undefined {
    const start = this.#offset++;
    this.#skipSpaces();
    const inside = this.#offset;
    const value = this.#value(column, 0);
    if (!value) return undefined;
    if (value.kind === 'scalar' && this.#code() === colon) {
      this.#offset = inside;
      return this.#map(column + inside - start);
    }
    return this.#endsLine() ? value : undefined;
  }

  /** What follows the colon of a key at `column`: on the same line, indented below it, or nothing. */
  #blockValue(column: number): ValueNode | undefined {
    this.#skipSpaces();
    const start = this.#offset;
    const commented = this.#code() === hash;
    if (!commented && !this.#isAtLineEnd()) {
      const value = this.#value(column, 0);
      return value && this.#endsLine() ? value : undefined;
    }
    this.#toNextLine();
    this.#toContent();
    if (this.#column > columnLimit) return undefined;
    if (this.#column >= column && this.#isAtDash()) return this.#list(this.#column);
    if (this.#column > column) return this.#map(this.#column);
    if (commented || this.#commentColumn >= 0) return undefined;
    this.#end = start;
    return { kind: 'scalar', value: null, source: '', start, end: start };
  }

  #flow(column: number, depth: number): ListNode | MapNode | undefined {
    const start = this.#offset;
    const isMap = this.#code() === openBrace;
    const entries: MapEntry[] = [];
    const items: ValueNode[] = [];
    this.#offset++;
    for (let separated = true; ; separated = false) {
      if (!this.#skipBlanks(column)) return undefined;
      if (!separated && this.#code() === comma) {
        this.#offset++;
        if (!this.#skipBlanks(column)) return undefined;
        separated = true;
      }
      if (this.#code() === (isMap ? closeBrace : closeBracket)) break;
      if (!separated) return undefined;
      const key = isMap ? this.#key(entries, true) : undefined;
      if (isMap && !key) return undefined;
      this.#skipSpaces();
      const value = this.#value(column, depth);
      if (!value) return undefined;
      if (key) entries.push({ key, value });
      else items.push(value);
    }
    const end = ++this.#offset;
    return isMap ? { kind: 'map', entries, flow: true, start, end } : { kind: 'list', items, flow: true, start, end };
  }

  /** A value that begins here, in a block collection at `column` or `depth` flow collections below one. */
  #value(column: number, depth: number): ValueNode | undefined {
    switch (this.#code()) {
      case openBrace:
      case openBracket:
        return depth < flowDepthLimit ? this.#flow(column, depth + 1) : undefined;
      default:
        return this.#scalar(depth > 0);
    }
  }

  /** A key that is not among `entries`, with its colon. */
  #key(entries: readonly MapEntry[], inFlow: boolean): ScalarNode | undefined {
    const start = this.#offset;
    const isQuoted = this.#isAtQuote();
    const scalar = this.#scalar(inFlow);
    if (!scalar || scalar.end - start > keyLimit || this.#code() !== colon) return undefined;
    this.#offset++;
    const name = scalar.value;
    if (typeof name !== 'string' || name === '<<' || !(this.#code() === space || this.#isAtLineEnd())) return undefined;
    if (entries.some(({ key }) => key.value === name)) return undefined;
    return isQuoted ? { ...scalar, source: this.#text.slice(start, scalar.end) } : scalar;
  }

  #scalar(inFlow: boolean): ScalarNode | undefined {
    const scalar = this.#isAtQuote() ? readQuotedScalar(this.#text, this.#offset) : readPlainScalar(this.#text, this.#offset, inFlow);
    if (scalar) this.#offset = scalar.end;
    return scalar;
  }

  /** Whether nothing but a comment follows on the line; then goes on to the next content. */
  #endsLine(): boolean {
    const before = this.#text.charCodeAt(this.#offset - 1);
    const blank = this.#skipSpaces() || before === space;
    if (!this.#isAtLineEnd() && !(blank && this.#code() === hash)) return false;
    this.#toNextLine();
    this.#end = this.#offset;
    this.#toContent();
    return true;
  }

  /** From the beginning of a line past empty lines and comments. */
  #toContent(): void {
    this.#commentColumn = -1;
    while (this.#offset < this.#text.length) {
      const start = this.#offset;
      this.#skipSpaces();
      this.#column = this.#offset - start;
      if (this.#code() === hash) this.#commentColumn = Math.max(this.#commentColumn, this.#column);
      else if (!this.#isAtLineEnd()) return;
      this.#toNextLine();
    }
    this.#column = -1;
  }

  /** Skips blanks in a flow collection. False if a line of it is not indented deeper than `column`. */
  #skipBlanks(column: number): boolean {
    this.#skipSpaces();
    if (!this.#isAtLineEnd()) return true;
    this.#toNextLine();
    this.#toContent();
    return this.#column > column && this.#commentColumn === -1;
  }

  /** Whether there were any spaces. */
  #skipSpaces(): boolean {
    const start = this.#offset;
    while (this.#code() === space) this.#offset++;
    return this.#offset > start;
  }

  #toNextLine(): void {
    const lineBreak = this.#text.indexOf('\n', this.#offset);
    this.#offset = lineBreak === -1 ? this.#text.length : lineBreak + 1;
  }

  #isAtQuote(): boolean {
    return this.#code() === doubleQuote || this.#code() === singleQuote;
  }

  #isAtDash(): boolean {
    return this.#code() === dash && this.#text.charCodeAt(this.#offset + 1) === space;
  }

  #isAtLineEnd(): boolean {
    const code = this.#code();
    return code === lineFeed || code === carriageReturn || this.#offset >= this.#text.length;
  }

  #code(): number {
    return this.#text.charCodeAt(this.#offset);
  }
}
