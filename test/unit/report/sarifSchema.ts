import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';

// The schema of OASIS, as Microsoft's matchers for SARIF ship it. Draft 04 names its id otherwise, and is read as draft 07 here.
const require = createRequire(import.meta.url);
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const validate = new Ajv({
  strict: false,
  // One of its patterns is none for Unicode.
  unicodeRegExp: false,
  allErrors: true,
  validateFormats: true,
  formats: { uri: isUri, 'uri-reference': isReference, 'date-time': true },
}).compile(schema);

/** Where a log breaks the schema of SARIF 2.1.0; empty when nowhere. */
export function sarifBreaks(log: unknown): string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

/** What RFC 3986 allows in a reference, and nothing else. */
function isReference(text: string): boolean {
  return /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/.test(text);
}
