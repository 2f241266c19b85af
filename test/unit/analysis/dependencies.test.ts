import { describe, expect, test } from 'vitest';
import { resolveDependencies } from '../../../src/analysis/dependencies.ts';
import type { Feature } from '../../../src/document/format/model.ts';

/** `a: 'b c'` is a feature a that depends on b and c. */
function productOf(needs: Record<string, string>) {
  const features: Feature[] = Object.entries(needs).map(([id, ids]) => ({ id, dependsOn: ids.split(' ').filter(Boolean) }));
  const dependencies = resolveDependencies(features);
  const find = (id: string) => dependencies.resolve(id) as Feature;
  const ids = (list: readonly Feature[] | null) => list?.map(({ id }) => id) ?? null;
  return {
    cycles: dependencies.cycles.map(ids),
    needs: (id: string) => ids(dependencies.needs(find(id))),
    through: (id: string, dependency: string) => ids(dependencies.cycleThrough(find(id), find(dependency))),
    isInCycle: (id: string, dependency: string) => dependencies.isInCycle(find(id), find(dependency)),
  };
}

test('no cycle: a diamond is none', () => {
  const product = productOf({ a: 'b c', b: 'd', c: 'd', d: '' });
  expect(product.cycles).toEqual([]);
  expect(product.isInCycle('a', 'b')).toBe(false);
  expect(product.through('a', 'b')).toBeNull();
});

test('a feature that needs itself', () => {
  const product = productOf({ a: 'a b', b: '' });
  expect(product.cycles).toEqual([['a']]);
  expect(product.through('a', 'a')).toEqual(['a']);
  expect(product.isInCycle('a', 'b')).toBe(false);
});

test('several cycles, in the order of the list, each from its first feature; what only leads to one is not in it', () => {
  const product = productOf({ before: 'x', y: 'x', b: 'c', x: 'y', a: 'b', c: 'a after', after: '' });
  expect(product.cycles).toEqual([
    ['y', 'x'],
    ['b', 'c', 'a'],
  ]);
  expect(product.isInCycle('before', 'x')).toBe(false);
  expect(product.isInCycle('c', 'after')).toBe(false);
  expect(product.isInCycle('c', 'a')).toBe(true);
});

test('a tangle: one cycle stands for it, every entry has its own', () => {
  const product = productOf({ a: 'b', b: 'c d', c: 'a', d: 'b' });
  expect(product.cycles).toEqual([['a', 'b', 'c']]);
  expect(product.through('b', 'd')).toEqual(['b', 'd']);
  expect(product.through('b', 'c')).toEqual(['b', 'c', 'a']);
});

test('entries that lead nowhere and repeated ones', () => {
  expect(productOf({ a: 'nowhere b b', b: '' }).needs('a')).toEqual(['b']);
});

describe('ids that stand twice', () => {
  test('mean the first feature, so a later one that names its own id needs the first', () => {
    const [first, second]: Feature[] = [{ id: 'a' }, { id: 'a', dependsOn: ['a'] }];
    const dependencies = resolveDependencies([first as Feature, second as Feature]);
    expect(dependencies.needs(second as Feature)).toEqual([first]);
    expect(dependencies.cycles).toEqual([]);
  });
});

test('features without an id can need others', () => {
  const nameless: Feature = { dependsOn: ['b'] };
  const needed: Feature = { id: 'b' };
  expect(resolveDependencies([nameless, needed]).needs(nameless)).toEqual([needed]);
});

test('a chain and a cycle of 20,000 features exhaust neither the stack nor the patience', () => {
  const length = 20_000;
  const chain = Array.from({ length }, (_, index): Feature => ({ id: `f${index}`, dependsOn: [`f${index + 1}`] }));
  expect(resolveDependencies(chain).cycles).toEqual([]);
  const cycle = chain.map((feature, index) => (index === length - 1 ? { ...feature, dependsOn: ['f0'] } : feature));
  expect(resolveDependencies(cycle).cycles).toEqual([cycle]);
});
