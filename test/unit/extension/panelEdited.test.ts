import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/base/steps.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import type { Position } from '../../../src/document/yaml/position.ts';
import { contentAfterEdit } from '../../../src/extension/panel/panelEdited.ts';
import { featureRange } from '../../../src/extension/panel/panelPlaces.ts';
import { type PanelContent, panelContentInSteps } from '../../../src/extension/panel/panelState.ts';
import { everything, type Look } from '../../../src/page/protocol.ts';
import { applyPanelPatch, diffPanelStates } from '../../../src/page/state/panelPatch.ts';

const shop = `kano: 1
product: Shop
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
touchpoints:
  - { id: search, name: Search page }
  - { id: till, name: Checkout }
surveys:
  - { id: new, date: 2026-09-15 }
  - { id: old, date: 2025-09-15 }
features:
  - id: pay
    title: Pay
    status: planned
    touchpoints: [till]
    effort: 3
    owner: "@team"
    tallies:
      - { survey: old, persona: member, counts: { A: 60, O: 10, M: 10, I: 20 } }
      - { survey: new, persona: member, counts: { M: 70, O: 20, A: 5, I: 5 }, importance: 8 }
      - { survey: new, persona: guest, counts: { M: 10, O: 20, A: 10, I: 60 } }
  - id: find
    title: Find
    touchpoints: [search]
    dependsOn: [index]
    tallies:
      - { survey: new, persona: guest, counts: { O: 60, A: 20, I: 20 } }
      - { survey: new, persona: member, counts: { O: 50, A: 30, I: 20 } }
  - id: index
    title: Index
    touchpoints: [search]
    effort: 5
    assumed: O
  - id: slow
    title: Slow
    tally: { M: 40, O: 35 }
  - id: done
    title: Done
    status: shipped
    tally: { A: 50 }
`;

const looks: readonly Look[] = [everything, { persona: 'guest', survey: null }, { persona: null, survey: 'old' }];

function contentOf(model: KanoModel, before?: PanelContent, look = everything): PanelContent {
  const question = { products: [singleFileProduct(model)], scope: 'file', look, file: 'shop.kano.yaml', readOnly: null } as const;
  return finish(panelContentInSteps(question, before));
}

function replace(model: KanoModel, start: number, end: number, text: string): KanoModel {
  const range = { start: positionAt(model.text, start), end: positionAt(model.text, end) };
  return updateModel(model, [{ range, text }]);
}

function replaceText(model: KanoModel, from: string, to: string): KanoModel {
  const start = model.text.indexOf(from);
  if (start === -1) throw new Error(`There is no ${from}`);
  return replace(model, start, start + from.length, to);
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe('after an edit', () => {
  const first = readModel('file:///w/shop.kano.yaml', shop);
  const before = contentOf(first);
  const afterEdit = (from: string, to: string) => {
    const model = replaceText(first, from, to);
    return { taken: contentAfterEdit({ ...before.question, products: [singleFileProduct(model)] }, before), document: model };
  };

  it.each([
    ['title: Pay', 'title: Pay at once'],
    ['owner: "@team"', 'owner: "@shop"'],
    ['title: Slow', 'title: Slow # a remark'],
    ['status: planned', 'status: in-progress'],
    ['importance: 8', 'importance: 9'],
  ])('of a feature alone, %s → %s, only its row is made', (from, to) => {
    const { taken, document: model } = afterEdit(from, to);
    expect(taken?.state).toEqual(contentOf(readModel('file:///w/shop.kano.yaml', model.text)).state);
    expect(taken?.state.rows.filter((row, index) => row !== before.state.rows[index])).toHaveLength(1);
    expect(taken?.state.lists).toBe(before.state.lists);
  });

  it.each([
    ['M: 70', 'M: 71'],
    ['effort: 3', 'effort: 4'],
    ['title: Index', 'title: List'],
    ['title: Find', 'title: Seek'],
    ['status: shipped', 'status: planned'],
    ['touchpoints: [till]', 'touchpoints: [search]'],
    ['id: slow', 'id: fast'],
    ['    title: Slow\n', '    title: Slow\n    dependsOn: [pay]\n'],
    ['    assumed: O\n', '    assumed: O\n    dependsOn: [find]\n'],
    ['name: Checkout', 'name: Till'],
    ['  - id: slow', '  - id: more\n  - id: slow'],
  ])('that may concern others, %s → %s, everything is looked at', (from, to) => {
    const { taken, document: model } = afterEdit(from, to);
    expect(taken).toBeUndefined();
    expect(contentOf(model, before).state).toEqual(contentOf(readModel('file:///w/shop.kano.yaml', model.text)).state);
  });

  it('the way to a feature below leads to where it stands now', () => {
    const { taken } = afterEdit('title: Pay', 'title:\n      Pay');
    const line = first.text.split('\n').indexOf('  - id: done');
    expect(taken && featureRange(taken, { key: 'done' })?.range.start).toEqual({ line: line + 1, character: 8 });
  });
});

const snippets = [
  'Pay',
  'till',
  'search',
  'pay',
  'index',
  'new',
  'old',
  'guest',
  '70',
  '1',
  'O',
  'M',
  'shipped',
  'effort: 2',
  'assumed: O',
  'dependsOn: [find]',
  'dependsOn: [index, pay]',
  ', ',
  '\n',
  '  ',
  '- id: pay',
];

it('after any edits, the state is that of the whole text, and the patches led there', () => {
  const edit = fc.record({
    place: fc.nat(),
    length: fc.nat(4),
    text: fc.constantFrom('', ...snippets),
    target: fc.constantFrom(undefined, ...snippets),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.constantFrom(...looks), (edits, look) => {
      let model = readModel('file:///w/shop.kano.yaml', shop);
      let content = contentOf(model, undefined, look);
      let page = structuredClone(content.state);
      for (const { place, length, text, target } of edits) {
        const within = place % (model.text.length + 1);
        const found = target === undefined ? -1 : model.text.indexOf(target, within);
        const start = found === -1 ? within : found;
        model = replace(model, start, Math.min(model.text.length, start + (found === -1 ? length : (target?.length ?? 0))), text);
        const next = contentOf(model, content, look);
        const patch = diffPanelStates(content.state, next.state);
        if (patch) page = applyPanelPatch(page, structuredClone(patch));
        content = next;
        const whole = contentOf(readModel('file:///w/shop.kano.yaml', model.text), undefined, look);
        expect(content.state).toEqual(whole.state);
        expect(page).toEqual(whole.state);
        expect([...content.items.keys()]).toEqual([...whole.items.keys()]);
        for (const { key } of content.state.rows) expect(featureRange(content, { key })).toEqual(featureRange(whole, { key }));
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
  );
});
