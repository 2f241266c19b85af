import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { testIndex } from '../../../src/analysis/testIndex.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';

const head = [
  'kano: 1',
  'product: P',
  'personas: [{ id: m, name: M }, { id: g, name: G }]',
  'surveys: [{ id: s, date: 2025-01-01 }, { id: t, date: 2026-01-01 }]',
  'features:',
  '',
].join('\n');
const headLines = 5;
const groups = ['survey: s', 'survey: t, persona: m', 'survey: t, persona: g'];

/** A line a feature, so that an edit is a line replaced. */
const feature = fc.tuple(fc.nat(9), fc.array(fc.tuple(fc.constantFrom(...groups), fc.nat(40), fc.nat(40), fc.nat(5)), { maxLength: 3 }));

test('after any edits the index is that of the file as it is, and so are drifts and disagreements', () => {
  const edit = fc.tuple(fc.nat(7), fc.option(feature, { nil: undefined }));
  fc.assert(
    fc.property(fc.array(feature, { minLength: 8, maxLength: 8 }), fc.array(edit, { maxLength: 5 }), (features, edits) => {
      let model = readModel('file:///p.kano.yaml', head + features.map(lineOf).join(''));
      look(model);
      for (const [line, replacement] of edits) {
        const range = { start: { line: headLines + line, character: 0 }, end: { line: headLines + line + 1, character: 0 } };
        model = updateModel(model, [{ range, text: replacement ? lineOf(replacement) : '' }]);
        expect(look(model)).toEqual(look(readModel(model.uri, model.text)));
      }
    }),
    { numRuns: 60 },
  );
});

function lineOf([id, tallies]: readonly [number, readonly (readonly [string, number, number, number])[]]): string {
  const written = tallies.map(([group, M, A, R]) => `{ ${group}, counts: { M: ${M}, A: ${A}, R: ${R} } }`);
  return `  - { id: f${id}, title: T, tallies: [${written.join(', ')}] }\n`;
}

function look(model: KanoModel) {
  const analysis = analysisOfProduct(singleFileProduct(model));
  const { personas, drift, items } = testIndex(analysis.context)(model);
  const features = model.list('features').map(({ value }) => value);
  return {
    tests: [personas.tests, drift.tests],
    small: [[...personas.small.values()], [...drift.small.values()]].map((tests) => tests.map(({ test: { p } }) => p).sort()),
    items: items.size,
    drifted: features.map((each) => analysis.hasDrifted(analysis.featureAnalysis(each).drift)),
    disagreeing: features.map((each) => analysis.personasDisagreements.has(each)),
  };
}
