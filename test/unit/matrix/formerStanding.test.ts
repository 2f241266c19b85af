import { expect, it } from 'vitest';
import { productList } from '../../../src/document/product.ts';
import { formerStanding, matrixPoints } from '../../../src/matrix/matrixPoint.ts';
import { analysed } from '../report/analysed.ts';

it('a survey that everybody rejected or contradicted is a survey before, without coefficients', () => {
  const surveys = 'surveys: [{ id: s1, date: 2025-01-01 }, { id: s2, date: 2026-01-01 }]';
  const tallies = '[{ survey: s1, counts: { R: 60, Q: 5 } }, { survey: s2, counts: { A: 60, I: 5 } }]';
  const { product, analysis } = analysed(`kano: 1\nproduct: P\n${surveys}\nfeatures: [{ id: f, title: F, tallies: ${tallies} }]\n`);
  const [feature = {}] = productList(product, 'features').map(({ item }) => item.value);
  const expected = { category: 'R', better: null, worse: null, significant: true };
  expect(formerStanding(analysis.featureAnalysis(feature), analysis)).toEqual(expected);
  expect(matrixPoints([feature], analysis)[0]?.before).toEqual(expected);
});
