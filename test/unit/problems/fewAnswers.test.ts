import fc from 'fast-check';
import { expect, it } from 'vitest';
import { total } from '../../../src/analysis/counts.ts';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { type Category, type Counts, categories } from '../../../src/document/format/model.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';
import type { ProblemCode } from '../../../src/problems/index.ts';
import { anyRule, anyTable, smallCounts } from '../analysis/arbitraries.ts';

/** Problems that say how sure the numbers are, or what else they could mean. */
const aboutTheNumbers: readonly ProblemCode[] = [
  'kano/small-sample',
  'kano/ambiguous-category',
  'kano/rules-disagree',
  'kano/quadrant-mismatch',
  'kano/questionable-answers',
  'kano/split-answers',
  'kano/assumption-contradicted',
];

function codesOf(counts: Counts, assumed: Category, analysis: object): readonly string[] {
  const feature = { id: 'a', title: 'A', assumed, tally: counts };
  const model = readModel('shop.kano.yaml', JSON.stringify({ kano: 1, product: 'P', analysis, features: [feature] }));
  const product = singleFileProduct(model);
  return checkDocument(product, analysisOfProduct(product)).map(({ code }) => code);
}

it('of fewer than 30 answers one problem speaks, whatever they are; of more, each of the others and never that one', () => {
  const heard = new Set<string>();
  fc.assert(
    fc.property(smallCounts(15), fc.constantFrom(...categories), anyRule, anyTable, (counts, assumed, rule, table) => {
      const n = total(counts);
      const codes = codesOf(counts, assumed, { rule, table });
      if (n === 0) expect(codes).toEqual(['kano/not-surveyed']);
      else if (n < 30) expect(codes).toEqual(['kano/small-sample']);
      else expect(codes).not.toContain('kano/small-sample');
      for (const code of codes) heard.add(code);
    }),
    {
      numRuns: 1500,
      seed: 30,
      examples: [
        [noAnswersBut({ M: 28, R: 1 }), 'A', 'mode', 'standard'],
        [noAnswersBut({ M: 28, R: 2 }), 'A', 'mode', 'standard'],
      ],
    },
  );
  expect([...heard].sort()).toEqual(expect.arrayContaining([...aboutTheNumbers].sort()));
});

function noAnswersBut(counts: Partial<Counts>): Counts {
  return { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0, ...counts };
}
