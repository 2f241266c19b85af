import kanoSchema from '../../../schemas/kano.schema.json';
import type { Path } from '../yaml/node.ts';
import type { ListKey } from './model.ts';

/** The JSON Schema of one value in a file, as far as messages, hovers and completion need it. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly $ref?: string;
}

interface FormatSchema extends SchemaNode {
  readonly $defs: Readonly<Record<string, SchemaNode>>;
}

const schema: FormatSchema = kanoSchema;

/**
 * The schema of the value at `path` in an item of `list`, or with `undefined` from the top of the file; `undefined` where the format knows
 * nothing.
 */
export function schemaAt(list: ListKey | undefined, path: Path): SchemaNode | undefined {
  let current: SchemaNode | undefined = schema;
  for (const step of list === undefined ? path : [list, 0, ...path]) {
    const resolved: SchemaNode | undefined = current && resolve(current);
    current = typeof step === 'number' ? resolved?.items : ownProperty(resolved?.properties, step);
  }
  return current && resolve(current);
}

/** Properties beside a `$ref` are more specific than its target and override it. */
function resolve(node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const name = node.$ref.replace('#/$defs/', '');
  const target = ownProperty(schema.$defs, name);
  const { $ref, ...beside } = node;
  return target ? { ...resolve(target), ...beside } : beside;
}

function ownProperty<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
