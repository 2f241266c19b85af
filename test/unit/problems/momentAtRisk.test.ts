import { expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
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
