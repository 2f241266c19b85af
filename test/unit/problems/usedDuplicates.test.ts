import { expect, test } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import type { KanoModel } from '../../../src/document/kanoModel.ts';
import { type DocumentSource, readProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { updateModel } from '../../../src/document/versions/updateModel.ts';
import { checkDocument } from '../../../src/problems/checkDocument.ts';

const head = 'kano: 1\nproduct: P\n';
const guest = 'personas: [{ id: guest, name: Guest }]\n';
const files: Readonly<Record<string, string>> = {
  'one.kano.yaml': head + guest,
  'two.kano.yaml': head + guest,
  'through.kano.yaml': `${head}uses: [two.kano.yaml]\n`,
  'other.kano.yaml': `${head}personas: [{ id: member, name: Member }]\n`,
};

const source: DocumentSource = {
  resolve: async (_, path) => (path in files ? { uri: path } : { reason: 'not-found' }),
  open: async (uri) => readModel(uri, files[uri] ?? ''),
};

async function problemsOf(uses: string): Promise<readonly string[]> {
  const product = await readProduct(readModel('opened.kano.yaml', `${head}uses: [${uses}]\n`), source);
  return checkDocument(product, analysisOfProduct(product)).map(
    ({ code, range, message }) => `${code} ${range.start.line}:${range.start.character}-${range.end.character} ${message}`,
  );
}

const both = 'both define the persona “guest”, and both are used here. Give one of the two another id.';

test('an id that two used files define stands at the entry that brings in the second', async () => {
  expect(await problemsOf('one.kano.yaml, two.kano.yaml')).toEqual([`kano/duplicate-id 2:22-35 one.kano.yaml and two.kano.yaml ${both}`]);
});

test('also where the second is used by a file that is used', async () => {
  expect(await problemsOf('one.kano.yaml, through.kano.yaml')).toEqual([
    `kano/duplicate-id 2:22-39 one.kano.yaml and two.kano.yaml ${both}`,
  ]);
});

test('files that define different ids, or are used twice, are fine', async () => {
  expect(await problemsOf('one.kano.yaml, other.kano.yaml')).toEqual([]);
  expect(await problemsOf('two.kano.yaml, through.kano.yaml')).toEqual([]);
});

test('their order does not depend on what was typed before', async () => {
  const personas = '  - { id: guest, name: Guest }\n  - { id: member, name: Member }\n';
  const one = readModel('one.kano.yaml', `${head}personas:\n${personas}`);
  const two = readModel('two.kano.yaml', one.text);
  const opened = readModel('opened.kano.yaml', `${head}uses: [one.kano.yaml, two.kano.yaml]\n`);
  const messages = async (second: KanoModel) => {
    const open = async (path: string) => (path === one.uri ? one : second);
    const product = await readProduct(opened, { resolve: async (_, path) => ({ uri: path }), open });
    return checkDocument(product, analysisOfProduct(product)).map(({ message }) => message);
  };
  const before = await messages(two);
  expect(before).toHaveLength(2);
  const place = { line: 3, character: 28 };
  const edited = updateModel(two, [{ range: { start: place, end: place }, text: 's' }]);
  expect(edited.text).toContain('Guests }');
  expect(await messages(edited)).toEqual(before);
});
