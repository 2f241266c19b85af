import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { productList, singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

/** The problems of each feature of a file, by code, and the analysis. */
function read(name: string) {
  const text = readFileSync(new URL(`../../fixtures/numbers/${name}.kano.yaml`, import.meta.url), 'utf8');
  const product = singleFileProduct(readModel(`${name}.kano.yaml`, text));
  const analysis = analysisOfProduct(product);
  const problems = checkDocument(product, analysis);
  const features = productList(product, 'features').map(({ item, model }) => {
    const { line } = model.locate(item.rangeOfId).start;
    const own = problems.filter(({ range }) => range.start.line === line);
    return { feature: item.value, numbers: analysis.featureAnalysis(item.value), own, codes: own.map(({ code }) => code) };
  });
  const of = (id: string) => {
    const found = features.find(({ feature }) => feature.id === id);
    if (!found) throw new Error(`No feature ${id} in ${name}`);
    return { ...found, drift: analysis.drift(found.feature), personas: analysis.personasTest(found.feature) };
  };
  return { features, problems, of };
}

/** Decisions that were once wrong: each file of test/fixtures/numbers with the right answer. */
describe('decisions on published and invented numbers', () => {
  test('two answers against two are no drift: only the number of answers is said', () => {
    const { drift, codes } = read('drift-two-answers').of('f');
    expect(drift).toMatchObject({ categories: ['A', 'M'], chiSquared: 4, degreesOfFreedom: 1 });
    // One of the 6 ways to deal two of four out, and its mirror image: the exact p is 1/3, of 2,000 draws about that.
    expect(drift?.p).toBeCloseTo(1 / 3, 1);
    expect(drift?.pAdjusted).toBe(drift?.p);
    expect(codes).toEqual(['kano/small-sample']);
  });

  test('a drift of few answers is told without coefficients', () => {
    const text = (n: number) =>
      `kano: 1\nproduct: P\nsurveys: [{ id: s, date: 2026-01-01 }]\nfeatures:\n  - { id: f, title: F, tallies: [{ counts: { A: ${n} } }, { survey: s, counts: { M: ${n} } }] }\n`;
    const message = (n: number) => {
      const product = singleFileProduct(readModel('few.kano.yaml', text(n)));
      return checkDocument(product, analysisOfProduct(product)).find(({ code }) => code === 'kano/category-drift')?.message;
    };
    expect(message(29)).toBe('F: Attractive → Must-be since the survey before: it wins less, lacking it costs more.');
    expect(message(30)).toContain('(Better 1.00 → 0.00)');
  });

  test('customers who turn to Reverse are drift, and the sentence says so and nothing else', () => {
    const { drift, own } = read('drift-to-reverse-unseen').of('f');
    expect(drift).toMatchObject({ categories: ['M', 'R'], kind: 'rejection', betterZ: null });
    expect(drift?.worseZ).toBeCloseTo(0, 12);
    expect(drift?.p).toBeLessThan(1e-28);
    expect(own.map(({ message }) => message)).toEqual(['F: Must-be → Reverse since s1: more customers reject it.']);
  });

  test('of two coefficients the one that moved is named, in its direction', () => {
    const { drift, own } = read('decay-the-other-way').of('f');
    expect(drift?.kind).toBe('decay');
    expect(own.find(({ code }) => code === 'kano/category-drift')?.message).toBe(
      'F: Attractive → One-dimensional since s1: it wins more (Better 0.55 → 0.70).',
    );
  });

  test('a category that a rule takes by one answer is ambiguous', () => {
    const { of } = read('berger-sure');
    const { numbers, codes } = of('wifi');
    expect(numbers).toMatchObject({ category: 'A', rival: 'I' });
    expect(numbers.z).toBeCloseTo(3.37, 2);
    expect(numbers.stability).toBeCloseTo(0.516, 3);
    expect(codes).toEqual(['kano/ambiguous-category', 'kano/rules-disagree']);
    // Of the 2,000 draws 546 give Must-be, 471 Indifferent and 414 One-dimensional, which has the second-largest count on its side.
    expect(of('third').numbers).toMatchObject({ category: 'M', rival: 'I' });
    expect(of('reverse').numbers).toMatchObject({ category: 'R', rival: 'A' });
    for (const id of ['third', 'reverse']) expect(of(id).codes).toContain('kano/ambiguous-category');
  });

  test('personas with opposite categories disagree, however few answers are in the other categories', () => {
    const { personas, codes } = read('personas-null').of('f');
    expect(personas).toMatchObject({ disagree: true, degreesOfFreedom: 3 });
    expect(personas?.cramersV).toBeCloseTo(0.8, 1);
    expect(personas?.p).toBeLessThan(0.0001);
    expect(codes).toContain('kano/personas-disagree');
  });

  test('of two, three and five answers nothing is said but that they are few', () => {
    const { features, problems } = read('tiny-mismatch');
    expect(features.map(({ codes }) => codes)).toEqual(Array(3).fill(['kano/small-sample']));
    expect(problems).toHaveLength(3);
  });

  test('features that cannot be significant do not hide the one that is', () => {
    const { features, of, problems } = read('holm-counts-untestable');
    expect(features).toHaveLength(21);
    const { personas } = of('real');
    expect(personas?.p).toBeCloseTo(0.0037, 3);
    expect(personas).toMatchObject({ disagree: true, pAdjusted: personas?.p });
    expect(of('u1').personas).toMatchObject({ disagree: false, degreesOfFreedom: 1 });
    expect(of('u1').personas?.p).toBeGreaterThanOrEqual(0.05);
    expect(problems.filter(({ code }) => code === 'kano/personas-disagree')).toHaveLength(1);
  });
});
