import { readBlockScalar } from './blockScalar.ts';
import { characterCodes } from './characterCodes.ts';
import { ContentReader } from './contentReader.ts';
import { ItemNames, nameAt } from './itemNames.ts';
import type { Names } from './names.ts';
import { type ListNode, type MapEntry, type MapNode, manyKeys, type ScalarNode, type ValueNode } from './node.ts';
import { readPlainScalar } from './plainScalar.ts';
import { readQuotedScalar } from './quotedScalar.ts';
import { sharedName } from './sharedNames.ts';

/**
 * Reads one list item in the plain subset of YAML that nearly all items are written in, many times faster than the `yaml` library:
 * block mappings and lists, flow collections, scalars of all styles, comments, anchors of values and aliases to them. Gives the very nodes
 * that `parsePart` makes of the same text, or `undefined` for everything else and whatever may be wrong: tags, merge keys, explicit keys,
 * tabs, duplicate keys, ….
 */
export function readPlainItem(text: string): { readonly root: ListNode; readonly names: Names } | undefined {
  if (foreign.test(text)) return undefined;
  const item = new PlainItem(text);
  const root = item.read();
  return root && { root, names: item.names };
}

/** Control characters, and a carriage return that ends no line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this expression finds them.
const foreign = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;

/** Recursion goes no deeper than this, and `yaml` accepts implicit keys up to this length. */
const [columnLimit, flowDepthLimit, keyLimit] = [64, 16, 1024];

const { space, ampersand, asterisk, comma, colon, greaterThan, verticalBar } = characterCodes;
const { openBracket, closeBracket, openBrace, closeBrace } = characterCodes;

/** Right of this column is nothing: a scalar does not go on on another line. */
const oneLine = Number.POSITIVE_INFINITY;

class PlainItem extends ContentReader {
  readonly #names = new ItemNames();
  /** Of mappings with many keys. */
  readonly #keysOf = new Map<readonly MapEntry[], Set<unknown>>();

  get names(): Names {
    return this.#names.names;
  }

  read(): ListNode | undefined {
    this.toContent();
    const start = this.offset;
    const item = this.isAtDash() ? this.#item(this.column) : undefined;
    if (!item || this.column !== -1) return undefined;
    return { kind: 'list', items: [item], flow: false, start, end: this.end };
  }

  #map(column: number): MapNode | undefined {
    const start = this.offset;
    const entries: MapEntry[] = [];
    do {
      const key = this.#key(entries, false);
      const value = key && this.#blockValue(column);
      if (!value) return undefined;
      entries.push({ key, value });
    } while (this.column === column);
    const end = this.#close(column);
    return end === undefined ? undefined : { kind: 'map', entries, flow: false, start, end };
  }

  #list(column: number): ListNode | undefined {
    const start = this.offset;
    const items: ValueNode[] = [];
    do {
      const item = this.#item(column);
      if (!item) return undefined;
      items.push(item);
    } while (this.column === column && this.isAtDash());
    const end = this.#close(column);
    return end === undefined ? undefined : { kind: 'list', items, flow: false, start, end };
  }

  /**
   * The end of a block collection at `column`, if it ends here. Comments after it that are not left of it belong to it for the collection
   * around it.
   */
  #close(column: number): number | undefined {
    if (this.column > column || column > columnLimit) return undefined;
    const end = this.end;
    if (this.commentColumn >= column && column > 0) {
      this.end = this.offset;
      this.commentColumn = -1;
    }
    return end;
  }

  /** The item whose dash is at `column`. */
  #item(column: number): ValueNode | undefined {
    const start = this.offset++;
    this.skipSpaces();
    return this.code() === ampersand ? this.#anchored(column, false) : this.#itemValue(column, column + this.offset - start);
  }

  /** What follows a dash at `column`: on the same line, a mapping with keys at `keyColumn` or another value, or a value below it. */
  #itemValue(column: number, keyColumn: number | undefined): ValueNode | undefined {
    if (!this.isAtLineEnd() && !this.isAtComment()) return this.#valueHere(column, keyColumn);
    this.toNextLine();
    this.toContent();
    return this.column > column ? this.#valueBelow(column) : undefined;
  }

  /** What follows the colon of a key at `column`. */
  #blockValue(column: number): ValueNode | undefined {
    this.skipSpaces();
    return this.code() === ampersand ? this.#anchored(column, true) : this.#keyValue(column);
  }

  /** What follows a key at `column`: on the same line, below it, or nothing. */
  #keyValue(column: number): ValueNode | undefined {
    const start = this.offset;
    const isCommented = this.isAtComment();
    if (!isCommented && !this.isAtLineEnd()) return this.#valueHere(column, undefined);
    this.toNextLine();
    this.toContent();
    if (this.column > column || (this.column === column && this.isAtDash())) return this.#valueBelow(column);
    this.end = isCommented || this.commentColumn >= 0 ? this.offset : start;
    this.commentColumn = -1;
    return { kind: 'scalar', value: null, source: '', start, end: start };
  }

  /** The value after an anchor, in a collection at `column`. */
  #anchored(column: number, isOfKey: boolean): ValueNode | undefined {
    const name = nameAt(this.text, this.offset);
    if (name === undefined || !this.#names.begin(name)) return undefined;
    this.offset += name.length + 1;
    if (!this.skipSpaces() && !this.isAtLineEnd()) return undefined;
    const value = isOfKey ? this.#keyValue(column) : this.#itemValue(column, undefined);
    // Neither nothing nor an alias has an anchor.
    if (!value || value.end === value.start || this.text.charCodeAt(value.start) === asterisk) return undefined;
    this.#names.define(name, value);
    return value;
  }

  /** A value that begins on a line of its own, in a collection at `column`. */
  #valueBelow(column: number): ValueNode | undefined {
    if (this.column > columnLimit) return undefined;
    if (this.isAtDash()) return this.#list(this.column);
    // The library measures the other lines of a scalar by comments that are left of it.
    const isMisled = this.leftmostComment <= column;
    const value = this.#valueHere(column, this.column);
    return isMisled && !(value?.kind === 'map' && !value.flow) ? undefined : value;
  }

  /**
   * A value that begins here, in a collection at `column`, and everything up to the next content. With a key, it is a mapping with keys at
   * `keyColumn`, with a dash a list there.
   */
  #valueHere(column: number, keyColumn: number | undefined): ValueNode | undefined {
    const start = this.offset;
    const code = this.code();
    if (keyColumn !== undefined && this.isAtDash()) return keyColumn > columnLimit ? undefined : this.#list(keyColumn);
    if (code === verticalBar || code === greaterThan) return this.#blockScalar(column);
    const value = this.#value(column, 0);
    if (value) this.skipSpaces();
    if (value?.kind === 'scalar' && keyColumn !== undefined && this.code() === colon) {
      this.offset = start;
      return this.#map(keyColumn);
    }
    return value && this.endsLine(column) ? value : undefined;
  }

  #blockScalar(column: number): ScalarNode | undefined {
    const scalar = readBlockScalar(this.text, this.offset, column);
    if (!scalar) return undefined;
    this.offset = scalar.end;
    this.end = scalar.end;
    this.toContent();
    return scalar;
  }

  #flow(column: number, depth: number): ListNode | MapNode | undefined {
    const start = this.offset;
    const isMap = this.code() === openBrace;
    const entries: MapEntry[] = [];
    const items: ValueNode[] = [];
    this.offset++;
    for (let separated = true; ; separated = false) {
      if (!this.skipBlanks(column, depth)) return undefined;
      if (!separated && this.code() === comma) {
        this.offset++;
        if (!this.skipBlanks(column, depth)) return undefined;
        separated = true;
      }
      if (this.code() === (isMap ? closeBrace : closeBracket)) break;
      if (!separated) return undefined;
      const key = isMap ? this.#key(entries, true) : undefined;
      if (isMap && !key) return undefined;
      this.skipSpaces();
      const value = this.#value(column, depth);
      if (!value) return undefined;
      if (key) entries.push({ key, value });
      else items.push(value);
    }
    const end = ++this.offset;
    return isMap ? { kind: 'map', entries, flow: true, start, end } : { kind: 'list', items, flow: true, start, end };
  }

  /** A value that begins here, in a block collection at `column` or `depth` flow collections below one. */
  #value(column: number, depth: number): ValueNode | undefined {
    switch (this.code()) {
      case openBrace:
      case openBracket:
        return depth < flowDepthLimit ? this.#flow(column, depth + 1) : undefined;
      case asterisk:
        return this.#alias();
      default:
        return this.#scalar(column, depth > 0);
    }
  }

  #alias(): ValueNode | undefined {
    const name = nameAt(this.text, this.offset);
    const start = this.offset;
    if (name !== undefined) this.offset += name.length + 1;
    return name === undefined ? undefined : this.#names.resolve(name, start);
  }

  /** A key that is not among `entries`, with its colon. */
  #key(entries: readonly MapEntry[], inFlow: boolean): ScalarNode | undefined {
    const start = this.offset;
    const isQuoted = this.isAtQuote();
    const scalar = this.#scalar(oneLine, inFlow);
    this.skipSpaces();
    if (!scalar || this.offset - start > keyLimit || this.code() !== colon) return undefined;
    this.offset++;
    const name = sharedName(scalar.source);
    // Of a number that is written in an unusual way there may be another spelling among the keys.
    if (String(scalar.value) !== name || name === '<<' || !(this.code() === space || this.isAtLineEnd())) return undefined;
    if (this.#isAmong(entries, name)) return undefined;
    return { kind: 'scalar', value: name, source: isQuoted ? this.text.slice(start, scalar.end) : name, start, end: scalar.end };
  }

  #isAmong(entries: readonly MapEntry[], name: string): boolean {
    if (entries.length < manyKeys) {
      for (const { key } of entries) if (key.value === name) return true;
      return false;
    }
    const keys = this.#keysOf.get(entries) ?? new Set(entries.map(({ key }) => key.value));
    this.#keysOf.set(entries, keys);
    // A key that is asked about becomes an entry, or the item is left to the library.
    const isThere = keys.has(name);
    keys.add(name);
    return isThere;
  }

  #scalar(column: number, inFlow: boolean): ScalarNode | undefined {
    const scalar = this.isAtQuote()
      ? readQuotedScalar(this.text, this.offset, column)
      : readPlainScalar(this.text, this.offset, column, inFlow);
    if (scalar) this.offset = scalar.end;
    return scalar;
  }
}
