import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { aliasedValuesLimit, type Names } from './names.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from './node.ts';
import type { SyntaxFinding } from './syntaxFinding.ts';

/** The format nests eight levels deep. The limit allows recursive functions over values. */
const depthLimit = 200;

interface ConvertedNodes extends Names {
  readonly root: ValueNode | undefined;
  readonly findings: readonly SyntaxFinding[];
  /** The offsets of quotes and brackets that are not closed, in reading order. */
  readonly unclosed: readonly number[];
}

/** Converts nodes of the `yaml` library to ours: with aliases and merge keys resolved, and with the ranges as written. */
export function convertNodes(contents: Node | null, text: string): ConvertedNodes {
  const conversion = new Conversion(text);
  const root = contents ? conversion.node(contents).node : undefined;
  return { root, ...conversion };
}

/** A node with the number of values it holds once aliases are expanded, and how deep they nest. */
interface Sized {
  readonly node: ValueNode;
  readonly size: number;
  readonly depth: number;
}

/** The value of an anchor while it is being read. */
class Open {}

class Conversion {
  readonly findings: SyntaxFinding[] = [];
  readonly anchors = new Set<string>();
  readonly aliases = new Set<string>();
  readonly unresolvedAliases = new Set<string>();
  readonly unclosed: number[] = [];
  readonly #text: string;
  readonly #anchored = new Map<string, Sized | Open>();
  #aliasedValues = 0;

  constructor(text: string) {
    this.#text = text;
  }

  node(node: Node): Sized {
    if (isAlias(node)) return this.#alias(node);
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor === undefined) return this.#unanchored(node);
    this.anchors.add(anchor);
    const open = new Open();
    this.#anchored.set(anchor, open);
    const converted = this.#unanchored(node);
    // An anchor of the same name inside the value is nearer to the aliases that follow.
    if (this.#anchored.get(anchor) === open) this.#anchored.set(anchor, converted);
    return converted;
  }

  #unanchored(node: Node): Sized {
    if (isScalar(node)) return single(this.#scalar(node));
    const converted = isMap(node) ? this.#map(node) : this.#list(node as YAMLSeq);
    if (converted.depth <= depthLimit) return converted;
    const { start } = converted.node;
    this.findings.push({ reason: { kind: 'too-deep' }, start, end: start + 1 });
    return empty(start, converted.node.end);
  }

  #alias(alias: Alias): Sized {
    const [start, end] = spanOf(alias);
    const target = this.#anchored.get(alias.source);
    this.aliases.add(alias.source);
    if (target !== undefined && !(target instanceof Open)) {
      this.#aliasedValues += target.size;
      if (this.#aliasedValues <= aliasedValuesLimit) return { ...target, node: { ...target.node, start, end } };
    }
    if (target === undefined) {
      this.unresolvedAliases.add(alias.source);
      this.findings.push({ reason: { kind: 'unresolved-alias', name: alias.source }, start, end });
    } else {
      this.findings.push({ reason: { kind: target instanceof Open ? 'circular-alias' : 'alias-bomb', name: alias.source }, start, end });
    }
    return empty(start, end);
  }

  #list(list: YAMLSeq): Sized {
    const [start, end] = spanOf(list);
    const unclosedBefore = this.unclosed.length;
    const items = list.items.map((item) => (isPair(item) ? this.#pair(item as Pair, start) : this.#child(item, start)));
    if (list.flow === true) this.#noteUnclosedFlow(start, end, ']', items.at(-1)?.node, unclosedBefore);
    const node: ListNode = { kind: 'list', items: items.map((item) => item.node), flow: list.flow === true, start, end };
    return { node, size: sizeOf(items), depth: depthOf(items) };
  }

  /** Lists tagged `!!omap` or `!!pairs` contain pairs: each is a mapping with one key. */
  #pair(pair: Pair, fallback: number): Sized {
    const key = this.#key(pair, fallback);
    const value = this.#child(pair.value, key.end);
    const node: MapNode = { kind: 'map', entries: [{ key, value: value.node }], flow: false, start: key.start, end: value.node.end };
    return { node, size: sizeOf([value]), depth: depthOf([value]) };
  }

  #map(map: YAMLMap): Sized {
    const [start, end] = spanOf(map);
    const unclosedBefore = this.unclosed.length;
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    const values: Sized[] = [];
    const known = new Set<unknown>();
    for (const pair of map.items as Pair[]) {
      const key = this.#key(pair, start);
      // As the library compares keys: those that are no scalars are never the same.
      const written = isScalar(pair.key) ? pair.key.value : pair.key;
      if (known.has(written))
        this.findings.push({ reason: { kind: 'duplicate-key', name: key.value as string }, start: key.start, end: key.end });
      known.add(written);
      const value = this.#child(pair.value, key.end);
      values.push(value);
      if (key.value === '<<' && key.source === '<<') {
        for (const entry of this.#mergeEntries(value.node)) merged.push(entry);
      } else own.push({ key, value: value.node });
    }
    if (map.flow === true) this.#noteUnclosedFlow(start, end, '}', values.at(-1)?.node, unclosedBefore);
    const names = new Set(own.map((entry) => entry.key.value));
    // The first of several merged mappings wins, as YAML's merge key type requires; `entryOf` reads the last.
    const inherited = merged.filter(({ key }) => !names.has(key.value) && names.add(key.value));
    const node: MapNode = { kind: 'map', entries: [...inherited, ...own], flow: map.flow === true, start, end };
    return { node, size: sizeOf(values), depth: depthOf(values) };
  }

  #mergeEntries(value: ValueNode): readonly MapEntry[] {
    if (value.kind === 'map') return value.entries;
    if (value.kind === 'list') return value.items.flatMap((item) => this.#mergeEntries(item));
    // An unresolved alias has a finding already.
    const reported = this.findings.some((finding) => finding.start === value.start);
    if (!reported) this.findings.push({ reason: { kind: 'merge-source' }, start: value.start, end: value.end });
    return [];
  }

  #key(pair: Pair, fallback: number): ScalarNode {
    const key = pair.key as Node | null;
    if (key === null) return { kind: 'scalar', value: 'null', source: '', start: fallback, end: fallback };
    const { node } = this.node(key);
    const [start, end] = spanOf(key);
    const source = this.#text.slice(start, end);
    // Keys are names, whatever type YAML gives them: `2026:` is the unknown key "2026".
    const value = isScalar(key) ? String(key.source ?? key.value) : node.kind === 'scalar' ? String(node.value) : source;
    return { kind: 'scalar', value, source, start, end };
  }

  #child(value: unknown, fallback: number): Sized {
    if (value === null || value === undefined) {
      return empty(fallback, fallback);
    }
    return this.node(value as Node);
  }

  #scalar(node: Scalar): ScalarNode {
    const [start, end] = spanOf(node);
    if ((node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') && !isClosed(this.#text.slice(start, end))) {
      this.unclosed.push(start);
      // The text on later lines was swallowed by the quote, it is not part of the value.
      const value = /^.*/.exec(this.#text.slice(start + 1, end))?.[0].trimEnd() ?? '';
      return { kind: 'scalar', value, source: value, start, end };
    }
    const { value } = node;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'scalar', value: known ? value : (node.source ?? String(value)), source: node.source ?? '', start, end };
  }

  /** The last character may be the bracket of the last value inside. Unclosed brackets inside come later in the text. */
  #noteUnclosedFlow(start: number, end: number, closing: string, last: ValueNode | undefined, position: number): void {
    const closed = end - start >= 2 && this.#text[end - 1] === closing && (last === undefined || last.end < end);
    if (!closed) this.unclosed.splice(position, 0, start);
  }
}

function spanOf(node: Node): [number, number] {
  const range = node.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function single(node: ScalarNode): Sized {
  return { node, size: 1, depth: 1 };
}

function empty(start: number, end: number): Sized {
  return single({ kind: 'scalar', value: null, source: '', start, end });
}

function sizeOf(items: readonly Sized[]): number {
  return items.reduce((sum, { size }) => sum + size, 1);
}

function depthOf(items: readonly Sized[]): number {
  return items.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) + 1;
}

/** Whether a quoted scalar ends with its quote, not with an escaped one. */
function isClosed(written: string): boolean {
  const quote = written[0] ?? '';
  if (written.length < 2 || !written.endsWith(quote)) return false;
  // Counted from the end: a pattern for the end of a text looks at every run of the character in it, which takes quadratic time.
  const mark = quote === '"' ? '\\' : "'";
  let first = written.length - 1;
  while (first > 1 && written[first - 1] === mark) first--;
  return (written.length - 1 - first) % 2 === 0;
}
