import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

it('is about the features at the touchpoint, not about those whose evidence names it', () => {
  const messages = (touchpoints: string) => {
    const product = singleFileProduct(
      readModel(
        'a.kano.yaml',
        `kano: 1
product: Shop
touchpoints: [{ id: till, name: Checkout, moment: using }, { id: home, name: Home }]
features:
  - { id: a, title: A, touchpoints: [${touchpoints}], tally: { M: 60 }, evidence: [{ source: r, complaints: 3, touchpoint: till }] }
`,
      ),
    );
    return checkDocument(product, analysisOfProduct(product)).filter(({ code }) => code === 'kano/moment-at-risk').length;
  };
  expect([messages('home'), messages('till'), messages('till, till')]).toEqual([0, 1, 1]);
});

describe('names the features in the order of the text', () => {
  const head = 'kano: 1\nproduct: Shop\ntouchpoints: [{ id: till, name: Checkout, moment: using }]\nfeatures:';
  const feature = (id: string) => `  - { id: ${id}, title: ${id}, touchpoints: [till], tally: { M: 60 } }\n`;
  const named = (model: KanoModel) => {
    const product = singleFileProduct(model);
    const found = checkDocument(product, analysisOfProduct(product)).find(({ code }) => code === 'kano/moment-at-risk');
    return /: ([^:]*)\. Build/.exec(found?.message ?? '')?.[1];
  };
  const change = (model: KanoModel, first: number, end: number, text: string) =>
    updateModel(model, [{ range: { start: { line: first, character: 0 }, end: { line: end, character: 0 } }, text }]);

  it('whichever of them was typed last', () => {
    const first = readModel('a.kano.yaml', `${head}\n${['A', 'B', 'C'].map(feature).join('')}`);
    expect(named(first)).toBe('A, B and C');
    const added = change(first, 4, 4, feature('D'));
    expect(named(added)).toBe('D, A, B and C');
    const edited = change(added, 6, 7, feature('E'));
    expect(named(edited)).toBe('D, A, E and C');
    expect(named(change(edited, 5, 6, ''))).toBe('D, E and C');
    expect(named(change(edited, 5, 6, feature('A').replace('M: 60', 'O: 60')))).toBe('D, E and C');
    expect(named(first)).toBe('A, B and C');
  });

  it('in a flow list', () => {
    expect(named(readModel('a.kano.yaml', `${head} [${['A', 'B', 'C'].map((id) => feature(id).trim().slice(2)).join(', ')}]\n`))).toBe(
      'A, B and C',
    );
  });
});
