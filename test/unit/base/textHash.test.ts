import { expect, it } from 'vitest';
import { textHash } from '../../../src/base/textHash.ts';

// The values of the published test suite of FNV-1a.
it.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('%j has the published hash', (text, hash) => {
  expect(textHash(text)).toBe(hash);
});
