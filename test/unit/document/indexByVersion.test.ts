import { expect, it } from 'vitest';
import { finish } from '../../../src/base/steps.ts';
import { definitionIndex } from '../../../src/document/definitionIndex.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { indexByVersion } from '../../../src/document/versions/indexByVersion.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { kanoFile } from '../../bench/kanoFile.ts';

const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function read(text: string): KanoModel {
  return readModel('file:///shop.kano.yaml', text);
}

/** An index of the titles, and how many items were brought in or taken out before each pause and until the end. */
function countingIndex() {
  let changed = 0;
  const index = indexByVersion(
    () => new Set<string>(),
    (titles, { value }, by) => {
      changed++;
      if (!('title' in value) || value.title === undefined) return;
      if (by === 1) titles.add(value.title);
      else titles.delete(value.title);
    },
  );
  const inSteps = (model: KanoModel) => {
    const counts: number[] = [];
    const steps = index.inSteps(model);
    for (let step = steps.next(); ; step = steps.next()) {
      counts.push(changed);
      changed = 0;
      if (step.done) return { counts, titles: [...step.value].sort() };
    }
  };
  return { index, inSteps };
}

it('an index comes in steps of at most 200 items, and is the one that would be built at once', () => {
  const { index, inSteps } = countingIndex();
  const model = read(kanoFile(1000));
  const { counts, titles } = inSteps(model);
  expect(Math.max(...counts)).toBe(200);
  expect(counts.length).toBeGreaterThan(5);
  expect(titles).toEqual([...countingIndex().index(model)].sort());
  expect(inSteps(model).counts).toEqual([0]);
  expect(index(model)).toBe(finish(index.inSteps(model)));
});

it('a large paste is brought into an index in steps too', () => {
  const { inSteps } = countingIndex();
  const before = read(kanoFile(3));
  inSteps(before);
  const pasted = kanoFile(700).split('features:\n')[1] ?? '';
  const line = before.text.split('\n').indexOf('features:') + 1;
  const place = { line, character: 0 };
  const after = updateModel(before, [{ range: { start: place, end: place }, text: pasted }]);
  const { counts, titles } = inSteps(after);
  expect(counts).toEqual([200, 200, 200, 100]);
  expect(titles).toEqual([...countingIndex().index(after)].sort());
});

it('an index that is dropped half-way leaves nothing wrong behind', () => {
  const model = read(kanoFile(450));
  definitionIndex(model);
  const renamed = updateModel(model, [{ range: first, text: '# A comment.\n' }]);
  const replaced = read(kanoFile(450).replaceAll('id: feature-', 'id: other-'));
  const all = { start: first.start, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
  const second = updateModel(renamed, [{ range: all, text: replaced.text }]);
  definitionIndex.inSteps(second).next();
  const ids = (one: KanoModel) => [...definitionIndex(one).lists.features.definitions.keys()].sort();
  expect(ids(second)).toEqual(ids(read(second.text)));
  expect(ids(second)).not.toEqual(ids(model));
  expect(ids(renamed)).toEqual(ids(model));
});

it('an index is taken over across versions that have none, and only the last version with one is kept', () => {
  const { inSteps } = countingIndex();
  const opened = read(kanoFile(450));
  inSteps(opened);
  const second = updateModel(opened, [{ range: first, text: '# A comment.\n' }]);
  const third = updateModel(second, [{ range: first, text: '# Another.\n' }]);
  expect(third.indexedBefore).toBe(opened);
  expect(inSteps(third).counts).toEqual([0]);
  const fourth = updateModel(third, [{ range: first, text: '# One more.\n' }]);
  expect(fourth.indexedBefore).toBe(third);
  expect(third.indexedBefore).toBeUndefined();
});
