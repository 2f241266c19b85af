import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { type Product, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { checkDocument, DocumentChecker } from '../../../src/problems/checkDocument.ts';

const features = (count: number) =>
  Array.from({ length: count }, (_, index) => `  - id: f${index}\n    title: F\n    tally: { M: 40 }\n    effort: 1\n`).join('');
const file = (count: number) => `kano: 1\nproduct: Shop\nsurveys:\n  - { id: s, date: 2026-01-01 }\nfeatures:\n${features(count)}`;

function check(checker: DocumentChecker, model: KanoModel, limit?: number) {
  const product = singleFileProduct(model);
  return checker.check(product, analysisOfProduct(product), limit).map(({ code, range }) => `${code} ${range.start.line}`);
}

function insert(model: KanoModel, line: number, text: string): KanoModel {
  const position = { line, character: 0 };
  return updateModel(model, [{ range: { start: position, end: position }, text }]);
}

test('settings that change are brought to every feature, not only to the edited ones', () => {
  const checker = new DocumentChecker();
  const text = file(2).replaceAll('M: 40', 'M: 40, O: 39, Q: 1');
  const before = readModel('x', text);
  expect(check(checker, before)).toContain('kano/ambiguous-category 5');
  const after = insert(before, 2, 'analysis: { rule: lead, lead: 0.5 }\n');
  const product = singleFileProduct(after);
  expect(checker.check(product, analysisOfProduct(product))).toEqual(checkDocument(product, analysisOfProduct(product)));
});

test('a definition that comes or goes changes what is said of items far away', () => {
  const checker = new DocumentChecker();
  const before = readModel('x', file(3));
  expect(check(checker, before)).toEqual(['kano/unused-definition 3']);
  const twice = insert(before, 5, '  - id: f2\n    title: Again\n');
  expect(check(checker, twice)).toContain('kano/duplicate-id 15');
  const using = insert(twice, 7, '  - id: new\n    title: N\n    dependsOn: [f9]\n    tallies: [{ survey: s, counts: { M: 40 } }]\n');
  expect(check(checker, using)).toContain('kano/unknown-reference 9');
  expect(check(checker, using)).not.toContain('kano/unused-definition 3');
});

test('an id that breaks the schema, and comes or goes, settles what refers to it', () => {
  const checker = new DocumentChecker();
  const using = readModel('x', file(1).replace('title: F', 'title: F\n    dependsOn: ["2026"]'));
  expect(check(checker, using)).toContain('kano/unknown-reference 7');
  expect(check(checker, insert(using, 5, '  - id: 2026\n    title: Y\n'))).not.toContain('kano/unknown-reference 9');
  // Read anew, so that the id was never missing.
  const faulty = readModel('x', insert(using, 5, '  - id: 2026\n    title: Y\n').text);
  expect(check(checker, faulty)).not.toContain('kano/unknown-reference 9');
  const gone = updateModel(faulty, [{ range: { start: { line: 5, character: 0 }, end: { line: 7, character: 0 } }, text: '' }]);
  expect(check(checker, gone)).toContain('kano/unknown-reference 7');
});

test('a version of a file that is asked again, or out of order, is answered like any other', () => {
  const first = readModel('x', file(50));
  const second = insert(first, 5, '  - id: f7\n    title: Again\n');
  const third = insert(second, 5, '  - id: f8\n    title: Again\n');
  const checker = new DocumentChecker();
  for (const version of [first, third, second, third, first]) {
    const product = singleFileProduct(version);
    expect(checker.check(product, analysisOfProduct(product))).toEqual(checkDocument(product, analysisOfProduct(product)));
  }
});

test('files used by the product are looked at too, whichever of them changes', () => {
  const used = readModel('journey', 'kano: 1\nproduct: J\ntouchpoints:\n  - { id: search, name: Search }\n');
  const opened = readModel('x', file(2).replace('title: F', 'title: F\n    touchpoints: [search]'));
  const product = (journey: KanoModel): Product => ({
    opened,
    models: [opened, journey],
    unresolvedUses: [],
    uses: [],
    usedThrough: new Map(),
  });
  const checker = new DocumentChecker();
  const codes = (journey: KanoModel) =>
    checker.check(product(journey), analysisOfProduct(product(journey))).map(({ code, range }) => `${code} ${range.start.line}`);
  expect(codes(used)).toEqual(['kano/unused-definition 3']);
  const position = { line: 3, character: 12 };
  expect(codes(updateModel(used, [{ range: { start: position, end: position }, text: 'x' }]))).toContain('kano/unknown-reference 7');
});

test('of more problems than the limit the most severe are kept', () => {
  const model = readModel('x', `${file(30).replaceAll('    tally: { M: 40 }\n', '')}  - id: last\n    tilte: L\n`);
  const all = check(new DocumentChecker(), model);
  const few = check(new DocumentChecker(), model, 5);
  expect(all.length).toBeGreaterThan(30);
  expect(few).toEqual(['kano/not-surveyed 5', 'kano/not-surveyed 8', 'kano/not-surveyed 11', 'kano/schema 95', 'kano/schema 96']);
});

test('what a comment silences takes no place from what remains', () => {
  const few = features(30).replaceAll('M: 40', 'M: 4');
  const text = `# kano-disable-file kano/small-sample\nkano: 1\nproduct: Shop\nfeatures:\n${few}  - id: last\n    title: L\n`;
  const model = readModel('x', text);
  const all = check(new DocumentChecker(), model);
  expect(all).toContain('kano/not-surveyed 124');
  expect(check(new DocumentChecker(), model, all.length)).toEqual(all);
});
