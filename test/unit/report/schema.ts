import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { withEveryKey } from '../schemas/everyKey.ts';

const schema = JSON.parse(readFileSync(new URL('../../../schemas/analysis.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true }).addSchema(withEveryKey(schema), 'analysis');

/** Where a value breaks `analysis.schema.json`, with every key required, or with `#/$defs/lint` what `kano lint` prints; empty when nowhere. */
export function breaks(value: unknown, definition = ''): string[] {
  const fits = ajv.validate(`analysis${definition}`, value);
  return fits ? [] : (ajv.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
