import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { Item } from '../../../src/document/item.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import type { TextChange } from '../../../src/document/yaml/position.ts';
import { codeLenses } from '../../../src/languageFeatures/codeLenses.ts';
import { documentLinks } from '../../../src/languageFeatures/documentLinks.ts';
import { documentSymbols } from '../../../src/languageFeatures/symbols.ts';
import { DocumentChecker } from '../../../src/problems/checkDocument.ts';

const features = 300;
const linesPerFeature = 6;
const listLine = 7;

/** Every third feature leads out of the file, needs another and is needed; a comment silences one problem, and one survey is unknown. */
const text = `kano: 1
product: Shop
surveys:
  - { id: s, date: 2026-01-01 }
personas:
  - { id: p, name: P }
  - { id: q, name: Q }
features: # kano-disable-line kano/schema
${Array.from({ length: features }, (_, index) => {
  const other = index % 3 === 0 ? `dependsOn: [f${(index + 3) % features === 0 ? 1 : (index + 3) % features}]` : 'status: planned';
  const survey = index === 90 ? 't' : 's';
  return [
    `  - id: f${index}`,
    `    title: Feature ${index}`,
    `    ${other}`,
    '    tallies:',
    `      - { survey: ${survey}, persona: p, counts: { M: 60, I: 10 } }`,
    `      - { survey: s, persona: q, counts: { M: 60, I: 10 } }`,
  ].join('\n');
}).join('\n')}
`;

const middle = listLine + 1 + 150 * linesPerFeature;

describe('a keystroke in a file of 300 features', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each<[string, TextChange, number]>([
    ['in a title', change(middle + 1, 15, 'x'), 12],
    ['in the digits of a tally', change(middle + 4, 44, '1'), 12],
    ['in a dependency', change(middle + 2, 16, 'f'), 12],
    ['that brings a comment that silences something', change(middle + 1, 21, ' # kano-disable-line kano/schema'), 12],
    ['that breaks the item', change(middle + 1, 11, '"'), 12],
    ['that parts the item', change(middle + 1, 4, '\n  - '), 16],
    ['that inserts a feature', change(middle, 0, '  - id: new\n    title: New\n'), 16],
    ['that deletes a feature', { range: { start: at(middle, 0), end: at(middle + linesPerFeature, 0) }, text: '' }, 12],
    ['at the top of the file', change(1, 9, 'x'), 12],
    ['in a comment between the lists', change(listLine, 12, 'x'), 12],
    ['in a survey', change(3, 30, ' '), 12],
    ['in the last feature', change(listLine + 2 + (features - 1) * linesPerFeature, 15, 'x'), 12],
  ])('%s looks at what it changed, and at no other item', (_, edit, most) => {
    const { model, checker } = opened();
    const look = watch(model);
    finish(updateModel(model, [edit]), checker);
    expect(look.items.size).toBeLessThanOrEqual(most);
    expect(look.texts.size).toBeLessThanOrEqual(most);
  });

  it('above all features moves their symbols in the outline, and reads the ranges of none anew', () => {
    const { model } = opened();
    const before = outlined(model);
    const read = vi.spyOn(Item.prototype, 'rangeOfId', 'get');
    const after = outlined(updateModel(model, [change(1, 9, 'x\n# ')]));
    expect(read.mock.contexts.filter((item) => (item as Item).list === 'features')).toEqual([]);
    expect(after.map(({ range }) => range.start.line)).toEqual(before.map(({ range }) => range.start.line + 1));
  });

  it('is watched by something that sees every item that a first check looks at', () => {
    const { model } = opened();
    const look = watch(model);
    finish(model, new DocumentChecker());
    expect(look.items.size).toBeGreaterThanOrEqual(features);
  });
});

function at(line: number, character: number) {
  return { line, character };
}

function change(line: number, character: number, inserted: string): TextChange {
  return { range: { start: at(line, character), end: at(line, character) }, text: inserted };
}

function opened() {
  const model = readModel('file:///shop.kano.yaml', text);
  const checker = new DocumentChecker();
  finish(model, checker);
  // The first key after opening may still build what later ones take over.
  const next = updateModel(model, [change(middle + 7, 15, 'y')]);
  finish(next, checker);
  return { model: next, checker };
}

/** The features in the outline of a file. */
function outlined(model: KanoModel) {
  const symbols = documentSymbols(model, analysisOfProduct(singleFileProduct(model)))[0]?.children ?? [];
  return symbols.find(({ children }) => children?.length === features)?.children ?? [];
}

/** All that is asked after an edit: problems, links, and the lenses around the cursor. */
function finish(model: KanoModel, checker: DocumentChecker): void {
  const product = singleFileProduct(model);
  checker.check(product, analysisOfProduct(product), 1000);
  documentLinks(model);
  codeLenses(model, { first: middle, last: middle });
}

/** The items whose content, and the texts of segments that, are looked at from now on. */
function watch(model: KanoModel) {
  const items = new Set<unknown>();
  const texts = new Set<unknown>();
  const value = Object.getOwnPropertyDescriptor(Item.prototype, 'value')?.get;
  vi.spyOn(Item.prototype, 'value', 'get').mockImplementation(function (this: Item) {
    items.add(this);
    return value?.call(this);
  });
  for (const { segment } of model.segments) {
    const { text: written } = segment;
    Object.defineProperty(segment, 'text', {
      get: () => {
        texts.add(segment);
        return written;
      },
    });
  }
  return { items, texts };
}
