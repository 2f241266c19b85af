import kanoSchema from '../../../schemas/kano.schema.json';
import type { Path } from '../yaml/node.ts';
import type { ListKey } from './model.ts';

/** The JSON Schema of one value in a file, as far as messages, hovers and completion need it. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** Several where a value may be a phrase or a mapping. */
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const fromTop = schemaLookup(kanoSchema);

/**
 * The schema of the value at `path` in an item of `list`, or with `undefined` from the top of the file; `undefined` where the format knows
 * nothing.
 */
export function schemaAt(list: ListKey | undefined, path: Path): SchemaNode | undefined {
  return fromTop(list === undefined ? path : [list, 0, ...path]);
}

/** Finds the schema of the value at a path in the files that a schema describes; `undefined` where it describes none. */
export function schemaLookup(schema: SchemaNode): (path: Path) => SchemaNode | undefined {
  // Properties beside a `$ref` are more specific than its target and override it.
  const resolve = (node: SchemaNode): SchemaNode => {
    if (node.$ref === undefined) return node;
    const target = ownProperty(schema.$defs, node.$ref.replace('#/$defs/', ''));
    const { $ref, ...beside } = node;
    return target ? { ...resolve(target), ...beside } : beside;
  };
  return (path) => {
    let current: SchemaNode | undefined = resolve(schema);
    for (const step of path) {
      const node: SchemaNode = current ?? {};
      const others = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
      const next: SchemaNode | undefined = typeof step === 'number' ? node.items : (ownProperty(node.properties, step) ?? others);
      current = next && resolve(next);
    }
    return current;
  };
}

function ownProperty<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
