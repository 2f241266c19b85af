const annotations = new Set(['title', 'description', 'examples', 'default', '$comment']);
/** Keywords whose value maps names to schemas: in there, `title` is an ordinary name. */
const mappings = new Set(['properties', 'patternProperties', '$defs']);

/**
 * A schema without its explanations: the validators would hold copies of them, and the panel's page shows none.
 *
 * @template Schema
 * @param {Schema} schema
 * @returns {Schema}
 */
export function withoutAnnotations(schema) {
  if (Array.isArray(schema)) return /** @type {Schema} */ (schema.map(withoutAnnotations));
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  const values = kept.map(([keyword, value]) => [keyword, mappings.has(keyword) ? withEach(value) : withoutAnnotations(value)]);
  return Object.fromEntries(values);
}

/** @param {object} schemas by name */
function withEach(schemas) {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutAnnotations(schema)]));
}
