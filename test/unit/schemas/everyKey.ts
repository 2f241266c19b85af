/**
 * A schema of an output that requires every key: what is printed today has all of them. The published schema requires only those that its first
 * version had.
 */
export function withEveryKey<Schema>(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(withEveryKey) as Schema;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withEveryKey(value)]));
  const { properties, required } = inner as { properties?: object; required?: unknown };
  return (Array.isArray(required) && properties ? { ...inner, required: Object.keys(properties) } : inner) as Schema;
}
