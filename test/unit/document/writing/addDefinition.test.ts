import { describe, expect, it } from 'vitest';
import type { ListKey } from '../../../../src/document/format/model.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { updateModel } from '../../../../src/document/versions/updateModel.ts';
import { addDefinition } from '../../../../src/document/writing/addDefinition.ts';
import { textChanges } from '../../../../src/document/writing/textEdit.ts';

type Item = Parameters<typeof addDefinition>[2];

/** The text after an item was added to a list, or `undefined` where that was refused. */
function afterAdding(text: string, list: ListKey, item: Item): string | undefined {
  const model = readModel('file:///shop.kano.yaml', text);
  const edits = addDefinition(model, list, item);
  return edits && updateModel(model, textChanges(edits)).text;
}

const head = 'kano: 1\nproduct: Shop\n';
const till = { id: 'till', name: 'Till' };

const cases: readonly (readonly [string, string, ListKey, Item, string | undefined])[] = [
  [
    'a block list of block items in their style',
    `${head}touchpoints:\n  - id: a\n    name: A\n`,
    'touchpoints',
    till,
    `${head}touchpoints:\n  - id: a\n    name: A\n  - id: till\n    name: Till\n`,
  ],
  [
    'a list whose dashes are wide',
    `${head}touchpoints:\n-   id: a\n`,
    'touchpoints',
    till,
    `${head}touchpoints:\n-   id: a\n-   id: till\n    name: Till\n`,
  ],
  [
    'a block list of flow items',
    `${head}touchpoints:\n  - { id: a } # first\n`,
    'touchpoints',
    { id: 'x, y', lists: ['a', 'b: c'] },
    `${head}touchpoints:\n  - { id: a } # first\n  - { id: "x, y", lists: [a, "b: c"] }\n`,
  ],
  ['a flow list', `${head}touchpoints: [{ id: a }]\n`, 'touchpoints', till, `${head}touchpoints: [{ id: a }, { id: till, name: Till }]\n`],
  ['an empty flow list', `${head}touchpoints: []\n`, 'touchpoints', till, `${head}touchpoints: [{ id: till, name: Till }]\n`],
  [
    'a new list above what the format has later, and above its comment',
    `${head}# What we build.\n# For now.\nfeatures: []\n`,
    'touchpoints',
    till,
    `${head}touchpoints:\n  - { id: till, name: Till }\n# What we build.\n# For now.\nfeatures: []\n`,
  ],
  [
    'a new list at the end, where nothing comes later',
    `${head}touchpoints: []\n`,
    'features',
    { id: 'f', title: 'F' },
    `${head}touchpoints: []\nfeatures:\n  - { id: f, title: F }\n`,
  ],
  [
    'a new list after a last line without an end',
    'kano: 1\nproduct: Shop',
    'features',
    { id: 'f' },
    'kano: 1\nproduct: Shop\nfeatures:\n  - { id: f }\n',
  ],
  ['a file without content', '', 'features', { id: 'f' }, 'features:\n  - { id: f }\n'],
];

describe('a definition is added to', () => {
  it.each(cases)('%s', (_, before, list, item, after) => {
    expect(afterAdding(before, list, item)).toBe(after);
  });

  it.each(cases)('%s, in a file with CRLF', (_, before, list, item, after) => {
    // A text of one line has no line end to go by.
    if (before.split('\n').length < 2) return;
    expect(afterAdding(before.replaceAll('\n', '\r\n'), list, item)).toBe(after?.replaceAll('\n', '\r\n'));
  });

  it.each([
    ['a file that is a flow mapping', '{ kano: 1, product: Shop }\n', 'touchpoints'],
    ['a file that is a list', '- 1\n', 'touchpoints'],
    ['a list whose value is a text', `${head}touchpoints: none\n`, 'touchpoints'],
    ['a list without a value', `${head}touchpoints:\n`, 'touchpoints'],
    ['a list whose last item is an alias', `${head}features:\n  - &x { id: a }\n  - *x\n`, 'features'],
    ['a list that is an alias', `${head}stages: &x\n  - id: a\ntouchpoints: *x\n`, 'touchpoints'],
  ] as const)('but not to %s', (_, before, list) => {
    expect(afterAdding(before, list, till)).toBeUndefined();
  });
});
