import { expect, it } from 'vitest';
import { entryOf } from '../../../src/document/yaml/node.ts';
import { parsePart } from '../../../src/document/yaml/part.ts';

it.each([3, 31, 32, 33, 500])('of duplicate keys the last counts, among %i keys', (count) => {
  const keys = Array.from({ length: count }, (_, index) => `k${index % (count - 1)}: ${index}`);
  const { root } = parsePart(`${keys.join('\n')}\n`);
  expect(entryOf(root, 'k0')?.value).toMatchObject({ value: count - 1 });
  expect(entryOf(root, 'k1')?.value).toMatchObject({ value: 1 });
  expect(entryOf(root, 'k')).toBeUndefined();
});
