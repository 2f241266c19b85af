import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { codeLenses, codeLensTitle } from '../../../src/languageFeatures/codeLenses.ts';

const head = 'kano: 1\nproduct: Shop\n';

function lensesOf(text: string): string[] {
  const model = readModel('shop.kano.yaml', text);
  const analysis = analysisOfProduct(singleFileProduct(model));
  return codeLenses(model).map((lens) => `${lens.range.start.line}:${lens.range.start.character} ${codeLensTitle(lens, analysis)}`);
}

test('one lens on the list and one on the first line of every feature', () => {
  const features = 'features:\n  - title: A\n    id: a\n    tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }\n\n  - id: b\n    title: B\n';
  expect(lensesOf(head + features)).toEqual([
    '2:0 $(graph-scatter) Open prioritisation matrix',
    '3:4 ■\u00a0Must-be · 61% of 100 · Better 0.27 · Worse −0.86',
    '7:4 ○\u00a0not surveyed',
  ]);
});

test('flow style has lenses too', () => {
  expect(lensesOf(`${head}features: [{ id: a, title: A, tally: { I: 3 } }]\n`)).toEqual([
    '2:0 $(graph-scatter) Open prioritisation matrix',
    '2:11 ◆\u00a0Indifferent · 3 of 3 · Better 0.00 · Worse 0.00',
  ]);
});

test('a feature whose tallies are written twice or broken shows no number', () => {
  const tally = (text: string) => lensesOf(`${head}features:\n  - id: a\n    title: A\n${text}`).at(-1);
  const error = '3:4 $(error) tally has an error, not counted';
  expect(tally('    tally: { M: 40, P: 3 }\n')).toBe(error);
  expect(tally('    tally: { M: 40 }\n    tally: { O: 40 }\n')).toBe(error);
  expect(tally('    tally: { M: 40, O: \n')).toBe(error);
  expect(tally('    tallies:\n      - counts: { M: 40 }\n      - counts: { M: 2 }\n')).toBe(error);
  expect(tally('    effort: none\n    tally: { M: 40 }\n')).toBe('3:4 ■\u00a0Must-be · 100% of 40 · Better 0.00 · Worse −1.00');
});

test('answers under a mistyped key, or of surveys without a readable date, are not taken for none', () => {
  const error = '$(error) tally has an error, not counted';
  expect(lensesOf(`${head}features:\n  - id: a\n    title: A\n    taly: { M: 40 }\n`).at(-1)).toBe(`3:4 ${error}`);
  const surveys = 'surveys:\n  - { id: s1, date: 2026-01-01 }\n  - { id: s2, date: 15.09.2026 }\n';
  const tallies = '    tallies:\n      - { survey: s1, counts: { A: 40 } }\n      - { survey: s2, counts: { M: 40 } }\n';
  expect(lensesOf(`${head}${surveys}features:\n  - id: a\n    title: A\n${tallies}`).at(-1)).toBe(`6:4 ${error}`);
});

test('a file without features has no lens, an empty list one', () => {
  expect(lensesOf(head)).toEqual([]);
  expect(lensesOf(`${head}features:\n`)).toEqual(['2:0 $(graph-scatter) Open prioritisation matrix']);
});

test('lenses below an edit move with their features, and those features are not read again', () => {
  const before = readModel('shop.kano.yaml', `${head}features:\n  - id: a\n    title: A\n  - id: b\n    title: B\n`);
  const position = { line: 4, character: 12 };
  const after = updateModel(before, [{ range: { start: position, end: position }, text: '\n    effort: 2' }]);
  const [, , lensBefore] = codeLenses(before);
  const [, , lensAfter] = codeLenses(after);
  expect(lensBefore?.range.start.line).toBe(5);
  expect(lensAfter?.range.start.line).toBe(6);
  expect(lensAfter?.item).toBe(lensBefore?.item);
});

test('of a large file only the lenses of the lines asked for', () => {
  const items = Array.from({ length: 60 }, (_, index) => `  # ${index}\n  - id: f${index}\n    title: F${index}\n`).join('');
  const flow = 'metrics: []\n';
  let model = readModel('shop.kano.yaml', `${head}features:\n${items}${flow}`);
  model = updateModel(model, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: '\n' }]);
  const all = codeLenses(model);
  expect(all).toHaveLength(61);
  for (const [first, last] of [
    [0, 0],
    [4, 9],
    [5, 5],
    [40, 80],
    [180, 400],
    [-50, 6],
    [90, 89],
  ] as const) {
    const within = all.filter(({ item, range }) => !item || (range.start.line >= first && range.start.line <= last));
    expect(codeLenses(model, { first, last })).toEqual(within);
  }
});

test('tickets have lenses of their own beside the numbers, with a sign where they lead to an address', () => {
  const address = `https://tracker.example/${'a'.repeat(60)}`;
  const features = `features:
  - { id: a, title: A, tracker: PROJ-12 }
  - { id: b, title: B, tracker: [team/shop#7, "${address}"] }
  - { id: c, title: the tracker, tracker: "https://x.example/browse/AB-3" }
  - { id: d, title: no tracker }
  - { id: e, title: E, tracker: [ }
`;
  expect(lensesOf(head + features).filter((lens) => !/surveyed|matrix|error/.test(lens))).toEqual([
    '3:4 PROJ-12',
    '4:4 $(link-external) team/shop#7',
    `4:4 $(link-external) ${`tracker.example/${'a'.repeat(60)}`.slice(0, 39)}…`,
    '5:4 $(link-external) AB-3',
  ]);
});
