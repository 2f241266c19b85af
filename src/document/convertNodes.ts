import { type Alias, isAlias, isCollection, isMap, isScalar, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from './node.ts';
import type { SyntaxFinding } from './syntaxFinding.ts';

/** More values than this after expanding aliases is an alias bomb: no requirements file comes near it. */
const expandedValuesLimit = 1_000_000;

export interface ConvertedNodes {
  readonly root: ValueNode | undefined;
  readonly findings: readonly SyntaxFinding[];
  readonly anchors: ReadonlySet<string>;
  readonly unresolvedAliases: ReadonlySet<string>;
  /** Where quotes and brackets stand whose other half is missing, in the order in which they are read. */
  readonly unclosed: readonly number[];
}

/** Turns the nodes of the `yaml` library into ours: aliases and merge keys resolved, everything placed where it was written. */
export function convertNodes(contents: Node | null, text: string): ConvertedNodes {
  const conversion = new Conversion(text);
  const root = contents ? conversion.node(contents).node : undefined;
  return { root, ...conversion };
}

/** A node with the number of values it holds once aliases are expanded. */
interface Sized {
  readonly node: ValueNode;
  readonly size: number;
}

class Conversion {
  readonly findings: SyntaxFinding[] = [];
  readonly anchors = new Set<string>();
  readonly unresolvedAliases = new Set<string>();
  readonly unclosed: number[] = [];
  readonly #text: string;
  readonly #anchored = new Map<string, Sized | 'open'>();

  constructor(text: string) {
    this.#text = text;
  }

  node(node: Node): Sized {
    if (isAlias(node)) return this.#alias(node);
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.anchors.add(anchor);
      this.#anchored.set(anchor, 'open');
    }
    const converted = isMap(node) ? this.#map(node) : isScalar(node) ? { node: this.#scalar(node), size: 1 } : this.#list(node as YAMLSeq);
    if (anchor !== undefined) this.#anchored.set(anchor, converted);
    return converted;
  }

  #alias(alias: Alias): Sized {
    const [start, end] = spanOf(alias);
    const target = this.#anchored.get(alias.source);
    if (target !== undefined && target !== 'open' && target.size <= expandedValuesLimit) {
      return { node: { ...target.node, start, end }, size: target.size };
    }
    if (target === undefined) {
      this.unresolvedAliases.add(alias.source);
      this.findings.push({ reason: { kind: 'unresolved-alias', name: alias.source }, start, end });
    } else {
      this.findings.push({ reason: { kind: target === 'open' ? 'circular-alias' : 'alias-bomb', name: alias.source }, start, end });
    }
    return { node: { kind: 'scalar', value: null, source: '', start, end }, size: 1 };
  }

  #list(list: YAMLSeq): Sized {
    const [start, end] = spanOf(list);
    if (list.flow === true) this.#noteUnclosed(start, end, ']');
    const items = list.items.map((item) => this.#child(item, start));
    const node: ListNode = { kind: 'list', items: items.map((item) => item.node), flow: list.flow === true, start, end };
    return { node, size: total(items) };
  }

  #map(map: YAMLMap): Sized {
    const [start, end] = spanOf(map);
    if (map.flow === true) this.#noteUnclosed(start, end, '}');
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    let size = 1;
    for (const pair of map.items as Pair[]) {
      const key = this.#key(pair, start);
      const value = this.#child(pair.value, key.end);
      size += value.size;
      if (key.value === '<<' && key.source === '<<') merged.push(...this.#mergeEntries(value.node));
      else own.push({ key, value: value.node });
    }
    const names = new Set(own.map((entry) => entry.key.value));
    // The first of several merged mappings wins, as the merge key type of YAML has it; `entryOf` reads the last.
    const inherited = merged.filter(({ key }) => !names.has(key.value) && names.add(key.value));
    const node: MapNode = { kind: 'map', entries: [...inherited, ...own], flow: map.flow === true, start, end };
    return { node, size };
  }

  #mergeEntries(value: ValueNode): readonly MapEntry[] {
    if (value.kind === 'map') return value.entries;
    if (value.kind === 'list') return value.items.flatMap((item) => this.#mergeEntries(item));
    // An alias that did not resolve has its own finding already.
    const reported = this.findings.some((finding) => finding.start === value.start);
    if (!reported) this.findings.push({ reason: { kind: 'merge-source' }, start: value.start, end: value.end });
    return [];
  }

  #key(pair: Pair, fallback: number): ScalarNode {
    const key = pair.key as Node | null;
    if (key === null) return { kind: 'scalar', value: 'null', source: '', start: fallback, end: fallback };
    if (isScalar(key)) this.#scalar(key);
    const [start, end] = spanOf(key);
    const source = this.#text.slice(start, end);
    // Keys of mappings are names here, whatever type YAML gives them: `2026:` is the unknown key "2026".
    const value = isScalar(key) ? String(key.source ?? key.value) : source;
    return { kind: 'scalar', value, source, start, end };
  }

  #child(value: unknown, fallback: number): Sized {
    if (value === null || value === undefined) {
      return { node: { kind: 'scalar', value: null, source: '', start: fallback, end: fallback }, size: 1 };
    }
    return this.node(value as Node);
  }

  #scalar(node: Scalar): ScalarNode {
    const [start, end] = spanOf(node);
    if (node.type === 'QUOTE_DOUBLE') this.#noteUnclosed(start, end, '"');
    if (node.type === 'QUOTE_SINGLE') this.#noteUnclosed(start, end, "'");
    const { value } = node;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'scalar', value: known ? value : String(value), source: node.source ?? '', start, end };
  }

  #noteUnclosed(start: number, end: number, closing: string): void {
    if (end - start < 2 || this.#text[end - 1] !== closing) this.unclosed.push(start);
  }
}

function spanOf(node: Node): [number, number] {
  const range = node.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function total(items: readonly Sized[]): number {
  return items.reduce((sum, item) => sum + item.size, 1);
}
