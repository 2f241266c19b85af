import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { DocumentChecker } from '../../../src/problems/checkDocument.ts';
import { starterFile } from '../../../src/report/starterFile.ts';
import { languages } from '../../../src/terms/language.ts';
import { inLanguage } from '../terms/speak.ts';

function productOf(text: string) {
  return singleFileProduct(readModel('starter.kano.yaml', text));
}

describe.each(languages)('the first file in %s', (language) => {
  const text = inLanguage(language, starterFile);

  it('has no problem of any severity', () => {
    const product = productOf(text);
    expect(new DocumentChecker().check(product, analysisOfProduct(product))).toEqual([]);
  });

  it('has none with the example that is commented out either, but that nobody was asked about it', () => {
    const product = productOf(text.replace(/^ {2}# {1,3}(?=- id|title:|assumed:)/gm, (start) => start.replace('# ', '')));
    expect(product.opened.list('features').map(({ value }) => value.assumed)).toEqual([undefined, undefined, 'A']);
    expect(new DocumentChecker().check(product, analysisOfProduct(product)).map(({ code }) => code)).toEqual(['kano/not-surveyed']);
  });

  it('shows a must-be and an attractive feature', () => {
    const product = productOf(text);
    const analysis = analysisOfProduct(product);
    expect(product.opened.list('features').map(({ value }) => analysis.featureAnalysis(value).category)).toEqual(['M', 'A']);
  });
});

it('speaks both languages', () => {
  expect(inLanguage('zh-cn', starterFile)).toContain('product: 我的产品');
  expect(inLanguage('en', starterFile)).toContain('product: My product');
});
