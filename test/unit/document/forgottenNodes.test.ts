import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { parsePart } from '../../../src/document/yaml/part.ts';
import { definitionsIn } from '../../../src/languageFeatures/mentions.ts';
import { kanoFile } from '../../bench/kanoFile.ts';
import { partContent } from './partContent.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

describe('the nodes of an item', () => {
  it('go when memory is needed, and are the same when somebody asks again', async () => {
    const model = readModel('a.kano.yaml', kanoFile(8));
    const items = model.list('features');
    const values = items.map(({ value }) => value);
    const before = items.map((item) => nodesIn(item));
    expect(before.filter((node) => node.deref())).toHaveLength(8);
    await collected();
    expect(before.filter((node) => node.deref())).toEqual([]);
    for (const { part } of items) expect(partContent(part)).toEqual(parsePart(part.text));
    // What was known of them stays.
    expect(model.list('features').map(({ value }) => value)).toEqual(values);
    expect(items[3]?.value).toBe(values[3]);
  });

  it('have the same places afterwards', async () => {
    const model = readModel('a.kano.yaml', kanoFile(3));
    const places = () => [
      model.locate(placeOfTitle(model)),
      definitionsIn(model, { list: 'features', id: 'feature-2' }).map(({ offsets }) => offsets),
    ];
    const before = places();
    await collected();
    expect(places()).toEqual(before);
  });
});

/** What is used within a turn of the event loop stays for that turn. */
async function collected(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
}

function nodesIn({ node }: { readonly node: object | undefined }): WeakRef<object> {
  return new WeakRef(node ?? {});
}

function placeOfTitle(model: KanoModel) {
  const [, second] = model.list('features');
  if (!second) throw new Error('There is no second feature');
  return second.rangeOf(['title']);
}
