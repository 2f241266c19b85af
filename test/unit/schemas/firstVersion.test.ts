import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { withEveryKey } from './everyKey.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
/** Where a value breaks a schema; empty when nowhere. */
const faults = (schema: object, value: unknown, definition: string) => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).addSchema(schema, 'schema');
  return ajv.validate(`schema${definition}`, value)
    ? []
    : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('what version 0.1.0 printed', () => {
  it.each([
    ['analysis', 'analyze', ''],
    ['diff', 'diff', ''],
    ['analysis', 'lint', '#/$defs/lint'],
  ])('fits %s.schema.json: %s', (schema, output, definition) => {
    expect(faults(read(`../schemas/${schema}.schema.json`), read(`fixtures/firstVersion/${output}.json`), definition)).toEqual([]);
  });

  it('lacks keys that were added since', () => {
    for (const [schema, output] of [
      ['analysis', 'analyze'],
      ['diff', 'diff'],
    ] as const)
      expect(faults(withEveryKey(read(`../schemas/${schema}.schema.json`)), read(`fixtures/firstVersion/${output}.json`), '')).not.toEqual(
        [],
      );
  });
});
