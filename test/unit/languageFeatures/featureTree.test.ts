import { expect, test } from 'vitest';
import { analysisOfProduct, type ProductAnalysis } from '../../../src/analysis/productAnalysis.ts';
import { finish } from '../../../src/base/steps.ts';
import type { Feature } from '../../../src/document/format/model.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { type FeatureGrouping, featureTreeInSteps, fileSummaryInSteps, summaryFact } from '../../../src/languageFeatures/featureTree.ts';
import { kanoFile } from '../../bench/kanoFile.ts';
import { inBoth } from '../terms/speak.ts';

const shop = `kano: 1
product: Shop
stages:
  - { id: discover, name: Discover }
  - { id: pay, name: Pay }
touchpoints:
  - { id: search, name: Search, stage: discover }
  - { id: shelf, name: Shelf, stage: discover }
  - { id: till, name: Till, stage: nowhere }
features:
  - { id: done, title: Done, status: shipped, touchpoints: [search], tally: { M: 90 } }
  - { id: fast, title: Fast, touchpoints: [search, shelf, search], tally: { M: 40, O: 10 } }
  - { id: exact, title: Exact, touchpoints: [till], tally: { M: 50 } }
  - { id: guess, title: Guess, assumed: A, touchpoints: [unknown] }
  - { id: asked, title: Asked, tally: { M: 1, Q: 40 } }
  - { id: open }
  - status: idea
`;
const bank = shop.replace('Shop', 'Bank').replaceAll('Fast', 'Quick');

const featureTree = (...asked: Parameters<typeof featureTreeInSteps>) => finish(featureTreeInSteps(...asked));

function tree(grouping: FeatureGrouping, ...texts: string[]) {
  const products = texts.map((text, index) => singleFileProduct(readModel(`${index}.kano.yaml`, text)));
  const groups = featureTree(
    products.map((product) => ({ product, analysis: analysisOfProduct(product) })),
    grouping,
  );
  return groups.map(({ label, features }) => `${label}: ${features.map((feature) => feature.label).join(', ')}`);
}

test('features by category, in the order in which they are built, closed ones last', () => {
  expect(tree('category', shop)).toEqual([
    'Must-be: Exact, Fast, Done',
    'Attractive: Guess',
    'Not surveyed: open, (feature without a name)',
    'Questionable: Asked',
  ]);
});

test('features at their touchpoints, in journey order, each once under each', () => {
  expect(tree('touchpoint', shop)).toEqual([
    'Search: Fast, Done',
    'Shelf: Fast',
    'Till: Exact',
    'At no touchpoint: Guess, open, (feature without a name), Asked',
  ]);
});

test('features by stage, those whose touchpoint has none known at the end', () => {
  expect(tree('stage', shop)).toEqual(['Discover: Fast, Done', 'At no stage: Exact, Guess, open, (feature without a name), Asked']);
});

test('several products under the same headings, with their names', () => {
  expect(tree('touchpoint', shop, bank)[0]).toBe('Search: Fast, Quick, Done, Done');
  expect(tree('touchpoint', shop, bank.replace('name: Search', 'name: Counter'))).toContain('Counter: Quick, Done');
  const product = (text: string) => {
    const opened = singleFileProduct(readModel('a.kano.yaml', text));
    return { product: opened, analysis: analysisOfProduct(opened) };
  };
  const descriptions = (grouping: FeatureGrouping, ...texts: string[]) =>
    featureTree(texts.map(product), grouping)[0]?.features.map(({ description }) => description);
  expect(descriptions('touchpoint', shop)).toEqual(['Must-be · 80% of 50', 'Must-be · 100% of 90']);
  expect(descriptions('category', shop)).toEqual(['Worse −1.00', 'Worse −1.00', 'Worse −1.00']);
  expect(descriptions('category', shop, bank)?.slice(0, 2)).toEqual(['Worse −1.00 · Shop', 'Worse −1.00 · Bank']);
});

test('under a category a feature says what it is ranked by, and what is not as sure as the heading', () => {
  const features = [
    ['expected', 'tally: { M: 80, O: 10, I: 10 }'],
    ['wanted', 'tally: { O: 80, A: 10, I: 10 }'],
    ['delight', 'tally: { A: 80, O: 10, I: 10 }'],
    ['odd', 'tally: { Q: 90 }'],
    ['few', 'tally: { M: 9, O: 5 }'],
    ['close', 'tally: { M: 40, O: 38 }'],
    ['guess', 'assumed: M'],
    ['unknown', 'status: planned'],
    ['damaged', 'tally: { M: many }'],
  ].map(([id, rest]) => `  - { id: ${id}, ${rest} }\n`);
  const product = singleFileProduct(readModel('a.kano.yaml', `kano: 1\nproduct: Shop\nfeatures:\n${features.join('')}`));
  const groups = featureTree([{ product, analysis: analysisOfProduct(product) }], 'category');
  expect(
    Object.fromEntries(groups.flatMap(({ features: listed }) => listed.map(({ label, description }) => [label, description]))),
  ).toEqual({
    expected: 'Worse −0.90',
    wanted: 'Better 0.90 · Worse −0.80',
    delight: 'Better 0.90',
    odd: '',
    few: '9 of 14',
    close: 'Must-be or One-dimensional · 51% / 49% of 78',
    guess: 'Must-be? (assumed)',
    unknown: '',
    damaged: 'tally has an error',
  });
});

test('no heading without features', () => {
  expect(tree('category', 'kano: 1\nproduct: Shop\n')).toEqual([]);
  expect(tree('stage', '')).toEqual([]);
});

test('a file is summed up by category, guesses counted apart', () => {
  const opened = readModel('a.kano.yaml', shop);
  expect(finish(fileSummaryInSteps(opened, analysisOfProduct(singleFileProduct(opened))))).toEqual([
    { category: 'M', features: 3, open: 2, assumed: 0 },
    { category: 'A', features: 1, open: 1, assumed: 1 },
    { category: null, features: 2, open: 2, assumed: 0 },
    { category: 'Q', features: 1, open: 1, assumed: 0 },
  ]);
});

test('the status bar says how many must be there and how many of them are open, or why nobody knows', () => {
  const fact = (features: string) => {
    const opened = readModel('a.kano.yaml', `kano: 1\nproduct: Shop\nfeatures:\n${features}`);
    return inBoth(() => summaryFact(finish(fileSummaryInSteps(opened, analysisOfProduct(singleFileProduct(opened))))));
  };
  const mustBe = '  - { id: a, status: shipped, tally: { M: 90 } }\n  - { id: b, assumed: M }\n';
  expect(fact(`${mustBe}  - { id: c }\n`)).toEqual(['■\u00a02 must-be, 1 open', '■\u00a02 项必备型，1 项待完成']);
  expect(fact('  - { id: a, tally: { A: 90 } }\n  - { id: b }\n')[0]).toBe('■\u00a0no must-be');
  expect(fact('  - { id: a }\n  - { id: b }\n')[0]).toBe('○\u00a02 not surveyed');
  expect(fact('')[0]).toBe('no features');
});

test('a large file is listed and summed up with no more than fifty features between two pauses', () => {
  const opened = readModel('a.kano.yaml', kanoFile(210));
  const product = singleFileProduct(opened);
  const analysis = analysisOfProduct(product);
  const inSteps = <T>(stepsWith: (counting: ProductAnalysis) => Generator<undefined, T>) => {
    const lookedAt = [0];
    const featureAnalysis = (feature: Feature) => {
      lookedAt.push((lookedAt.pop() ?? 0) + 1);
      return analysis.featureAnalysis(feature);
    };
    const steps = stepsWith(Object.create(analysis, { featureAnalysis: { value: featureAnalysis } }));
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return { lookedAt, result: step.value };
      lookedAt.push(0);
    }
  };
  const sum = inSteps((counting) => fileSummaryInSteps(opened, counting));
  expect(sum).toEqual({ lookedAt: [50, 50, 50, 50, 10], result: finish(fileSummaryInSteps(opened, analysis)) });
  const tree = inSteps((counting) => featureTreeInSteps([{ product, analysis: counting }], 'category'));
  expect(tree).toEqual({ lookedAt: [50, 50, 50, 50, 50, 50, 50, 50, 20], result: featureTree([{ product, analysis }], 'category') });
});
