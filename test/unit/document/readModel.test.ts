import { describe, expect, it } from 'vitest';
import { listKeys } from '../../../src/document/format/model.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { readModel, readModelInSteps } from '../../../src/document/readModel.ts';
import { kanoFile } from '../../bench/kanoFile.ts';

const uri = 'file:///shop.kano.yaml';

describe('a file that is read in steps', () => {
  it.each([
    ['of many items', kanoFile(1000), 22],
    ['that cannot be cut', `{ ${kanoFile(0).split('\n')[0]}, features: [{ id: a, title: A }] }`, 0],
    ['whose aliases cross items', `${kanoFile(120).replace('id: feature-3\n', 'id: &a feature-3\n')}    x-same: *a\n`, 2],
    ['with a byte-order mark', `\uFEFF${kanoFile(60)}`, 1],
    ['that is too large', ' '.repeat(10_000_001), 0],
    ['that is empty', '', 0],
  ])('%s is the same as when read at once', (_, text, pauses) => {
    const { model, pauses: counted } = readWithPauses(text);
    expect(model.text).toBe(readModel(uri, text).text);
    expect(content(model)).toEqual(content(readModel(uri, text)));
    expect(counted).toBe(pauses);
  });
});

function readWithPauses(text: string): { readonly model: KanoModel; readonly pauses: number } {
  const steps = readModelInSteps(uri, text);
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { model: step.value, pauses };
  }
}

function content(model: KanoModel): unknown {
  const { segments, frame, header, syntaxFindings } = model;
  const lists = listKeys.map((key) => model.list(key).map(({ node, value, part }) => ({ node, value, text: part.text })));
  return { segments: segments.map(({ segment }) => segment), frame, header, syntaxFindings, lists };
}

it.each([
  ['a block list', 'features:\n  - id: a\n', true],
  ['a flow list', 'features: [{ id: a }]\n', true],
  ['an empty list', 'features: []\n', false],
  ['a key without a value', 'features:\n', false],
  ['no list', 'product: Shop\n', false],
])('%s is known to have items or none', (_, text, hasItems) => {
  const model = readModel('x', `kano: 1\npersonas:\n  - id: p\n${text}`);
  expect(model.hasItems('features')).toBe(hasItems);
  expect(model.list('features').length > 0).toBe(hasItems);
});
