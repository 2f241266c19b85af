import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { rangeContains } from '../../../src/document/yaml/position.ts';
import { documentSymbols, workspaceSymbols } from '../../../src/languageFeatures/symbols.ts';
import { readExample } from '../examples/readExample.ts';
import { inLanguage } from '../terms/speak.ts';
import { shownRange, textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Shop\n';

function symbolsOf(text: string): readonly DocumentSymbol[] {
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  return documentSymbols(product.opened, analysisOfProduct(product));
}

/** One line a symbol, indented: name, detail, selected text. */
function outline(text: string): string[] {
  const show = (symbol: DocumentSymbol, depth: number): string[] => [
    `${'  '.repeat(depth)}${symbol.name} | ${symbol.detail ?? ''} | ${textIn(text, symbol.selectionRange)}`,
    ...(symbol.children ?? []).flatMap((child) => show(child, depth + 1)),
  ];
  return symbolsOf(text).flatMap((symbol) => show(symbol, 0));
}

const shop = `# Our shop
${head}touchpoints:
  - id: search
    name: Product search

  # speaks of the next
  - { id: basket, name: Basket }
surveys: [{ id: s, date: 2026-09-15 }]
features:
  - id: a
    title: Description
    tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }
  - title: Voice
    id: b
    tally: { M: 9, O: 3, I: 2 }
  - { id: c, title: C, tally: { M: 14, O: 13, A: 3, I: 4 } }
  - { id: d, title: D, assumed: A }
  - { id: e, title: E }
  - { id: f, title: F, tally: { M: many } }
`;

describe('the outline', () => {
  it('holds the product, its lists in the order of the text, and their items with what counts of them', () => {
    expect(outline(shop)).toEqual([
      'Shop |  | Shop',
      '  Touchpoints | 2 | touchpoints',
      '    Product search | search | search',
      '    Basket | basket | basket',
      '  Surveys | 1 | surveys',
      '    s |  | s',
      '  Features | 6 | features',
      '    Description | Must-be · 61% of 100 | a',
      '    Voice | Must-be · 9 of 14 | b',
      '    C | Must-be or One-dimensional · 41% / 38% of 34 | c',
      '    D | Attractive? (assumed) | d',
      '    E | Not surveyed | e',
      '    F | tally has an error | f',
    ]);
  });

  it('reaches from the dash of an item to its last line, and over the whole list and file', () => {
    const [product] = symbolsOf(shop);
    const [touchpoints, surveys, features] = product?.children ?? [];
    expect(product && shownRange(product.range)).toBe(`0:0-${shop.split('\n').length - 1}:0`);
    expect(touchpoints && textIn(shop, touchpoints.range)).toBe(
      'touchpoints:\n  - id: search\n    name: Product search\n\n  # speaks of the next\n  - { id: basket, name: Basket }',
    );
    expect(touchpoints?.children?.map(({ range }) => textIn(shop, range))).toEqual([
      '- id: search\n    name: Product search',
      '- { id: basket, name: Basket }',
    ]);
    expect(surveys?.children?.map(({ range }) => textIn(shop, range))).toEqual(['{ id: s, date: 2026-09-15 }']);
    expect(features?.children?.[1] && textIn(shop, features.children[1].range)).toBe(
      '- title: Voice\n    id: b\n    tally: { M: 9, O: 3, I: 2 }',
    );
  });

  it('reaches to the end of what is written in a broken item, without the comments that speak of the next', () => {
    const text = `${head}features:\n  - id: a\n    title: "A\n\n  # one\n\n  # two\n  - id: b\n`;
    const items = symbolsOf(text)[0]?.children?.[0]?.children ?? [];
    expect(items.map(({ range }) => textIn(text, range))).toEqual(['- id: a\n    title: "A', '- id: b']);
  });

  it('is the same with CRLF, and speaks Chinese', () => {
    expect(outline(shop.replaceAll('\n', '\r\n'))).toEqual(outline(shop));
    expect(inLanguage('zh-cn', () => outline(shop))[8]).toBe('    Voice | 必备型 · 14 人中 9 人 | b');
  });

  const broken: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['[', []],
    ['kano: 1\n', ['(product without a name) |  | kano']],
    [`${head}features:\n`, ['Shop |  | Shop', '  Features | 0 | features']],
    [`${head}features:\n  -\n`, ['Shop |  | Shop', '  Features | 1 | features', '    (feature without a name) | Not surveyed | -']],
    [
      `${head}features:\n  - id: a\n    title: "A\n  - id: b\n    title: B\n`,
      ['Shop |  | Shop', '  Features | 2 | features', '    A | tally has an error | a', '    B | Not surveyed | b'],
    ],
    [`${head}stages: [{ id: a, name: A\n`, ['Shop |  | Shop', '  Stages | 1 | stages', '    A | a | a']],
    ['features:\n  - id: a\n', ['(product without a name) |  | features', '  Features | 1 | features', '    a | Not surveyed | a']],
    [
      `${head}stages:\n  - name: Discover\n  - 5\n`,
      ['Shop |  | Shop', '  Stages | 2 | stages', '    Discover |  | name', '    (stage without a name) |  | 5'],
    ],
  ];

  it.each(broken)('of %j', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it.each(['web-shop/shop.kano.yaml', 'web-shop-zh/shop.kano.yaml'])('keeps everything inside what it belongs to: %s', async (name) => {
    const check = (symbol: DocumentSymbol, parent: DocumentSymbol | undefined): void => {
      const inside = (outer: DocumentSymbol['range'], inner: DocumentSymbol['range']) =>
        rangeContains(outer, inner.start) && rangeContains(outer, inner.end);
      expect(inside(symbol.range, symbol.selectionRange)).toBe(true);
      if (parent) expect(inside(parent.range, symbol.range)).toBe(true);
      for (const child of symbol.children ?? []) check(child, symbol);
    };
    const { product, analysis } = await readExample(name);
    const symbols = documentSymbols(product.opened, analysis);
    expect(symbols).toHaveLength(1);
    for (const symbol of symbols) check(symbol, undefined);
  });

  it('shortens names that are longer than anybody reads', () => {
    const name = symbolsOf(`${head}features:\n  - { id: a, title: ${'x'.repeat(100_000)} }\n`)[0]?.children?.[0]?.children?.[0]?.name;
    expect(name).toHaveLength(200);
  });
});

describe('the search over the workspace', () => {
  const journey = `kano: 1\nproduct: Journey\ntouchpoints:\n  - { id: search, name: Product search }\n`;
  const models = [readModel('shop.kano.yaml', shop), readModel('journey.kano.yaml', journey)];
  const found = (query: string, limit = 100) =>
    workspaceSymbols(models, query, limit).map(
      ({ name, containerName, location }) => `${name} | ${containerName} | ${location.uri} ${shownRange(location.range)}`,
    );

  it('finds by name, by id, by letters in their order, in any case', () => {
    const search = [
      'Product search · search | Shop | shop.kano.yaml 4:8-4:14',
      'Product search · search | Journey | journey.kano.yaml 3:10-3:16',
    ];
    expect(found('product s')).toEqual(search);
    expect(found('SEARCH')).toEqual(search);
    expect(found('prsea')).toEqual(search);
    expect(found('Voice')).toEqual(['Voice · b | Shop | shop.kano.yaml 15:8-15:9']);
    expect(found('nothing like it')).toEqual([]);
  });

  it('gives those that hold the query as it stands first, and no more than it may', () => {
    expect(found('b')).toHaveLength(2);
    expect(found('bt')).toEqual(['Basket · basket | Shop | shop.kano.yaml 8:10-8:16']);
    expect(found('')).toHaveLength(10);
    expect(found('', 3)).toHaveLength(3);
    const near = readModel('n', `${head}stages:\n  - { id: x-y, name: X Y }\n  - { id: xy, name: xy }\n`);
    expect(workspaceSymbols([near], 'xy', 1).map(({ name }) => name)).toEqual(['X Y · x-y']);
  });
});

it('names of a list with more than 2,000 items only how many there are', () => {
  const items = (number: number) => Array.from({ length: number }, (_, index) => `  - { id: f${index}, title: F }\n`).join('');
  const text = (number: number) => `${head}stages: [{ id: s, name: S }]\nfeatures:\n${items(number)}`;
  expect(outline(text(2_000))).toHaveLength(2_004);
  expect(outline(text(2_001)).slice(1)).toEqual(['  Stages | 1 | stages', '    S | s | s', '  Features | 2,001 | features']);
  const features = symbolsOf(text(2_001))[0]?.children?.at(-1);
  expect(features?.range.end.line).toBeGreaterThanOrEqual(2_004);
});
