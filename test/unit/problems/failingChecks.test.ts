import { expect, it, vi } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

const broken = vi.hoisted(() => ({ codes: new Set<string>() }));

// Every check of every kind, made to throw by its code.
vi.mock('../../../src/problems/index.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../src/problems/index.ts')>();
  const breakable =
    (code: string, find: ((...parameters: never[]) => unknown) | undefined) =>
    (...parameters: never[]) => {
      if (broken.codes.has(code)) throw new TypeError(`Broken: ${code}`);
      return find?.(...parameters);
    };
  const problemDefinitions = original.problemDefinitions.map((definition) => ({
    ...definition,
    ...(definition.findInItem && { findInItem: breakable(definition.code, definition.findInItem) }),
    ...(definition.findInFeature && { findInFeature: breakable(definition.code, definition.findInFeature) }),
    ...(definition.findInProduct && { findInProduct: breakable(definition.code, definition.findInProduct) }),
  }));
  return { ...original, problemDefinitions };
});

const text = `kano: 1
product: Shop
stages: [{ id: pay, name: Pay }]
features:
  - { id: a, title: A, tally: { M: 3, O: 1 }, stage: nowhere }
  - { id: a, title: B, tally: { Q: 9, M: 9 }, colour: red }
  - { id: c, title: C, dependsOn: [c] }
`;
const product = singleFileProduct(readModel('file:///shop.kano.yaml', text));
const problems = (onFailure?: (code: string, error: unknown) => void) => checkDocument(product, analysisOfProduct(product), onFailure);

it('each check that throws is named, and takes only its own problems with it', async () => {
  const { problemDefinitions } = await import('../../../src/problems/index.ts');
  const all = problems();
  expect(new Set(all.map(({ code }) => code)).size).toBeGreaterThan(5);
  for (const { code } of problemDefinitions) {
    broken.codes = new Set([code]);
    const failed = new Set<string>();
    const rest = problems((name, error) => {
      failed.add(name);
      expect(error).toBeInstanceOf(TypeError);
    });
    expect([...failed]).toEqual([code]);
    expect(rest).toEqual(all.filter((problem) => problem.code !== code));
  }
});

it('several can throw at once', () => {
  broken.codes = new Set(['kano/schema', 'kano/duplicate-id', 'kano/small-sample']);
  const failed = new Set<string>();
  const rest = problems((code) => failed.add(code));
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.filter(({ code }) => broken.codes.has(code))).toEqual([]);
  expect([...failed].sort()).toEqual([...broken.codes].sort());
});

it('without a listener the error is thrown on, so that no test can miss it', () => {
  broken.codes = new Set(['kano/schema']);
  expect(() => problems()).toThrow('Broken: kano/schema');
});
