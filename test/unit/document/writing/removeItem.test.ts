import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../src/document/readModel.ts';
import { removeItem, takeItem } from '../../../../src/document/writing/collectionEdits.ts';
import { entryOf } from '../../../../src/document/yaml/node.ts';

const head = 'kano: 1\nproduct: P\nuses:';

/** The text after the item of `uses` at a place was removed, or `undefined` where that was refused. */
function without(uses: string, index: number, remove = removeItem): string | undefined {
  const { text, root } = readModel('file:///p.kano.yaml', head + uses).frame;
  const list = entryOf(root, 'uses')?.value;
  if (list?.kind !== 'list') throw new Error('uses is no list');
  const item = list.items[index];
  if (!item) throw new Error('there is no such item');
  const edits = remove(text, list, item);
  if (!edits) return undefined;
  const sorted = [...edits].sort((left, right) => right.start - left.start);
  const after = sorted.reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
  expect(after.startsWith(head)).toBe(true);
  return after.slice(head.length);
}

/** Comments stay, whatever is removed beside them. */
const cases: readonly (readonly [string, string, number, string | undefined])[] = [
  ['the first of a flow list', ' [a, b, c]\n', 0, ' [b, c]\n'],
  ['one in the middle', ' [a, b, c]\n', 1, ' [a, c]\n'],
  ['the last', ' [a, b, c]\n', 2, ' [a, b]\n'],
  ['the last before a comma', ' [a, b, ]\n', 1, ' [a, ]\n'],
  ['the last on a line of its own', ' [\n  a,\n  b\n]\n', 1, ' [\n  a\n]\n'],
  ['the last, from between comments', ' [\n  a, # about a\n  b # about b\n]\n', 1, ' [\n  a # about a\n  # about b\n]\n'],
  ['the first on a line of its own, beside a comment', ' [\n  a, # about a\n  b\n]\n', 0, ' [\n  # about a\n  b\n]\n'],
  ['the first of two on a line', ' [\n  a, b,\n  c\n]\n', 0, ' [\n  b,\n  c\n]\n'],
  ['the second of two on a line', ' [\n  a, b,\n  c\n]\n', 1, ' [\n  a, \n  c\n]\n'],
  ['one whose comma stands on the next line', ' [\n  a\n  , b\n]\n', 0, undefined],
  ['one in a block list', '\n  - a\n  - b # about b\n  - c\n', 1, '\n  - a\n  # about b\n  - c\n'],
  ['the last of a block list without a line end', '\n  - a\n  - b', 1, '\n  - a'],
  ['one with a comment of its own above', '\n  - a\n  # about b\n  - b\n', 1, '\n  - a\n  # about b\n'],
  ['one behind a comment within it', '\n  - a\n  - # about b\n    b\n', 1, undefined],
  ['one in a list within the dash of another', '\n  - - a\n    - b\n  - c\n', 1, '\n  - - a\n    - b\n'],
];

describe('an item is removed', () => {
  it.each(cases.filter(([, , , after]) => after !== undefined))('%s', (_, before, index, after) => {
    expect(without(before, index)).toBe(after);
  });

  it.each(cases.filter(([, , , after]) => after === undefined))(
    'or refused, or leaves a list that says the rest: %s',
    (_, before, index) => {
      const after = without(before, index);
      if (after === undefined) return;
      const list = entryOf(readModel('file:///p.kano.yaml', head + after).frame.root, 'uses')?.value;
      expect(list?.kind === 'list' && list.items.map((item) => item.kind === 'scalar' && item.value)).toEqual(['b']);
    },
  );

  it('but not the only one, unless asked for, and not one with a comment inside', () => {
    expect(without(' [a]\n', 0)).toBeUndefined();
    expect(without(' [a]\n', 0, takeItem)).toBe(' []\n');
    expect(without(' [{ a: 1, # why\n  b: 2 }, c]\n', 0)).toBeUndefined();
  });
});
