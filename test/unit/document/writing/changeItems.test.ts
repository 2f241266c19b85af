import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KanoModel } from '../../../../src/document/kanoModel.ts';
import { readModel } from '../../../../src/document/readModel.ts';
import { ticketStep } from '../../../../src/document/writing/addTicket.ts';
import { changeItem, type EditStep } from '../../../../src/document/writing/changeItem.ts';
import { changeItems } from '../../../../src/document/writing/changeItems.ts';
import { setProperty } from '../../../../src/document/writing/setProperty.ts';
import { styledFile } from '../styledYaml.ts';

const uri = 'file:///shop.kano.yaml';
const ship: EditStep<'features'> = (model, item) => setProperty(model, item, 'status', 'shipped');
const rate: EditStep<'features'> = (model, item) => setProperty(model, item, 'effort', 3);
const steps = [[ship], [ticketStep('SHOP-1')], [ship, ticketStep('a/b#1')], [rate, ship], []] as const;

/** As `changeItems` with every change made on the whole file. */
function oneByOne(before: KanoModel, chosen: ReadonlyMap<number, readonly EditStep<'features'>[]>) {
  const refused: number[] = [];
  let model = before;
  for (const [index, each] of chosen) {
    const after = changeItem(model, 'features', index, each);
    if (after) model = after;
    else refused.push(index);
  }
  return { text: model.text, refused };
}

function together(before: KanoModel, chosen: ReadonlyMap<number, readonly EditStep<'features'>[]>) {
  const items = before.list('features');
  const changes = [...chosen].flatMap(([index, each]) => {
    const item = items[index];
    return item ? [{ item, steps: each }] : [];
  });
  const { model, refused } = changeItems(before, 'features', changes);
  expect(model.text).toBe(readModel(uri, model.text).text);
  return { text: model.text, refused: [...refused].map((item) => items.indexOf(item)).sort((a, b) => a - b) };
}

describe('many items that are changed', () => {
  it('are as one after the other makes them, in every style of YAML', () => {
    let changed = 0;
    fc.assert(
      fc.property(styledFile, fc.array(fc.nat(steps.length - 1), { minLength: 1, maxLength: 8 }), (text, picks) => {
        const model = readModel(uri, text);
        const chosen = new Map(model.list('features').map((_, index) => [index, steps[picks[index % picks.length] ?? 0] ?? []]));
        const expected = oneByOne(model, chosen);
        if (expected.text !== text) changed++;
        expect(together(model, chosen)).toEqual(expected);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 100) },
    );
    expect(changed).toBeGreaterThan(20);
  });

  const all = (model: KanoModel) => new Map(model.list('features').map((_, index) => [index, [ship, ticketStep('T-1')] as const]));

  it.each([
    ['block items', 'kano: 1\nfeatures:\n  - id: a\n    title: A # first\n\n  # about b\n  - id: b\n    title: B\nsurveys: []\n'],
    ['the last without a line break', 'kano: 1\nfeatures:\n  - id: a\n  - id: b'],
    ['Windows line breaks', 'kano: 1\r\nfeatures:\r\n  - id: a\r\n    title: A\r\n  - { id: b }\r\n'],
    ['a byte-order mark', '\uFEFFkano: 1\nfeatures:\n  - id: a\n  - id: b\n'],
    [
      'an alias, which keeps the file in one piece',
      'kano: 1\nfeatures:\n  - &first { id: a, tags: [x] }\n  - { id: b, tags: [y] }\n  - *first\n',
    ],
    ['a flow list', 'kano: 1\nfeatures: [{ id: a }, { id: b, tracker: [T-0] }]\n'],
    ['texts and no items', 'kano: 1\nfeatures:\n  - one\n  - id: b\n'],
    ['no features', 'kano: 1\n'],
  ])('with %s', (_, text) => {
    const model = readModel(uri, text);
    const expected = oneByOne(model, all(model));
    expect(together(model, all(model))).toEqual(expected);
  });

  it('are changed again where one is named twice', () => {
    const model = readModel(uri, 'kano: 1\nfeatures:\n  - id: a\n  - id: b\n');
    const [a, b] = model.list('features');
    if (!a || !b) throw new Error('there are two features');
    const { model: after } = changeItems(model, 'features', [
      { item: b, steps: [ship] },
      { item: a, steps: [ship] },
      { item: b, steps: [rate] },
    ]);
    expect(after.text).toBe('kano: 1\nfeatures:\n  - id: a\n    status: shipped\n  - id: b\n    status: shipped\n    effort: 3\n');
  });
});
