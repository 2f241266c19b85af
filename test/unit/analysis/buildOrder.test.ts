import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen } from '../../../src/analysis/buildOrder.ts';
import { effectiveCategory } from '../../../src/analysis/featureAnalysis.ts';
import { analyseProduct } from '../../../src/analysis/productAnalysis.ts';
import type { BuildOrder, Feature } from '../../../src/document/format/model.ts';
import { anyContext, anyFeature } from './arbitraries.ts';
import { contextWith, counts, surveyed } from './product.ts';

function analysisOf(features: readonly Feature[], order: BuildOrder = 'kano') {
  return analyseProduct({ context: contextWith({ settings: { order } }), features, touchpoints: [], stages: [], metrics: [] });
}
const orderOf = (features: readonly Feature[], order?: BuildOrder) => analysisOf(features, order).buildOrder.map(({ id }) => id);

describe('classes', () => {
  const features = (['R', 'Q', 'I', 'A', 'O', 'M'] as const).map((category) => surveyed(category.toLowerCase(), category));

  test('M, O, A, I, not surveyed, Q, R', () => {
    expect(orderOf([...features, { id: 'unknown' }])).toEqual(['m', 'o', 'a', 'i', 'unknown', 'q', 'r']);
  });

  test('an assumption ranks behind the surveyed ones of its class, however weak they are', () => {
    const weak = { id: 'weak', tally: counts(3, 1, 2, 2) };
    expect(
      orderOf([{ id: 'guess', assumed: 'M' }, weak, surveyed('one', 'O'), { id: 'bad-guess', assumed: 'R' }, surveyed('bad', 'R')]),
    ).toEqual(['weak', 'guess', 'one', 'bad', 'bad-guess']);
  });

  test('a survey beats the assumption', () => {
    expect(effectiveCategory({ assumed: 'M' }, { category: 'I' })).toEqual({ category: 'I', isAssumed: false });
    expect(effectiveCategory({ assumed: 'M' }, { category: null })).toEqual({ category: 'M', isAssumed: true });
    expect(effectiveCategory({}, { category: null })).toEqual({ category: null, isAssumed: false });
  });

  test('shipped and rejected features are not ranked', () => {
    const product = analysisOf([
      surveyed('done', 'M', { status: 'shipped' }),
      surveyed('never', 'M', { status: 'rejected' }),
      surveyed('open', 'I'),
    ]);
    expect(product.buildOrder.map(({ id }) => id)).toEqual(['open']);
    expect(product.priority(product.buildOrder[0] as Feature).rank).toBe(1);
    expect(product.priority({ id: 'done' })).toEqual({ rank: null, neededBy: [] });
  });
});

describe('within a class', () => {
  test('M by |Worse|, not by Better', () => {
    const [high, low] = [counts(60, 30, 5, 5), counts(60, 5, 30, 5)];
    expect(
      orderOf([
        { id: 'a', tally: low },
        { id: 'b', tally: high },
      ]),
    ).toEqual(['b', 'a']);
    expect(
      orderOf([
        { id: 'a', tally: counts(60, 0, 40, 0) },
        { id: 'b', tally: counts(70, 0, 0, 30) },
      ]),
    ).toEqual(['b', 'a']);
  });

  test('A by Better, not by |Worse|', () => {
    expect(
      orderOf([
        { id: 'a', tally: counts(40, 0, 60, 0) },
        { id: 'b', tally: counts(0, 0, 70, 30) },
      ]),
    ).toEqual(['b', 'a']);
  });

  test('O and I by the greater of both', () => {
    expect(
      orderOf([
        { id: 'a', tally: counts(20, 50, 20, 10) },
        { id: 'b', tally: counts(35, 50, 0, 15) },
      ]),
    ).toEqual(['b', 'a']);
    expect(
      orderOf([
        { id: 'a', tally: counts(20, 0, 20, 60) },
        { id: 'b', tally: counts(35, 0, 0, 65) },
      ]),
    ).toEqual(['b', 'a']);
  });

  test('no coefficients count as 0', () => {
    expect(
      orderOf([
        { id: 'a', tally: { R: 9 } },
        { id: 'b', tally: { R: 9, A: 1 } },
      ]),
    ).toEqual(['b', 'a']);
  });

  test('ties by id, by code unit; features without an id last, in their order', () => {
    const tally = counts(60, 20, 10, 10);
    expect(orderOf([{ tally }, { id: 'b', tally }, { id: 'a10', tally }, { id: 'a9', tally }, { id: 'B', tally }])).toEqual([
      'B',
      'a10',
      'a9',
      'b',
      undefined,
    ]);
  });
});

describe('value-per-effort', () => {
  test('divides within the class, classes stay', () => {
    const weakButCheap = { id: 'weak', tally: counts(40, 10, 25, 25), effort: 1 };
    const features = [surveyed('delight', 'A', { effort: 0.1 }), surveyed('strong', 'M', { effort: 8 }), weakButCheap];
    expect(orderOf(features)).toEqual(['strong', 'weak', 'delight']);
    expect(orderOf(features, 'value-per-effort')).toEqual(['weak', 'strong', 'delight']);
  });

  test('features without effort come last in their class, by value', () => {
    const weak = { id: 'weak', tally: counts(40, 10, 25, 25) };
    const features = [weak, surveyed('strong', 'M'), surveyed('dear', 'M', { effort: 1e9 })];
    expect(orderOf(features, 'value-per-effort')).toEqual(['dear', 'strong', 'weak']);
  });

  test('an assumption with effort still ranks behind a survey without', () => {
    expect(orderOf([{ id: 'guess', assumed: 'M', effort: 1 }, surveyed('known', 'M')], 'value-per-effort')).toEqual(['known', 'guess']);
  });

  test('an effort next to nothing overflows into first place, not into a jumble', () => {
    const features = [surveyed('b', 'M', { effort: 5e-324 }), surveyed('a', 'M', { effort: 5e-324 }), surveyed('c', 'M', { effort: 1 })];
    expect(orderOf(features, 'value-per-effort')).toEqual(['a', 'b', 'c']);
  });
});

describe('dependencies', () => {
  test('what a feature needs comes before it, the worthier first, and says for whom', () => {
    const product = analysisOf([
      surveyed('goal', 'M', { dependsOn: ['boring', 'nice'] }),
      surveyed('boring', 'I', { dependsOn: ['base'] }),
      surveyed('nice', 'A'),
      surveyed('base', 'R'),
      surveyed('other', 'O'),
    ]);
    expect(product.buildOrder.map(({ id }) => id)).toEqual(['nice', 'base', 'boring', 'goal', 'other']);
    expect(product.buildOrder.map((feature) => product.priority(feature))).toEqual([
      { rank: 1, neededBy: ['goal'] },
      { rank: 2, neededBy: ['boring'] },
      { rank: 3, neededBy: ['goal'] },
      { rank: 4, neededBy: [] },
      { rank: 5, neededBy: [] },
    ]);
  });

  test('neededBy names those that pulled it up, not those that would have come later anyway', () => {
    const product = analysisOf([
      surveyed('base', 'A'),
      surveyed('first', 'M', { dependsOn: ['base'] }),
      surveyed('second', 'O', { dependsOn: ['base'] }),
      surveyed('late', 'I', { dependsOn: ['base', 'first'] }),
    ]);
    expect(product.buildOrder.map((feature) => [feature.id, product.priority(feature).neededBy])).toEqual([
      ['base', ['first', 'second']],
      ['first', []],
      ['second', []],
      ['late', []],
    ]);
  });

  test('who was pulled up itself pulls what it needs', () => {
    // Left alone: goal, base, link. The link comes first for the goal, and the base before it for the link.
    const product = analysisOf([
      surveyed('goal', 'M', { dependsOn: ['link'] }),
      surveyed('base', 'A'),
      surveyed('link', 'I', { dependsOn: ['base'] }),
    ]);
    expect(product.buildOrder.map((feature) => [feature.id, product.priority(feature).neededBy])).toEqual([
      ['base', ['link']],
      ['link', ['goal']],
      ['goal', []],
    ]);
  });

  test('shipped ones satisfy, what they needed too; rejected ones are reported and pull nothing', () => {
    const features = [
      surveyed('goal', 'M', { dependsOn: ['done', 'never'] }),
      surveyed('done', 'I', { status: 'shipped', dependsOn: ['boring', 'never'] }),
      surveyed('never', 'I', { status: 'rejected' }),
      surveyed('boring', 'I'),
      surveyed('other', 'O'),
    ];
    const product = analysisOf(features);
    expect(product.buildOrder.map(({ id }) => id)).toEqual(['goal', 'other', 'boring']);
    expect(product.rejectedDependencies).toEqual([{ feature: features[0], dependency: features[2] }]);
  });

  test('entries in a cycle are ignored, other entries of the same features are not', () => {
    const product = analysisOf([
      surveyed('a', 'M', { dependsOn: ['b'] }),
      surveyed('b', 'I', { dependsOn: ['a', 'base'] }),
      surveyed('base', 'R'),
      surveyed('other', 'O'),
    ]);
    expect(product.buildOrder.map(({ id }) => id)).toEqual(['a', 'other', 'base', 'b']);
    expect(product.dependencies.cycles.map((cycle) => cycle.map(({ id }) => id))).toEqual([['a', 'b']]);
  });

  test('each of two features with the same id is ranked; a dependency means the first', () => {
    const product = analysisOf([surveyed('twin', 'I'), surveyed('twin', 'A'), surveyed('goal', 'M', { dependsOn: ['twin'] })]);
    expect(product.buildOrder.map((feature) => [feature.id, feature.tally?.I])).toEqual([
      ['twin', 80],
      ['goal', 5],
      ['twin', 5],
    ]);
  });
});

describe('whatever the product', () => {
  const anyProduct = fc.tuple(fc.array(anyFeature, { maxLength: 12 }), anyContext);

  test('every open feature is ranked once, from 1, and needs come first unless in a cycle', () => {
    fc.assert(
      fc.property(anyProduct, ([features, context]) => {
        const product = analyseProduct({ context, features, touchpoints: [], stages: [], metrics: [] });
        expect(new Set(product.buildOrder)).toEqual(new Set(features.filter(isOpen)));
        expect(product.buildOrder.map((feature) => product.priority(feature).rank)).toEqual(
          product.buildOrder.map((_, index) => index + 1),
        );
        for (const feature of product.buildOrder) {
          for (const need of product.dependencies.needs(feature)) {
            if (!isOpen(need) || product.dependencies.isInCycle(feature, need)) continue;
            expect(product.priority(need).rank).toBeLessThan(product.priority(feature).rank ?? 0);
          }
        }
      }),
    );
  });

  test('without dependencies nothing is needed, and the order does not depend on that of the file while ids differ', () => {
    fc.assert(
      fc.property(anyProduct, ([features, context]) => {
        const apart = features.map((feature, index): Feature => ({ ...feature, id: `f${index}`, dependsOn: [] }));
        const [forward, backward] = [apart, apart.toReversed()].map((list) =>
          analyseProduct({ context, features: list, touchpoints: [], stages: [], metrics: [] }),
        );
        expect(backward?.buildOrder).toEqual(forward?.buildOrder);
        for (const feature of apart) expect(forward?.priority(feature).neededBy).toEqual([]);
      }),
    );
  });
});
