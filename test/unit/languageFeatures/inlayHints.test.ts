import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { inlayHints } from '../../../src/languageFeatures/inlayHints.ts';

const text = `kano: 1
product: Shop
features:
  - id: search   # found first
    title: Search
    tally: { A: 40 }
  - id: "gift-wrap"
    title: Gift wrap
    assumed: O
  - title: without an id
  - id: broken
    title: Broken
    tally: { A: many }
`;

function hintsIn(firstLine: number, lastLine: number): string[] {
  const model = readModel('shop.kano.yaml', text);
  const range = { start: { line: firstLine, character: 0 }, end: { line: lastLine, character: 0 } };
  return inlayHints(model, analysisOfProduct(singleFileProduct(model)), range).map(
    ({ position, label, tooltip }) => `${position.line}:${position.character} ${label} (${tooltip})`,
  );
}

test('the category stands behind the id, with the whole sentence as tooltip', () => {
  expect(hintsIn(0, 20)).toEqual([
    '3:14 ▲\u00a0Attractive (▲\u00a0Attractive · 100% of 40 · Better 1.00 · Worse 0.00)',
    '6:19 ●\u00a0One-dimensional? (●\u00a0One-dimensional? · not surveyed)',
    '10:14 tally has an error (tally has an error, not counted)',
  ]);
});

test('only ids in the range that is asked for', () => {
  expect(hintsIn(4, 6).map((hint) => hint.slice(0, 4))).toEqual(['6:19']);
  expect(hintsIn(4, 5)).toEqual([]);
});
