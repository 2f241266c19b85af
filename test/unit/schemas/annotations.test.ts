import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

describe.each(['kano', 'kanorc', 'analysis', 'survey-map', 'feedback-map'])('%s.schema.json', (name) => {
  const schema = read(name);
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).addSchema(schema, name);
  const parts = [...described(schema)];

  it('is a valid schema of draft 2020-12', () => {
    expect(ajv.validateSchema(schema as object), JSON.stringify(ajv.errors)).toBe(true);
  });

  it.each(parts)('describes %s', (_pointer, part) => {
    expect(part.description).toMatch(/^\S.*\.$/);
    expect(part.description?.length).toBeLessThan(280);
    if (name === 'analysis') return;
    expect(part.title).toMatch(/^[A-Z]/);
    expect(part.examples?.length).toBeGreaterThan(0);
  });

  it.each(parts.filter(([, part]) => part.examples !== undefined))('gives an example that fits for %s', (pointer, part) => {
    const validate = ajv.getSchema(`${name}#${pointer}`);
    if (validate === undefined) throw new Error(`nothing at ${pointer}`);
    for (const example of [...(part.examples ?? []), ...('default' in part ? [part.default] : [])]) {
      expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    }
  });
});

function read(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));
}

/** Every definition and every property, with its JSON Pointer. */
function* described(schema: Schema, pointer = ''): Generator<[string, Schema]> {
  for (const keyword of ['properties', '$defs'] as const) {
    for (const [name, part] of Object.entries(schema[keyword] ?? {})) {
      const inner = `${pointer}/${keyword}/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
      yield [inner, part];
      yield* described(part, inner);
    }
  }
}
