import { expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

function messages(text: string): readonly string[] {
  const product = singleFileProduct(readModel('file:///shop.kano.yaml', text));
  const problems = checkDocument(product, analysisOfProduct(product));
  return problems.filter(({ code }) => code === 'kano/unknown-reference').map(({ message }) => message);
}

/** A thousand features, the first ones of which each need one that is mistyped. */
function withUnknown(count: number): string {
  const needs = (index: number) => (index < count ? `, dependsOn: [feature-name-${index}x]` : '');
  const features = Array.from({ length: 1000 }, (_, index) => `  - { id: feature-name-${index}, title: A, status: idea${needs(index)} }\n`);
  return `kano: 1\nproduct: Shop\nfeatures:\n${features.join('')}`;
}

it('unknown ids are answered with the nearest known one as long as they are few', () => {
  const few = messages(withUnknown(200));
  expect(few).toHaveLength(200);
  expect(few.every((message) => /feature-name-\d+x.*feature-name-\d+\b(?!x)/.test(message))).toBe(true);
  const many = messages(withUnknown(201));
  expect(many).toHaveLength(201);
  expect(many.some((message) => /feature-name-\d+\b(?!x)/.test(message))).toBe(false);
});
