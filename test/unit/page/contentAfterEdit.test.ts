import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerFilter, allAnswers } from '../../../src/analysis/answerFilter.ts';
import { finish } from '../../../src/base/steps.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import type { Position } from '../../../src/document/yaml/position.ts';
import { changesBetween, panelFiles, wholeFiles } from '../../../src/page/panelFiles.ts';
import { addressOf, type Content } from '../../../src/page/state/content.ts';
import { contentAfterEdit } from '../../../src/page/state/contentAfterEdit.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { type Files, filesAfter, productsOf } from '../../../src/page/state/files.ts';

const shop = `kano: 1
product: Shop
personas:
  - { id: member, name: Member }
  - { id: guest, name: Guest }
touchpoints:
  - { id: search, name: Search page }
  - { id: till, name: Checkout, pains: [{ id: queue, pain: long queues }], referral: true }
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
    shipped: 2026-06-01
    relieves: [queue]
    moves: [sales]
    evidence: [{ source: reviews, complaints: 30, compliments: 12 }]
    touchpoints: [till]
metrics:
  - { id: sales, name: Sales, kind: revenue, readings: [{ date: 2026-03-01, value: 5 }, { date: 2026-09-01, value: 6 }] }
`;

const filters: readonly AnswerFilter[] = [allAnswers, { persona: 'guest', survey: null }, { persona: null, survey: 'old' }];

function contentOf(model: KanoModel, before?: Content, answers = allAnswers): Content {
  return finish(contentInSteps({ products: [singleFileProduct(model)], answers }, before));
}

/** What the reader sees. */
function shownIn({ name, footer, lists, rows }: Content) {
  return { name, footer, lists, rows };
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

it('cuts the refined classes of all rows anew when the importance of one feature changes', () => {
  const asked = shop.replace('tally: { A: 50 }', 'tallies: [{ counts: { A: 50 }, importance: 7 }]').replace('I: 60', 'I: 20');
  const first = readModel('file:///w/shop.kano.yaml', asked);
  const before = contentOf(first);
  const refined = ({ rows }: Content) => rows.flatMap((row) => (row.refined === null ? [] : [`${row.key}: ${row.refined}`]));
  const whyOf = ({ rows }: Content) => rows.find(({ key }) => key === 'done')?.why;
  expect(refined(before)).toEqual([
    'pay: critical (cut at the mean importance, 7.5)',
    'done: less attractive (cut at the mean importance, 7.5)',
  ]);
  const after = contentOf(replaceText(first, 'importance: 8', 'importance: 5'), before);
  expect(refined(after)).toEqual([
    'pay: necessary (cut at the mean importance, 6)',
    'done: highly attractive (cut at the mean importance, 6)',
  ]);
  const importance = ({ rows }: Content) => rows.flatMap((row) => (row.importance === null ? [] : [row.importance]));
  expect([importance(before), importance(after)]).toEqual([
    ['importance 8, on average 7.5', 'importance 7, on average 7.5'],
    ['importance 5, on average 6', 'importance 7, on average 6'],
  ]);
  expect([whyOf(before), whyOf(after)]).toEqual(['less attractive by importance', 'highly attractive by importance']);
});

describe('after an edit', () => {
  const first = readModel('file:///w/shop.kano.yaml', shop);
  const before = contentOf(first);
  const afterEdit = (from: string, to: string) => {
    const model = replaceText(first, from, to);
    return { taken: contentAfterEdit({ ...before.question, products: [singleFileProduct(model)] }, before), model };
  };

  it.each([
    ['title: Pay', 'title: Pay at once'],
    ['owner: "@team"', 'owner: "@shop"'],
    ['title: Slow', 'title: Slow # a remark'],
    ['status: planned', 'status: in-progress'],
  ])('of a feature alone, %s → %s, only its row is made', (from, to) => {
    const { taken, model } = afterEdit(from, to);
    expect(taken && shownIn(taken)).toEqual(shownIn(contentOf(readModel('file:///w/shop.kano.yaml', model.text))));
    expect(taken?.rows.filter((row, index) => row !== before.rows[index])).toHaveLength(1);
    expect(taken?.lists).toBe(before.lists);
  });

  it.each([
    ['M: 70', 'M: 71'],
    ['importance: 8', 'importance: 9'],
    ['effort: 3', 'effort: 4'],
    ['title: Index', 'title: List'],
    ['title: Done', 'title: Ready'],
    ['status: shipped', 'status: rejected'],
    ['shipped: 2026-06-01', 'shipped: 2026-07-01'],
    ['relieves: [queue]', 'relieves: []'],
    ['moves: [sales]', 'moves: []'],
    ['complaints: 30', 'complaints: 31'],
    ['title: Find', 'title: Seek'],
    ['status: shipped', 'status: planned'],
    ['touchpoints: [till]', 'touchpoints: [search]'],
    ['id: slow', 'id: fast'],
    ['    title: Slow\n', '    title: Slow\n    dependsOn: [pay]\n'],
    ['    assumed: O\n', '    assumed: O\n    dependsOn: [find]\n'],
    ['name: Checkout', 'name: Till'],
    ['  - id: slow', '  - id: more\n  - id: slow'],
  ])('that may concern others, %s → %s, everything is looked at', (from, to) => {
    const { taken, model } = afterEdit(from, to);
    expect(taken).toBeUndefined();
    expect(shownIn(contentOf(model, before))).toEqual(shownIn(contentOf(readModel('file:///w/shop.kano.yaml', model.text))));
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
  'rejected',
  'relieves: [queue]',
  'moves: [sales]',
  'shipped: 2026-07-01',
  '30',
  'dependsOn: [find]',
  'dependsOn: [index, pay]',
  ', ',
  '\n',
  '  ',
  '- id: pay',
];

/** What a page has after a message, as it arrives there. */
function received(before: Files | null, message: Parameters<typeof filesAfter>[1]): Files {
  const files = finish(filesAfter(before, structuredClone(message)));
  if (!files) throw new Error('The page lost track of the versions');
  return files;
}

it('after any edits that a host sends, the content is that of the whole text', async () => {
  const edit = fc.record({
    place: fc.nat(),
    length: fc.nat(4),
    text: fc.constantFrom('', ...snippets),
    target: fc.constantFrom(undefined, ...snippets),
    isSent: fc.boolean(),
  });
  const uri = 'file:///w/shop.kano.yaml';
  const options = { isEditable: true, isWorkspace: false };
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.constantFrom(...filters), async (edits, answers) => {
      let model = readModel(uri, shop);
      let sent = panelFiles([singleFileProduct(model)], options);
      let files = received(null, { type: 'files', language: 'en', links: sent.links, files: wholeFiles(sent) });
      let content: Content | undefined;
      for (const { place, length, text, target, isSent } of edits) {
        const within = place % (model.text.length + 1);
        const found = target === undefined ? -1 : model.text.indexOf(target, within);
        const start = found === -1 ? within : found;
        model = replace(model, start, Math.min(model.text.length, start + (found === -1 ? length : (target?.length ?? 0))), text);
        // Several edits may go in one message.
        if (!isSent) continue;
        const after = panelFiles([singleFileProduct(model)], options, sent);
        const changes = changesBetween(sent, after);
        if (changes) files = received(files, changes);
        sent = after;
        expect(files.models.get(uri)?.model.text).toBe(model.text);
        const products = await productsOf(files, null);
        if (!products) throw new Error('The file is gone');
        content = finish(contentInSteps({ products: products.products, answers }, content));
        const whole = contentOf(readModel(uri, model.text), undefined, answers);
        expect(shownIn(content)).toEqual(shownIn(whole));
        expect([...content.features.keys()]).toEqual([...whole.features.keys()]);
        for (const [key, shown] of content.features) {
          const inWhole = whole.features.get(key);
          expect(addressOf(content, shown)).toEqual(inWhole && addressOf(whole, inWhole));
        }
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
  );
});
