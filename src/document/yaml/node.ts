import type { OffsetRange } from './position.ts';

/**
 * The content of a part as a tree of values with their ranges. Offsets count UTF-16 code units from the start of the part, so that text
 * inserted above shifts nothing.
 */
export type ValueNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode extends OffsetRange {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes. Together with `value` it tells `2026` from `"2026"`. */
  readonly source: string;
}

export interface MapNode extends OffsetRange {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly flow: boolean;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** For a key without a value, the scalar `null` of no width after its colon. */
  readonly value: ValueNode;
}

export interface ListNode extends OffsetRange {
  readonly kind: 'list';
  readonly items: readonly ValueNode[];
  readonly flow: boolean;
}

/** Property names and list indexes from a node down to one inside it. */
export type Path = readonly (string | number)[];

/** From here on looking at all keys of a mapping for each of them would take longer than indexing them. */
export const manyKeys = 32;
const indexes = new WeakMap<readonly MapEntry[], ReadonlyMap<unknown, MapEntry>>();

/** The entry of a mapping with this key: of duplicate keys the last, as YAML processors read them. */
export function entryOf(node: ValueNode | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  const { entries } = node;
  if (entries.length < manyKeys) return entries.findLast((entry) => entry.key.value === key);
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.key.value, entry]));
  indexes.set(entries, index);
  return index.get(key);
}

/** The node at `path` below `node`, if any. */
export function nodeAt(node: ValueNode | undefined, path: Path): ValueNode | undefined {
  let current = node;
  for (const step of path) {
    current = current?.kind === 'list' ? current.items[Number(step)] : entryOf(current, String(step))?.value;
  }
  return current;
}

/** A scalar that is text. */
export type TextNode = ScalarNode & { readonly value: string };

/** The texts at `path`: those of a list, or a single one. Other values are ignored. */
export function stringsAt(node: ValueNode | undefined, path: Path): readonly TextNode[] {
  const target = nodeAt(node, path);
  return target ? textsOf(target) : [];
}

/** The texts of a list, or a single one. Other values are ignored. */
export function textsOf(node: ValueNode): readonly TextNode[] {
  return (node.kind === 'list' ? node.items : [node]).filter(isText);
}

/** Whether a node is text. */
export function isText(node: ValueNode): node is TextNode {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

/** The plain JavaScript value of a node. Shared nodes (aliases) give shared values. */
export function plainValue(node: ValueNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map': {
      const result: Record<string, unknown> = {};
      for (const { key, value } of node.entries) {
        // `__proto__` as a plain assignment would change the object's prototype instead of adding a key.
        if (key.value === '__proto__') {
          Object.defineProperty(result, '__proto__', { value: plainValue(value), enumerable: true, configurable: true, writable: true });
        } else {
          result[String(key.value)] = plainValue(value);
        }
      }
      return result;
    }
  }
}
