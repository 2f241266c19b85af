import { expect, it } from 'vitest';
import { contentEnd } from '../../../../src/document/writing/nodeOffsets.ts';
import type { ListNode } from '../../../../src/document/yaml/node.ts';
import { parsePart } from '../../../../src/document/yaml/part.ts';

it('finds the end of a list with more items than a function takes arguments', () => {
  const text = '- x\n- y\n\n# the end\n';
  const list = parsePart(text).root as ListNode;
  expect(contentEnd(text, { ...list, items: Array.from({ length: 1_000_000 }, (_, index) => list.items[index % 2] as ListNode) })).toBe(7);
});
