import { expect, it } from 'vitest';
import { definitionIndex } from '../../../src/document/definitionIndex.ts';
import { indexByVersion } from '../../../src/document/indexByVersion.ts';
import type { KanoDocument } from '../../../src/document/kanoDocument.ts';
import { readDocument } from '../../../src/document/readDocument.ts';
import { finish } from '../../../src/document/steps.ts';
import { updateDocument } from '../../../src/document/updateDocument.ts';
import { kanoFile } from '../../bench/kanoFile.ts';

const first = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function read(text: string): KanoDocument {
  return readDocument('file:///shop.kano.yaml', text);
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
  const inSteps = (document: KanoDocument) => {
    const counts: number[] = [];
    const steps = index.inSteps(document);
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
  const document = read(kanoFile(1000));
  const { counts, titles } = inSteps(document);
  expect(Math.max(...counts)).toBe(200);
  expect(counts.length).toBeGreaterThan(5);
  expect(titles).toEqual([...countingIndex().index(document)].sort());
  expect(inSteps(document).counts).toEqual([0]);
  expect(index(document)).toBe(finish(index.inSteps(document)));
});

it('a large paste is brought into an index in steps too', () => {
  const { inSteps } = countingIndex();
  const before = read(kanoFile(3));
  inSteps(before);
  const pasted = kanoFile(700).split('features:\n')[1] ?? '';
  const line = before.text.split('\n').indexOf('features:') + 1;
  const place = { line, character: 0 };
  const after = updateDocument(before, [{ range: { start: place, end: place }, text: pasted }]);
  const { counts, titles } = inSteps(after);
  expect(counts).toEqual([200, 200, 200, 100]);
  expect(titles).toEqual([...countingIndex().index(after)].sort());
});

it('an index that is dropped half-way leaves nothing wrong behind', () => {
  const document = read(kanoFile(450));
  definitionIndex(document);
  const renamed = updateDocument(document, [{ range: first, text: '# A comment.\n' }]);
  const replaced = read(kanoFile(450).replaceAll('id: feature-', 'id: other-'));
  const all = { start: first.start, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };
  const second = updateDocument(renamed, [{ range: all, text: replaced.text }]);
  definitionIndex.inSteps(second).next();
  const ids = (one: KanoDocument) => [...definitionIndex(one).lists.features.definitions.keys()].sort();
  expect(ids(second)).toEqual(ids(read(second.text)));
  expect(ids(second)).not.toEqual(ids(document));
  expect(ids(renamed)).toEqual(ids(document));
});
