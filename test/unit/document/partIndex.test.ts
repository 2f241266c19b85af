import { expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import type { ReadSegment } from '../../../src/document/readSegment.ts';
import { indexOfPart, rememberParts } from '../../../src/document/versions/partIndex.ts';

const features = Array.from({ length: 2000 }, (_, index) => `  - { id: f${index} }\n`).join('');
const { segments } = readModel('x', `kano: 1\nfeatures:\n${features}`);

/** The same segments, and how often one was looked at. */
function counted(all: readonly ReadSegment[]) {
  const looks = { count: 0 };
  const watched = new Proxy(all, {
    get: (target, key) => {
      if (typeof key === 'string' && /^-?\d+$/.test(key)) looks.count++;
      return Reflect.get(target, key);
    },
  });
  return { looks, watched };
}

it.each([
  ['nothing', 0],
  ['one item', 1],
  ['as many as are looked at nearby', 100],
  ['one more than that', 101],
  ['half of the file', 1000],
])('parts are found after %s above them went and came back, without a walk along the file for each', (_, gone) => {
  rememberParts(segments);
  for (const version of [segments.slice(gone), segments]) {
    const { looks, watched } = counted(version);
    for (const [index, { item }] of version.entries()) if (item) expect(indexOfPart(watched, item.part)).toBe(index);
    expect(looks.count).toBeLessThan(version.length * 210);
  }
});

it('a part of another version is in none of the segments', () => {
  rememberParts(segments);
  const part = segments[1]?.item?.part;
  if (!part) throw new Error('The first item is missing.');
  expect(indexOfPart(segments.slice(2), part)).toBe(-1);
  expect(indexOfPart([], part)).toBe(-1);
});
