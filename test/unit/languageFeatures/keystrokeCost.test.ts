import { afterEach, describe, expect, it, vi } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { Item } from '../../../src/document/item.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import type { TextChange } from '../../../src/document/yaml/position.ts';
import { codeLenses, codeLensTitle } from '../../../src/languageFeatures/codeLenses.ts';
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

const places = 40;
const linesPerJourneyFeature = 9;
const journeyListLine = 4 + 4 * (places + 1);

/** Every feature is open and expected at a touchpoint, two of which are moments of truth, or shipped and is meant to move a metric; people speak of every one. */
const journeyText = `kano: 1
product: Shop
surveys:
  - { id: s, date: 2026-01-01 }
stages:
${lines((index) => `  - { id: g${index}, name: G }`)}
touchpoints:
${lines((index) => `  - { id: t${index}, name: T, stage: g${index},${index < 2 ? ' moment: using,' : ''} pains: [{ id: pain-${index}, pain: slow }] }`)}
metrics:
${lines((index) => `  - { id: m${index}, name: M, kind: satisfaction, readings: [{ date: 2026-01-01, value: 3 }, { date: 2026-08-01, value: 4 }] }`)}
valueChain:
${lines((index) => `  - { activity: operations, bottlenecks: [{ id: bottleneck-${index}, bottleneck: slow }] }`)}
features:
${Array.from({ length: features }, (_, index) => {
  const place = index % places;
  return [
    `  - id: f${index}`,
    `    title: Feature ${index}`,
    `    status: ${index % 2 === 0 ? 'planned' : 'shipped'}`,
    index % 2 === 0 ? '    effort: 1' : '    shipped: 2026-06-01',
    `    touchpoints: [t${place}]`,
    `    relieves: [pain-${place}, bottleneck-${place}]`,
    `    moves: [m${index % 2}]`,
    `    evidence: [{ source: reviews, date: 2026-08-31, complaints: ${40 + (index % 3)}, compliments: 41 }]`,
    '    tallies: [{ survey: s, counts: { M: 60, I: 10 } }]',
  ].join('\n');
}).join('\n')}
`;

const journeyMiddle = journeyListLine + 1 + 150 * linesPerJourneyFeature;

afterEach(() => vi.restoreAllMocks());

describe('a keystroke in a file of 300 features', () => {
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
    const { model, checker } = opened(text, middle);
    const look = watch(model);
    finish(updateModel(model, [edit]), checker, middle);
    expect(look.items.size).toBeLessThanOrEqual(most);
    expect(look.texts.size).toBeLessThanOrEqual(most);
  });

  it('above all features moves their symbols in the outline, and reads the ranges of none anew', () => {
    const { model } = opened(text, middle);
    const before = outlined(model);
    const read = vi.spyOn(Item.prototype, 'rangeOfId', 'get');
    const after = outlined(updateModel(model, [change(1, 9, 'x\n# ')]));
    expect(read.mock.contexts.filter((item) => (item as Item).list === 'features')).toEqual([]);
    expect(after.map(({ range }) => range.start.line)).toEqual(before.map(({ range }) => range.start.line + 1));
  });

  it('is watched by something that sees every item that a first check looks at', () => {
    const { model } = opened(text, middle);
    const look = watch(model);
    finish(model, new DocumentChecker(), middle);
    expect(look.items.size).toBeGreaterThanOrEqual(features);
    expect(look.segments.size).toBeGreaterThanOrEqual(features);
  });
});

describe('a keystroke in a file with all keys of the journey', () => {
  const inFeature = (line: number, character: number, inserted: string) => change(journeyMiddle + line, character, inserted);

  it.each<[string, TextChange]>([
    ['in a title', inFeature(1, 15, 'x')],
    ['in the digits of a tally', inFeature(8, 41, '1')],
    ['in the day on which it shipped', change(journeyMiddle + linesPerJourneyFeature + 3, 22, '9')],
    ['that takes a touchpoint away', change(journeyMiddle + 4, 18, 'x')],
    ['in what it relieves', inFeature(5, 16, 'x')],
    ['in what it is meant to move', inFeature(6, 12, 'x')],
    ['that inserts a feature', inFeature(0, 0, '  - { id: new, title: New, touchpoints: [t1], tally: { M: 60 } }\n')],
    ['that deletes a feature', { range: { start: at(journeyMiddle, 0), end: at(journeyMiddle + linesPerJourneyFeature, 0) }, text: '' }],
    ['in a pain', change(5 + places + 1 + 10, 78, 'x')],
    ['in a reading', change(5 + 2 * (places + 1) + 10, 85, '1')],
  ])('%s looks at what it changed, and at few others', (_, edit) => {
    const { model, checker } = opened(journeyText, journeyMiddle);
    const look = watch(model);
    finish(updateModel(model, [edit]), checker, journeyMiddle);
    expect(look.items.size).toBeLessThanOrEqual(30);
    expect(look.texts.size).toBeLessThanOrEqual(12);
  });

  it.each<[string, TextChange]>([
    ['in a title', inFeature(1, 15, 'x')],
    ['in the digits of a tally', inFeature(8, 41, '1')],
    ['that takes a touchpoint away', change(journeyMiddle + 4, 18, 'x')],
    ['that deletes a feature', { range: { start: at(journeyMiddle, 0), end: at(journeyMiddle + linesPerJourneyFeature, 0) }, text: '' }],
  ])('%s does not even pass the others on the way', (_, edit) => {
    const { model, checker } = opened(journeyText, journeyMiddle);
    const look = watch(model);
    finish(updateModel(model, [edit]), checker, journeyMiddle);
    expect(look.segments.size).toBeLessThanOrEqual(20);
  });
});

/** A line for each of the places on the journey. */
function lines(lineOf: (index: number) => string): string {
  return Array.from({ length: places }, (_, index) => lineOf(index)).join('\n');
}

function at(line: number, character: number) {
  return { line, character };
}

function change(line: number, character: number, inserted: string): TextChange {
  return { range: { start: at(line, character), end: at(line, character) }, text: inserted };
}

function opened(content: string, line: number) {
  const model = readModel('file:///shop.kano.yaml', content);
  const checker = new DocumentChecker();
  finish(model, checker, line);
  // The first key after opening may still build what later ones take over.
  const next = updateModel(model, [change(line + 7, 15, 'y')]);
  finish(next, checker, line);
  return { model: next, checker };
}

/** The features in the outline of a file. */
function outlined(model: KanoModel) {
  const symbols = documentSymbols(model, analysisOfProduct(singleFileProduct(model)))[0]?.children ?? [];
  return symbols.find(({ children }) => children?.length === features)?.children ?? [];
}

/** All that is asked after an edit: problems, links, and the lenses around the cursor. */
function finish(model: KanoModel, checker: DocumentChecker, line: number): void {
  const product = { ...singleFileProduct(model), asOf: '2026-10-01' };
  const analysis = analysisOfProduct(product);
  checker.check(product, analysis, 1000);
  documentLinks(model);
  for (const lens of codeLenses(model, { first: line, last: line })) codeLensTitle(lens, analysis);
}

/** The items whose content, the segments whose item, and those whose text is looked at from now on. */
function watch(model: KanoModel) {
  const items = new Set<unknown>();
  const texts = new Set<unknown>();
  const segments = new Set<unknown>();
  const value = Object.getOwnPropertyDescriptor(Item.prototype, 'value')?.get;
  vi.spyOn(Item.prototype, 'value', 'get').mockImplementation(function (this: Item) {
    items.add(this);
    return value?.call(this);
  });
  for (const read of model.segments) {
    const { segment, item } = read;
    Object.defineProperty(read, 'item', {
      get: () => {
        segments.add(read);
        return item;
      },
    });
    const { text: written } = segment;
    Object.defineProperty(segment, 'text', {
      get: () => {
        texts.add(segment);
        return written;
      },
    });
  }
  return { items, texts, segments };
}
